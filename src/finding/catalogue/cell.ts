import { finding, say } from '../define.js';

/** Trouble with one cell: always with its address. */
export const cellFindings = {
  'cell.not-a-number': finding({
    severity: 'error',
    sample: { raw: '约1200', field: '研发费用', unit: '万元' },
    zh: (a) => say(`「${a.raw}」不是数字`, `「${a.field}」应为数字${a.unit ? `（${a.unit}）` : ''}`, '请改为数字；没有数据请留空'),
    en: (a) => say(`"${a.raw}" is not a number`, `${a.field} takes a number${a.unit ? ` (${a.unit})` : ''}`, 'enter a number, or leave the cell blank'),
  }),
};
