import { finding, say } from '../define.js';

/** Trouble with a whole file, in or out. */
export const fileFindings = {
  'file.not-found': finding({
    severity: 'error',
    sample: { path: '企业.xlsx' },
    zh: (a) => say(`找不到文件 ${a.path}`, '', '请核对路径和文件名'),
    en: (a) => say(`${a.path} does not exist`, '', 'check the path and the file name'),
  }),
};
