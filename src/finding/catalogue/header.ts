import { finding, quoteAll, say } from '../define.js';

/** Trouble with a header row or a column as a whole. */
export const headerFindings = {
  'header.unit-assumed': finding({
    severity: 'info',
    sample: { header: '营业收入', unit: '万元' },
    zh: (a) =>
      say(`「${a.header}」没有写单位，按${a.unit}读取`, '', '若不对，请在表头写明单位，如「营业收入（元）」'),
    en: (a) =>
      say(
        `"${a.header}" states no unit and was read as ${a.unit}`,
        '',
        'if that is wrong, write the unit in the header',
      ),
  }),
  'header.ambiguous': finding({
    severity: 'error',
    sample: {
      field: '营业收入',
      columns: ['D', 'F'] as readonly string[],
      headers: ['营业收入（万元）', '营业收入（万元）'] as readonly string[],
    },
    zh: (a) =>
      say(
        `${a.columns.join('、')} 列都像是「${a.field}」（表头为${quoteAll(a.headers, 'zh')}）`,
        '一个字段只能取自一列',
        '请改表头以示区别（如「上年营业收入」），或删去不用的一列',
      ),
    en: (a) =>
      say(
        `columns ${a.columns.join(', ')} all claim ${a.field} (headers ${quoteAll(a.headers, 'en')})`,
        'a field is taken from one column',
        'rename a header to tell them apart, or delete the column that is not meant',
      ),
  }),
  'header.second-claim': finding({
    severity: 'info',
    sample: { field: '营业收入', taken: '营业收入', left: '营业总收入', column: 'F' },
    zh: (a) =>
      say(
        `「${a.field}」取自「${a.taken}」；${a.column} 列「${a.left}」也像它，未用`,
        '',
        '若不对，请改表头',
      ),
    en: (a) =>
      say(
        `${a.field} was taken from "${a.taken}"; column ${a.column} "${a.left}" resembles it and was not used`,
        '',
        'if that is wrong, rename the header',
      ),
  }),
  'header.field-missing': finding({
    severity: 'error',
    sample: {
      field: '研发费用',
      id: 'rd_expense',
      unit: '万元',
      points: 21,
      near: ['研发支出'] as readonly string[],
    },
    zh: (a) =>
      say(
        `没有「${a.field}」这一列${a.points > 0 ? `，它关系到 ${a.points} 分` : ''}`,
        a.near.length > 0
          ? `最相近的表头是${quoteAll(a.near, 'zh')}`
          : `应有一列「${a.field}」${a.unit ? `（${a.unit}）` : ''}`,
        `${a.near.length > 0 ? '若就是它，请把表头改成字段名' : '请补上这一列'}；确实没有，就加 --without ${a.id}（会写进每份报告）`,
      ),
    en: (a) =>
      say(
        `no column holds ${a.field} (${a.id})${a.points > 0 ? `; ${a.points} points depend on it` : ''}`,
        a.near.length > 0
          ? `the nearest headers are ${quoteAll(a.near, 'en')}`
          : `expected a column "${a.field}"${a.unit ? ` (${a.unit})` : ''}`,
        `${a.near.length > 0 ? 'if one of them is meant, rename it' : 'add the column'}; if there is none, say --without ${a.id} (every report will show it)`,
      ),
  }),
  'header.field-optional': finding({
    severity: 'info',
    sample: { field: '首次推荐结果' },
    zh: (a) => say(`没有「${a.field}」这一列，全部按空白处理（方案允许）`),
    en: (a) => say(`no column holds ${a.field}: all blank, as the profile allows`),
  }),
  'header.field-without': finding({
    severity: 'warning',
    sample: { field: '研发费用', points: 21 },
    zh: (a) =>
      say(
        `按 --without 的要求，「${a.field}」全部按空白处理${a.points > 0 ? `，最多影响 ${a.points} 分` : ''}`,
      ),
    en: (a) =>
      say(
        `${a.field} is blank for all firms, as --without asked${a.points > 0 ? `; up to ${a.points} points depend on it` : ''}`,
      ),
  }),
  'header.foreign-currency': finding({
    severity: 'error',
    sample: { header: '营业收入（万美元）', unit: '万美元', field: '营业收入', expected: '万元' },
    zh: (a) =>
      say(
        `「${a.header}」以${a.unit}计`,
        `「${a.field}」应为人民币（${a.expected}）`,
        '请按规定汇率折算成人民币后填写，并改表头单位',
      ),
    en: (a) =>
      say(
        `"${a.header}" is in ${a.unit}`,
        `${a.field} is in ${a.expected}`,
        'convert it and change the unit in the header',
      ),
  }),
  'header.unit-mismatch': finding({
    severity: 'error',
    sample: { header: '营业收入（人）', unit: '人', field: '营业收入', expected: '万元' },
    zh: (a) =>
      say(
        `「${a.header}」的单位是「${a.unit}」`,
        `「${a.field}」的单位应为${a.expected || '数字'}`,
        '请核对这一列是否填错，或改表头单位',
      ),
    en: (a) =>
      say(
        `"${a.header}" is in ${a.unit}`,
        `${a.field} is in ${a.expected || 'plain numbers'}`,
        'check the column, or correct the unit in its header',
      ),
  }),
  'header.id-by-content': finding({
    severity: 'info',
    sample: { header: '编码', column: 'C' },
    zh: (a) =>
      say(
        `没有表头写明统一社会信用代码；${a.column} 列${a.header ? `「${a.header}」` : ''}内容都是它，按它读取`,
        '',
        '建议把表头改为「统一社会信用代码」',
      ),
    en: (a) =>
      say(
        `no header names the credit code; column ${a.column}${a.header ? ` "${a.header}"` : ''} is full of them and was taken`,
        '',
        'rename the header to 统一社会信用代码',
      ),
  }),
};
