import { finding, say } from '../define.js';

/** Trouble with one sheet of a workbook, or with a table on it. */
export const sheetFindings = {
  'sheet.hidden': finding({
    severity: 'info',
    sample: { sheet: '2022年' },
    zh: (a) => say(`工作表「${a.sheet}」是隐藏的，未读取`, '', `要读取请加 --sheet ${a.sheet}`),
    en: (a) => say(`sheet "${a.sheet}" is hidden and was not read`, '', `add --sheet ${a.sheet} to read it`),
  }),
};
