import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';

/** What every report of a part must say of itself; nothing for a whole run. */
export const partNotes = ({ part }: Pick<Run, 'part'>): readonly Text[] =>
  part === undefined
    ? []
    : [
        {
          zh: `仅含「${part.by.zh}」为「${part.word.zh}」的企业，名次是全部企业中的名次`,
          en: `Only firms whose ${part.by.en} is "${part.word.en}"; ranks are those among all firms`,
        },
      ];

/** What belongs to no part, for no input says where: told where a workbook is explained. */
export const partLimits = ({ part }: Pick<Run, 'part'>): readonly Text[] =>
  part === undefined
    ? []
    : [
        {
          zh: '不属于任何企业的行（标题、合计等）、上期申报而本期没有申报的企业、本期没有申报的企业的人工调整，以及不按此列分的名册中的未申报企业：它们只在全部企业的报告里',
          en: 'rows of no firm (titles, totals …), firms that filed last time alone, adjustments of firms that did not file, and the unfiled of a roster that tells of another column: they stand in the reports of all firms alone',
        },
      ];
