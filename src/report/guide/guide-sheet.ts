import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';
import type { ReportTable, Voice } from '../column.js';
import { noticesOf } from '../notices.js';
import { partLimits, partNotes } from '../part-note.js';

import type { SheetSpec } from '../xlsx/write-sheet.js';
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

const limitsTitle: Text = { zh: '不在其中', en: 'Not in this file' };

const aboutRows = (run: Run, sheets: readonly GuidedSheet[], { lang }: Voice): RuleRow[] => [
  ...sheets.map(({ title, about }) => guideLine(title, about, lang)),
  ...timeLines(run.period, run.asOf, lang),
  ...profileLines(run.plan, lang),
  ...[...noticesOf(run), ...partNotes(run)].map((notice) => noticeLine(notice, lang)),
  ...partLimits(run).map((text) => guideLine(limitsTitle, text, lang)),
  ...colourLines(
    sheets.flatMap(({ columns }) => columns),
    lang,
  ),
];
