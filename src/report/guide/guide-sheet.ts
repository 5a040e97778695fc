import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';
import type { ReportTable, Voice } from '../column.js';
import { noticesOf } from '../notices.js';
<<<<<<< HEAD
import { partNotes } from '../part-note.js';

import type { SheetSpec } from '../xlsx/write-sheet.js';
=======
import { partLimits, partNotes } from '../part-note.js';
import { statusText } from '../words.js';
import type { SheetCell, SheetSpec } from '../xlsx/write-sheet.js';
>>>>>>> wip/page
import { columnNote } from './column-notes.js';
import {
  aboutTitle,
  colourLines,
  columnLines,
  columnsTitle,
  gradesTitle,
  guideLine,
  guidePage,
  indicatorsTitle,
  listsTitle,
  noticeLine,
  profileLines,
  timeLines,
} from './guide-page.js';
import type { GuideScope } from './guide-scope.js';
import { gradeRows, indicatorRows, listRows, offerRows, type RuleRow } from './rule-rows.js';

/** One sheet of the workbook, and what is said of it. */
export interface GuidedSheet {
  readonly title: Text;
  /** What it is and who stands on it. */
  readonly about: Text;
  readonly columns: ReportTable['columns'];
  /** Whether its rows are offers: their limit is another thing than a list's. */
  readonly of?: 'offers' | 'exposure';
  /** What columns mean here, before what they mean anywhere. */
  readonly notes?: Readonly<Record<string, Text>>;
}

/**
 * 说明: the last sheet of a workbook. What it holds and for what time, who stands on its lists, what columns mean where that
 * is not plain, and where the profile's figures come from. Cost: that of the profile, whatever the number of firms.
 */
export function guideSheet(
  run: Run,
  sheets: readonly GuidedSheet[],
  scope: GuideScope,
  voice: Voice,
): SheetSpec {
  const { plan } = run;
  const { lang } = voice;
  const noted = sheets.map(({ columns, of, notes }) => ({
    columns,
    noteOf: (id: string) => notes?.[id] ?? columnNote(id, run, of),
  }));
  return guidePage(
    plan.name,
    [
      { title: aboutTitle, lines: aboutRows(run, sheets, voice) },
      { title: listsTitle, lines: listRows(plan, scope, lang) },
      { title: columnsTitle, lines: columnLines(noted, voice) },
      { title: gradesTitle, lines: scope.grades ? gradeRows(plan, lang) : [] },
      { title: { zh: '支持产品', en: 'Offers' }, lines: offerRows(plan, scope, lang) },
      { title: indicatorsTitle, lines: scope.indicators ? indicatorRows(plan, lang) : [] },
    ],
    lang,
  );
}

<<<<<<< HEAD
const aboutRows = (run: Run, sheets: readonly GuidedSheet[], { lang }: Voice): RuleRow[] => [
  ...sheets.map(({ title, about }) => guideLine(title, about, lang)),
  ...timeLines(run.period, run.asOf, lang),
  ...profileLines(run.plan, lang),
  ...[...noticesOf(run), ...partNotes(run)].map((notice) => noticeLine(notice, lang)),
  ...colourLines(
    sheets.flatMap(({ columns }) => columns),
    lang,
  ),
];
=======
function aboutRows(run: Run, sheets: readonly GuidedSheet[], { lang }: Voice): RuleRow[] {
  const { plan, period } = run;
  const zh = lang === 'zh';
  const row = (name: Text, text: Text): RuleRow => ({ name: name[lang], text: text[lang], source: '' });
  const days = [isoDate(period.from), isoDate(period.to)] as const;
  const asOf = isoDate(run.asOf);
  return [
    ...sheets.map(({ title, about }) => row(title, about)),
    row(
      { zh: '数据期', en: 'Period' },
      { zh: `${period.text}（${days[0]} 至 ${days[1]}）`, en: `${period.text} (${days[0]} to ${days[1]})` },
    ),
    row(
      { zh: '截至', en: 'As of' },
      {
        zh: `${asOf}；企业年龄、“近几年”都按这一天算`,
        en: `${asOf}; ages and "the last years" are reckoned at this day`,
      },
    ),
    row(
      { zh: '方案', en: 'Profile' },
      { zh: `${plan.name.zh}（编号 ${plan.id}）`, en: `${plan.name.en} (id ${plan.id})` },
    ),
    row({ zh: '方案状态', en: 'Status of the profile' }, statusText[plan.status]),
    ...(plan.about === null ? [] : [row({ zh: '方案说明', en: 'About the profile' }, plan.about)]),
    ...[...noticesOf(run), ...partNotes(run)].map((notice) => row({ zh: '请注意', en: 'Mind' }, notice)),
    ...partLimits(run).map((text) => row({ zh: '不在其中', en: 'Not in this file' }, text)),
    ...(sheets.some(({ columns }) => columns.some((column) => column.mark !== undefined))
      ? [
          row(
            { zh: '颜色', en: 'Colours' },
            {
              zh: '颜色只帮助浏览，单元格的文字已经写明，黑白打印不影响阅读',
              en: 'colours only help the eye: each cell says the same in words, on a black-and-white printer too',
            },
          ),
        ]
      : []),
  ].map((one) => (zh ? one : { ...one, text: capital(one.text) }));
}

/** Columns that need a word, each once, in the order in which they stand. */
function columnRows(run: Run, sheets: readonly GuidedSheet[], voice: Voice): RuleRow[] {
  const told = new Map<string, RuleRow>();
  for (const { columns, of } of sheets) {
    const headers = headersOf(columns, voice);
    columns.forEach((column, index) => {
      const note = columnNote(column.id, run, of)?.[voice.lang];
      if (note === undefined) return;
      const name = headers[index]!;
      told.set(`${name}\n${note}`, { name, text: voice.lang === 'zh' ? note : capital(note), source: '' });
    });
  }
  return [...told.values()];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
>>>>>>> wip/page
