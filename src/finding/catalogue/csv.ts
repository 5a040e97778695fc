import { finding, say } from '../define.js';

/** Trouble with a record of a text table, before anything is known of its meaning. */
export const csvFindings = {
  'row.quote-open': finding({
    severity: 'error',
    sample: { column: 'B', raw: '"示例云联科技有限公司' },
    zh: (a) =>
      say(
        `${a.column} 列的双引号「${a.raw}」开始后没有结束`,
        '引号应成对',
        '请删去这个引号，或在该单元格末尾补上引号；本行未读取，后面的行不受影响',
      ),
    en: (a) =>
      say(
        `the quote that opens at column ${a.column} (${a.raw}) is never closed`,
        'quotes come in pairs',
        'delete this quote, or close it at the end of the cell; this row was not read, later rows were',
      ),
  }),
  'row.quote-stray': finding({
    severity: 'warning',
    sample: { column: 'B', raw: '"华新"传感有限公司' },
    zh: (a) =>
      say(
        `${a.column} 列「${a.raw}」的引号后面还有文字`,
        '整格的引号后应为分隔符',
        '已连同引号照原样读取；请在 Excel 中改正后另存',
      ),
    en: (a) =>
      say(
        `column ${a.column}: text follows the closing quote in ${a.raw}`,
        'a separator follows a closing quote',
        'it was read as it stands, quotes included; mend it in Excel and save',
      ),
  }),
  'row.cut-short': finding({
    severity: 'error',
    sample: { encoding: 'gb18030' },
    zh: (a) =>
      say(`文件在一个字的中间结束（${a.encoding}）`, '', '传输可能中断，请重新下载或导出；本行未读取'),
    en: (a) =>
      say(
        `the file ends in the middle of a character (${a.encoding})`,
        '',
        'the transfer may have been cut: download or export it again; this row was not read',
      ),
  }),
};
