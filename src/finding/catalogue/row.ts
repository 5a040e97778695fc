import { finding, say } from '../define.js';

/** Trouble with one row. */
export const rowFindings = {
  'row.duplicate': finding({
    severity: 'warning',
    sample: { id: '91340100MA2N00001X' },
    zh: (a) => say(`${a.id} 的同一行出现了两次，本行不再计入`, '', '请删除多余的一行'),
    en: (a) => say(`the row of ${a.id} stands here again and was set aside`, '', 'delete the extra row'),
  }),
};
