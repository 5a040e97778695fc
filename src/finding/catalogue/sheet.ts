import { finding, quoteAll, say } from '../define.js';

/** Trouble with one sheet of a workbook, or with a table on it. */
export const sheetFindings = {
  'sheet.hidden': finding({
    severity: 'info',
    sample: { sheet: '2022年' },
    zh: (a) => say(`工作表「${a.sheet}」是隐藏的，未读取`, '', `要读取请加 --sheet ${a.sheet}`),
    en: (a) => say(`sheet "${a.sheet}" is hidden and was not read`, '', `add --sheet ${a.sheet} to read it`),
  }),
  'sheet.hidden-rows': finding({
    severity: 'info',
    sample: { count: 3, rows: ['4', '5', '8'] as readonly string[] },
    zh: (a) =>
      say(
        `有 ${a.count} 行被隐藏或筛选掉（第 ${a.rows.join('、')} 行${a.rows.length < a.count ? ' 等' : ''}）`,
        '',
        '已一并读取；不要这些行请先删除',
      ),
    en: (a) =>
      say(
        `${a.count} rows are hidden or filtered out (${a.rows.join(', ')}${a.rows.length < a.count ? ' …' : ''})`,
        '',
        'they were read like any other; delete them if they are not meant',
      ),
  }),
  'sheet.hidden-columns': finding({
    severity: 'info',
    sample: { columns: ['G', 'J'] as readonly string[] },
    zh: (a) => say(`有 ${a.columns.length} 列被隐藏（${a.columns.join('、')}）`, '', '已一并读取'),
    en: (a) =>
      say(
        `${a.columns.length} columns are hidden (${a.columns.join(', ')})`,
        '',
        'they were read like any other',
      ),
  }),
  'sheet.not-a-table': finding({
    severity: 'info',
    sample: { headers: ['地区', '2019年'] as readonly string[], row: 4 },
    zh: (a) =>
      say(
        a.headers.length > 0
          ? `没有找到企业表：第 ${a.row} 行的表头是${quoteAll(a.headers, 'zh')}`
          : '没有找到企业表',
        '企业表的表头应有「统一社会信用代码」和至少一个方案字段',
        '若这里确有企业数据，请把代码一列的表头改为「统一社会信用代码」；否则不必理会',
      ),
    en: (a) =>
      say(
        a.headers.length > 0
          ? `no table of firms: the header in row ${a.row} is ${quoteAll(a.headers, 'en')}`
          : 'no table of firms',
        'a header with 统一社会信用代码 and at least one field of the profile',
        'if firms do stand here, call the column of their codes 统一社会信用代码; otherwise ignore this',
      ),
  }),
  'sheet.other-table': finding({
    severity: 'warning',
    sample: { headers: ['行业', '企业数', '营业收入（万元）'] as readonly string[] },
    zh: (a) =>
      say(
        `从这一行起是另一张表（${quoteAll(a.headers, 'zh')}），没有统一社会信用代码一列，未读取`,
        '企业表的表头应有「统一社会信用代码」',
        '若这里也是企业，请补上代码一列；若是汇总，不必理会',
      ),
    en: (a) =>
      say(
        `another table begins here (${quoteAll(a.headers, 'en')}); it has no column of credit codes and was not read`,
        'a table of firms has a column 统一社会信用代码',
        'add the codes if these are firms; ignore this if it is a summary',
      ),
  }),
  'sheet.no-header': finding({
    severity: 'error',
    sample: { rows: 120 },
    zh: (a) =>
      say(
        `有 ${a.rows} 行含统一社会信用代码，但没有认出表头，未读取`,
        '表头应有「统一社会信用代码」和至少一个方案字段',
        '若是上一张表的续页，请把它接到上一张表下面，或在第一行补上表头',
      ),
    en: (a) =>
      say(
        `${a.rows} rows hold a credit code, but no header was recognised, so they were not read`,
        'a header with 统一社会信用代码 and at least one field of the profile',
        'if they go on from another sheet, put them under it, or write the header in the first row',
      ),
  }),
  'sheet.no-codes': finding({
    severity: 'error',
    sample: { headers: ['企业名称', '信用代码号', '研发费用'] as readonly string[], row: 1 },
    zh: (a) =>
      say(
        `第 ${a.row} 行的表头（${quoteAll(a.headers, 'zh')}）像是企业表，但没有认出统一社会信用代码一列，整张表未读取`,
        '企业表的表头应有「统一社会信用代码」',
        '请把代码一列的表头改为「统一社会信用代码」；若这里不是要评价的企业，请把这张表移到另一个文件',
      ),
    en: (a) =>
      say(
        `the header in row ${a.row} (${quoteAll(a.headers, 'en')}) looks like one of firms, but no column of credit codes was recognised, and nothing here was read`,
        'a table of firms has a column 统一社会信用代码',
        'call the column of their codes 统一社会信用代码; if these are no firms to assess, move the sheet to another file',
      ),
  }),
  'sheet.no-firms': finding({
    severity: 'warning',
    sample: { row: 4 },
    zh: (a) => say(`第 ${a.row} 行的表头下面没有一家企业`, '', '请核对是否导出了数据'),
    en: (a) =>
      say(`not one firm stands under the header in row ${a.row}`, '', 'check whether the data were exported'),
  }),
};
