import type { Period } from '../../model/period.js';
import type { Plan } from '../../model/plan.js';
import type { Lang, Text } from '../../model/text.js';
import { headersOf, type ReportTable, type Voice } from '../column.js';
import { isoDate } from '../iso-date.js';
import { statusText } from '../words.js';
import type { SheetCell, SheetSpec } from '../xlsx/write-sheet.js';
import type { RuleRow } from './rule-rows.js';

/** A part of a guide; left out where it has no lines. */
export interface GuideSection {
  readonly title: Text;
  readonly lines: readonly RuleRow[];
}

/** What a column means, by its id; none where its header says it. */
export type NoteOf = (id: string) => Text | undefined;

/** 说明 as a sheet: what each thing is called, what it means, where that comes from. */
export function guidePage(title: Text, sections: readonly GuideSection[], lang: Lang): SheetSpec {
  const zh = lang === 'zh';
  const rows: (readonly SheetCell[])[] = [];
  for (const { title: over, lines } of sections) {
    if (lines.length === 0) continue;
    const filled = (value: string | null): SheetCell => ({ value, fill: 'section' });
    rows.push([filled(over[lang]), filled(null), filled(null)]);
    for (const { name, fill, text, source } of lines)
      rows.push([fill === undefined ? name : { value: name, fill }, text || null, source || null]);
  }
  return {
    name: zh ? '说明' : 'How to read',
    columns: [
      { format: 'text', width: 30, wrap: true },
      { format: 'text', width: 76, wrap: true },
      { format: 'text', width: 50, wrap: true },
    ],
    head: [
      { kind: 'title', cells: [zh ? `${title.zh} 说明` : `${title.en}: how to read this file`] },
      { kind: 'header', cells: zh ? ['项目', '说明', '出处'] : ['Item', 'What it means', 'Source'] },
    ],
    repeat: 1,
    rows,
    sections: true,
    freeze: true,
  };
}

/** A line without a source. */
export const guideLine = (name: Text, text: Text, lang: Lang): RuleRow => ({
  name: name[lang],
  text: lang === 'zh' ? text.zh : capital(text.en),
  source: '',
});

/** For what time. Days since 1970-01-01. */
export const timeLines = (period: Period, asOf: number, lang: Lang): RuleRow[] => [
  guideLine(
    { zh: '数据期', en: 'Period' },
    {
      zh: `${period.text}（${isoDate(period.from)} 至 ${isoDate(period.to)}）`,
      en: `${period.text} (${isoDate(period.from)} to ${isoDate(period.to)})`,
    },
    lang,
  ),
  guideLine(
    { zh: '截至', en: 'As of' },
    {
      zh: `${isoDate(asOf)}；企业年龄、“近几年”都按这一天算`,
      en: `${isoDate(asOf)}; ages and "the last years" are reckoned at this day`,
    },
    lang,
  ),
];

/** By whose rules. */
export const profileLines = (plan: Plan, lang: Lang): RuleRow[] => [
  guideLine(
    { zh: '方案', en: 'Profile' },
    { zh: `${plan.name.zh}（编号 ${plan.id}）`, en: `${plan.name.en} (id ${plan.id})` },
    lang,
  ),
  guideLine({ zh: '方案状态', en: 'Status of the profile' }, statusText[plan.status], lang),
  ...(plan.about === null ? [] : [guideLine({ zh: '方案说明', en: 'About the profile' }, plan.about, lang)]),
];

export const noticeLine = (notice: Text, lang: Lang): RuleRow =>
  guideLine({ zh: '请注意', en: 'Mind' }, notice, lang);

/** Said where a table has coloured cells. */
export const colourLines = (columns: ReportTable['columns'], lang: Lang): RuleRow[] =>
  columns.every(({ mark }) => mark === undefined)
    ? []
    : [
        guideLine(
          { zh: '颜色', en: 'Colours' },
          {
            zh: '颜色只帮助浏览，单元格的文字已经写明，黑白打印不影响阅读',
            en: 'colours only help the eye: each cell says the same in words, on a black-and-white printer too',
          },
          lang,
        ),
      ];

/** Columns that need a word, each once, in the order in which they stand. */
export function columnLines(
  tables: readonly { readonly columns: ReportTable['columns']; readonly noteOf: NoteOf }[],
  voice: Voice,
): RuleRow[] {
  const told = new Map<string, RuleRow>();
  for (const { columns, noteOf } of tables) {
    const headers = headersOf(columns, voice);
    columns.forEach(({ id }, index) => {
      const note = noteOf(id);
      if (note === undefined) return;
      const name = headers[index]!;
      told.set(`${name}\n${note[voice.lang]}`, guideLine({ zh: name, en: name }, note, voice.lang));
    });
  }
  return [...told.values()];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const aboutTitle: Text = { zh: '这份文件', en: 'This file' };
export const columnsTitle: Text = { zh: '各列怎么看', en: 'What the columns mean' };
export const listsTitle: Text = { zh: '名单与条件', en: 'Lists and their conditions' };
export const gradesTitle: Text = { zh: '等级', en: 'Grades' };
export const indicatorsTitle: Text = {
  zh: '指标、分值和计分方法',
  en: 'Indicators, weights and how they are scored',
};
