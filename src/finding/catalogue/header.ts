// Long because it is a list: one entry a finding, text in two languages, no logic.
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
        `${a.near.length > 0 ? '若就是它，请把表头改成字段名' : '请补上这一列'}，或用 inspect --save-mapping 写出对照表、把那一列指给 ${a.id}；确实没有，就加 --without ${a.id}（会写进每份报告）`,
      ),
    en: (a) =>
      say(
        `no column holds ${a.field} (${a.id})${a.points > 0 ? `; ${a.points} points depend on it` : ''}`,
        a.near.length > 0
          ? `the nearest headers are ${quoteAll(a.near, 'en')}`
          : `expected a column "${a.field}"${a.unit ? ` (${a.unit})` : ''}`,
        `${a.near.length > 0 ? 'if one of them is meant, rename it' : 'add the column'}, or save a mapping by inspect --save-mapping and point a column to ${a.id}; if there is none, say --without ${a.id} (every report will show it)`,
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
  'header.mapping-changed': finding({
    severity: 'error',
    sample: { column: 'F', expected: '研发费用（万元）', found: '研发支出', row: 3 },
    zh: (a) =>
      say(
        `第 ${a.row} 行 ${a.column} 列的表头现在是「${a.found}」`,
        `对照表里是「${a.expected}」`,
        '若内容没变，请改对照表里的 header；若列变了，请重新 inspect --save-mapping',
      ),
    en: (a) =>
      say(
        `the header in column ${a.column} of row ${a.row} is now "${a.found}"`,
        `the saved mapping says "${a.expected}"`,
        'if the content is the same, correct header in the mapping; if columns moved, save a new one by inspect --save-mapping',
      ),
  }),
  'header.mapping-new': finding({
    severity: 'warning',
    sample: { column: 'AF', header: '净利润（万元）' },
    zh: (a) => say(`${a.column} 列「${a.header}」不在对照表里，未读取`, '', '要用它，请在对照表里加上这一列'),
    en: (a) =>
      say(
        `column ${a.column} "${a.header}" is not in the saved mapping and was not read`,
        '',
        'add the column to the mapping to use it',
      ),
  }),
  'header.mapping-no-id': finding({
    severity: 'warning',
    sample: { id: 'credit_code' },
    zh: (a) =>
      say(
        `对照表没有给这张表指定统一社会信用代码一列，因此不作为企业表读取`,
        '',
        `这里若是企业表，请在对照表里把代码那一列写成 field: ${a.id}`,
      ),
    en: (a) =>
      say(
        'the saved mapping names no column of credit codes here, so the sheet was not read as a table of firms',
        '',
        `if firms stand here, write field: ${a.id} at the column of their codes`,
      ),
  }),
  'header.mapping-unused': finding({
    severity: 'warning',
    sample: { sheet: '企业' },
    zh: (a) =>
      say(
        a.sheet === ''
          ? '对照表没有提到这个文件，按表头自动识别'
          : `对照表没有提到工作表「${a.sheet}」，按表头自动识别`,
        '',
        '请用 inspect 核对这张表',
      ),
    en: (a) =>
      say(
        `the saved mapping does not speak of ${a.sheet === '' ? 'this file' : `sheet "${a.sheet}"`}: it was matched by its headers`,
        '',
        'check it by inspect',
      ),
  }),
  'header.mapping-renamed': finding({
    severity: 'info',
    sample: { saved: '汇总' },
    zh: (a) =>
      say(
        a.saved === ''
          ? '对照表里没有这张表的名字，表头与其中的一张相同，按那一张读取'
          : `对照表里叫「${a.saved}」的表与这张表头相同，按它读取`,
        '',
        '若不是同一种表，请重新 inspect --save-mapping',
      ),
    en: (a) =>
      say(
        `the saved mapping ${a.saved === '' ? 'has one table' : `calls it "${a.saved}": a table`} with the same headers, by which this sheet was read`,
        '',
        'save a new one by inspect --save-mapping if it is another kind of table',
      ),
  }),
  'header.unit-from-title': finding({
    severity: 'info',
    sample: { unit: '万元', text: '单位：万元', columns: ['D', 'F'] as readonly string[] },
    zh: (a) =>
      say(
        `${a.columns.join('、')} 列的表头没有写单位，按标题「${a.text}」以${a.unit}读取`,
        '',
        '若不对，请在表头写明单位，如「营业收入（元）」',
      ),
    en: (a) =>
      say(
        `the headers of columns ${a.columns.join(', ')} state no unit; by the title "${a.text}" they were read as ${a.unit}`,
        '',
        'if that is wrong, write the unit in the header',
      ),
  }),
  'header.merged-down': finding({
    severity: 'info',
    sample: { headers: ['所属区县'] as readonly string[] },
    zh: (a) =>
      say(
        `${quoteAll(a.headers, 'zh')}有跨行合并的单元格，合并范围内的每家企业都按同一个值读取`,
        '',
        '若不对，请取消合并，逐行填写',
      ),
    en: (a) =>
      say(
        `${quoteAll(a.headers, 'en')} has cells merged over several rows: each firm under one has what it says`,
        '',
        'if that is wrong, unmerge them and fill in each row',
      ),
  }),
  'header.second-table': finding({
    severity: 'warning',
    sample: { headers: ['企业名称', '营业收入（元）'] as readonly string[] },
    zh: (a) =>
      say(
        `同一工作表里又有一个表头（${quoteAll(a.headers, 'zh')}），下面的行按它读取`,
        '',
        '请核对各列和单位；建议一张工作表只放一张表',
      ),
    en: (a) =>
      say(
        `another header stands on this sheet (${quoteAll(a.headers, 'en')}); the rows below were read by it`,
        '',
        'check columns and units; one table a sheet is better',
      ),
  }),
  'header.side-by-side': finding({
    severity: 'error',
    sample: { columns: ['B', 'G'] as readonly string[], from: 'F' },
    zh: (a) =>
      say(
        `${a.columns.join('、')} 列都是统一社会信用代码：像是两张表左右并排，每行有两家企业`,
        '一行只能是一家企业',
        `请把 ${a.from} 列起的右边那张表移到左边那张表的下面，或移到另一张工作表`,
      ),
    en: (a) =>
      say(
        `columns ${a.columns.join(' and ')} both hold credit codes: two tables seem to stand side by side, two firms a row`,
        'a row is one firm',
        `move the table that begins at column ${a.from} below the other one, or to a sheet of its own`,
      ),
  }),
  'header.beyond-gap': finding({
    severity: 'warning',
    sample: { gap: 'J', headers: ['研发费用（万元）'] as readonly string[] },
    zh: (a) =>
      say(
        `${a.gap} 列整列空白，它右边的${quoteAll(a.headers, 'zh')}按同一张表读取`,
        '一行各列应是同一家企业的',
        '若右边是另一张表，请移到另一张工作表',
      ),
    en: (a) =>
      say(
        `column ${a.gap} is blank throughout; ${quoteAll(a.headers, 'en')} to its right was read as the same table`,
        'the columns of a row belong to one firm',
        'if another table stands there, move it to a sheet of its own',
      ),
  }),
  'header.nameless': finding({
    severity: 'info',
    sample: { column: 'D', raw: '是' },
    zh: (a) =>
      say(`${a.column} 列有数据（如「${a.raw}」）但没有表头，未读取`, '', '要用这一列，请给它写上表头'),
    en: (a) =>
      say(
        `column ${a.column} holds data (like "${a.raw}") but has no header and was not read`,
        '',
        'write a header over it if it is meant',
      ),
  }),
  'header.other-year': finding({
    severity: 'warning',
    sample: { header: '2023年 / 营业收入', field: '营业收入', year: 2025 },
    zh: (a) =>
      say(
        `「${a.header}」写的不是 ${a.year} 年`,
        `本次评价期是 ${a.year} 年；表里没有别的年份，按本期的「${a.field}」读取`,
        '请核对文件或 --period 是否拿错了年份',
      ),
    en: (a) =>
      say(
        `"${a.header}" is not of ${a.year}`,
        `the period is ${a.year}; the table has no other year, so it was read as this period's ${a.field}`,
        'check whether the file or --period is of the wrong year',
      ),
  }),
  'header.ratio-fractions': finding({
    severity: 'warning',
    sample: { field: '研发费用占比', column: '研发费用占比', raw: '0.07', count: 120 },
    zh: (a) =>
      say(
        `「${a.column}」的数字全都小于 1（如 ${a.raw}，共 ${a.count} 个），按百分数读成了 ${a.raw}%`,
        `「${a.field}」以 % 计，7% 应写 7 或 7%`,
        '若这些数是小数（0.07 即 7%），请把整列设为百分比格式，或乘以 100',
      ),
    en: (a) =>
      say(
        `every number of "${a.column}" is below 1 (like ${a.raw}, ${a.count} of them) and was read as ${a.raw}%`,
        `${a.field} is in %: 7% is written 7 or 7%`,
        'if they are fractions (0.07 for 7%), set the column to Percentage, or multiply it by 100',
      ),
  }),
  'header.part-of-year': finding({
    severity: 'warning',
    sample: { header: '营业收入（1-9月）', field: '营业收入' },
    zh: (a) =>
      say(
        `「${a.header}」不是全年数`,
        `「${a.field}」应为全年数；这里照原数读取，不折算成全年`,
        '请换成全年数，或在报告中说明口径',
      ),
    en: (a) =>
      say(
        `"${a.header}" is not a figure of a whole year`,
        `${a.field} is one; it was read as it stands and not blown up to a year`,
        'give the figure of the year, or say in the report what it covers',
      ),
  }),
};
