import { finding, say } from '../define.js';

/** Trouble with a header row or a column as a whole. */
export const headerFindings = {
  'header.unit-assumed': finding({
    severity: 'info',
    sample: { header: '营业收入', unit: '万元' },
    zh: (a) => say(`「${a.header}」没有写单位`, '', `按${a.unit}读取；若不对，请在表头写明单位`),
    en: (a) => say(`"${a.header}" states no unit`, '', `read as ${a.unit}; if that is wrong, write the unit in the header`),
  }),
};
