// Long because it is a list: one entry a finding, text in two languages, no logic.
import type { Text } from '../../model/text.js';
import { finding, quoteAll, say } from '../define.js';

/** What a file can hold, by its first bytes. Codes in data, words for people. */
const holdings: Readonly<Record<string, Text>> = {
  csv: { zh: '文本表格（CSV）', en: 'a text table (CSV)' },
  xlsx: { zh: 'Excel 工作簿（xlsx）', en: 'an Excel workbook (xlsx)' },
  xls: { zh: 'Excel 97-2003 工作簿（xls）', en: 'an Excel 97-2003 workbook (xls)' },
  xlsb: { zh: 'Excel 二进制工作簿（xlsb）', en: 'an Excel binary workbook (xlsb)' },
  ods: { zh: 'OpenDocument 表格（ods）', en: 'an OpenDocument spreadsheet (ods)' },
  html: { zh: '网页表格（HTML）', en: 'a table in a web page (HTML)' },
  xml: { zh: 'XML 表格', en: 'an XML spreadsheet' },
  pdf: { zh: 'PDF 文档', en: 'a PDF document' },
  word: { zh: 'Word 文档', en: 'a Word document' },
  powerpoint: { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' },
  numbers: { zh: 'Apple Numbers 表格', en: 'an Apple Numbers spreadsheet' },
  mht: { zh: '单个文件网页（mht）', en: 'a single-file web page (mht)' },
  rtf: { zh: 'RTF 文档', en: 'an RTF document' },
  zip: { zh: 'ZIP 压缩包', en: 'a ZIP archive' },
  rar: { zh: 'RAR 压缩包', en: 'a RAR archive' },
  '7z': { zh: '7z 压缩包', en: 'a 7z archive' },
  gzip: { zh: '压缩文件（gzip）', en: 'a gzip file' },
  compressed: { zh: '压缩文件', en: 'a compressed file' },
  image: { zh: '图片', en: 'an image' },
  access: { zh: 'Access 数据库', en: 'an Access database' },
  database: { zh: '数据库文件', en: 'a database file' },
  parquet: { zh: 'Parquet 数据文件', en: 'a Parquet file' },
  program: { zh: '可执行程序', en: 'a program' },
  email: { zh: '邮件', en: 'an e-mail message' },
  markup: { zh: '网页或 XML 文件', en: 'a web page or XML file' },
  ole: { zh: '旧版 Office 文件', en: 'an old Office file' },
  utf32: { zh: 'UTF-32 编码的文本', en: 'text in UTF-32' },
  binary: { zh: '二进制数据', en: 'binary data' },
};

const archives: ReadonlySet<string> = new Set(['zip', 'rar', '7z', 'gzip', 'compressed']);

const word = (kind: string, lang: 'zh' | 'en'): string => holdings[kind]?.[lang] ?? kind;
const holds = (kind: string, lang: 'zh' | 'en'): string => gap(word(kind, lang), lang);

/** Latin words and figures stand apart from Chinese ones. */
const gap = (text: string, lang: 'zh' | 'en'): string =>
  lang === 'zh' && /^[!-~]/.test(text) ? ` ${text}` : text;

/** Trouble with a whole file, in or out. */
export const fileFindings = {
  'file.not-found': finding({
    severity: 'error',
    sample: { path: '企业.xlsx' },
    zh: (a) =>
      say(
        `找不到文件 ${a.path}`,
        '',
        isPattern(a.path)
          ? '没有这样的文件，或这个命令行不会把 * 和 ? 换成文件名：请逐个写出，或写进 innopoints.yaml 的 inputs'
          : '请核对路径和文件名',
      ),
    en: (a) =>
      say(
        `${a.path} does not exist`,
        '',
        isPattern(a.path)
          ? 'no file is like that, or this command line does not put names for * and ?: write each, or put it in inputs of innopoints.yaml'
          : 'check the path and the file name',
      ),
  }),
  'file.not-utf8': finding({
    severity: 'error',
    sample: { path: '对照表.yaml' },
    zh: (a) => say(`${a.path} 不是 UTF-8 编码`, '', '请用记事本打开，另存为，编码选「UTF-8」，再重试'),
    en: (a) => say(`${a.path} is not in UTF-8`, '', 'save it as UTF-8 in your editor and try again'),
  }),
  'file.is-folder': finding({
    severity: 'error',
    sample: { path: '2025年数据' },
    zh: (a) => say(`${a.path} 是文件夹`, '应为一个表格文件', '请写出其中的文件名'),
    en: (a) => say(`${a.path} is a folder`, 'a spreadsheet file is expected', 'name the files in it'),
  }),
  'file.not-regular': finding({
    severity: 'error',
    sample: { path: '/dev/zero' },
    zh: (a) => say(`${a.path} 是管道或设备`, '应为一个普通文件', '请先存成文件，或用 - 从标准输入读取'),
    en: (a) =>
      say(
        `${a.path} is a pipe or a device`,
        'a regular file is expected',
        'save it as a file first, or use - to read standard input',
      ),
  }),
  'file.no-permission': finding({
    severity: 'error',
    sample: { path: '企业.xlsx' },
    zh: (a) => say(`没有权限读取 ${a.path}`, '', '请向文件的所有者申请读取权限，或复制一份到自己的文件夹'),
    en: (a) =>
      say(
        `no permission to read ${a.path}`,
        '',
        'ask the owner for read permission, or copy the file to a folder of yours',
      ),
  }),
  'file.cannot-read': finding({
    severity: 'error',
    sample: { path: '企业.xlsx', code: 'EIO' },
    zh: (a) => say(`读取 ${a.path} 时出错（${a.code}）`, '', '请把文件复制到本机硬盘后重试'),
    en: (a) => say(`reading ${a.path} failed (${a.code})`, '', 'copy the file to a local disk and try again'),
  }),
  'file.changed': finding({
    severity: 'error',
    sample: { path: '企业.xlsx' },
    zh: (a) => say(`${a.path} 在读取过程中被改动`, '', '请等文件保存完毕后重新运行'),
    en: (a) => say(`${a.path} changed while it was read`, '', 'wait until the file is saved, then run again'),
  }),
  'file.empty': finding({
    severity: 'error',
    sample: { path: '企业.csv' },
    zh: (a) => say(`${a.path} 是空文件（0 字节）`, '', '请重新导出'),
    en: (a) => say(`${a.path} is empty (0 bytes)`, '', 'export it again'),
  }),
  'file.no-rows': finding({
    severity: 'error',
    sample: { sheets: ['Sheet1'] as readonly string[] },
    zh: (a) =>
      say(
        a.sheets.length ? `工作表 ${quoteAll(a.sheets, 'zh')} 都没有数据` : '文件里没有一行数据',
        '应有表头和数据行',
        '请核对是否导出了正确的表',
      ),
    en: (a) =>
      say(
        a.sheets.length
          ? `no sheet has any data (${quoteAll(a.sheets, 'en')})`
          : 'the file has no row of data',
        'a header and data rows are expected',
        'check that the right table was exported',
      ),
  }),
  'file.only-hidden': finding({
    severity: 'error',
    sample: { sheets: ['2022年'] as readonly string[] },
    zh: (a) =>
      say(
        `所有工作表都是隐藏的：${quoteAll(a.sheets, 'zh')}`,
        '',
        `要读取请加 --sheet ${a.sheets[0] ?? ''}，或在 Excel 中取消隐藏后保存`,
      ),
    en: (a) =>
      say(
        `every sheet is hidden: ${quoteAll(a.sheets, 'en')}`,
        '',
        `add --sheet ${a.sheets[0] ?? ''} to read it, or unhide it in Excel and save`,
      ),
  }),
  'file.other-format': finding({
    severity: 'info',
    sample: { extension: '.csv', holds: 'xlsx' },
    zh: (a) => say(`扩展名是 ${a.extension}，内容是${holds(a.holds, 'zh')}`, '', '已按内容读取'),
    en: (a) =>
      say(`named ${a.extension} but holds ${holds(a.holds, 'en')}`, '', 'it was read by its content'),
  }),
  'file.not-a-table': finding({
    severity: 'error',
    sample: { holds: 'pdf', inside: [] as readonly string[] },
    zh: (a) => {
      const inside = a.inside.length ? `，其中有 ${quoteAll(a.inside, 'zh')}` : '';
      const fix = archives.has(a.holds)
        ? '请解压后给出其中的表格文件'
        : '请把其中的表格另存为 .xlsx 或 CSV 后重试';
      return say(`这是${holds(a.holds, 'zh')}${inside}，不是表格`, '应为 xlsx、xls、csv 等表格文件', fix);
    },
    en: (a) => {
      const inside = a.inside.length ? ` with ${quoteAll(a.inside, 'en')} inside` : '';
      const fix = archives.has(a.holds)
        ? 'unpack it and name the spreadsheet in it'
        : 'save the table in it as .xlsx or CSV and try again';
      return say(
        `this is ${holds(a.holds, 'en')}${inside}, not a table`,
        'an xlsx, xls, csv or other spreadsheet is expected',
        fix,
      );
    },
  }),
  'file.password': finding({
    severity: 'error',
    sample: { holds: 'xlsx' },
    zh: (a) =>
      say(
        `文件设有打开密码（${word(a.holds, 'zh')}）`,
        '',
        a.holds === 'zip'
          ? '请解压后给出其中的表格文件'
          : '请在 Excel 中打开，“文件—信息—保护工作簿”去掉密码后保存',
      ),
    en: (a) =>
      say(
        `the file needs a password (${word(a.holds, 'en')})`,
        '',
        a.holds === 'zip'
          ? 'unpack it and name the spreadsheet in it'
          : 'open it in Excel, remove the password (File, Info, Protect Workbook) and save',
      ),
  }),
  'file.damaged': finding({
    severity: 'error',
    sample: { holds: 'xlsx', detail: 'unexpected end of file' },
    zh: (a) =>
      say(
        `看起来是${holds(a.holds, 'zh')}，但内容不完整或已损坏${a.detail ? `（${a.detail}）` : ''}`,
        '',
        '请重新下载或复制；若 Excel 能打开，请另存为 .xlsx 后重试',
      ),
    en: (a) =>
      say(
        `it looks like ${holds(a.holds, 'en')}, but is cut short or damaged${a.detail ? ` (${a.detail})` : ''}`,
        '',
        'download or copy it again; if Excel opens it, save it as .xlsx and try again',
      ),
  }),
  'file.inflated-too-large': finding({
    severity: 'error',
    sample: {
      part: 'xl/sharedStrings.xml',
      size: '280 MiB',
      limit: '256 MiB',
      raise: '4GiB',
      share: 4,
      whole: '1 GiB',
    },
    zh: (a) =>
      say(
        `压缩内容${a.part ? ` ${a.part} ` : ''}展开后有 ${a.size}`,
        a.share === 1
          ? `整个工作簿的上限为 ${a.limit}`
          : `${a.share === 4 ? '其中一张表或全部文字' : '表和文字以外的部分合计'}的上限为 ${a.limit}，即整个工作簿上限 ${a.whole} 的 1/${a.share}`,
        `若文件可信，请加 --max-inflated ${a.raise}；否则请在 Excel 中只保留数据区后另存`,
      ),
    en: (a) =>
      say(
        `${a.part ? `its part ${a.part}` : 'its content'} unpacks to ${a.size}`,
        a.share === 1
          ? `the limit of the whole workbook is ${a.limit}`
          : `the limit of ${a.share === 4 ? 'one sheet, or of all texts,' : 'all that is neither sheet nor text'} is ${a.limit}: 1/${a.share} of the ${a.whole} of the whole workbook`,
        `if you trust the file, add --max-inflated ${a.raise}; otherwise keep only the data in Excel and save it again`,
      ),
  }),
  'file.too-many-parts': finding({
    severity: 'error',
    sample: { count: 100000, limit: 10000 },
    zh: (a) =>
      say(
        `压缩包内有 ${a.count} 个部分`,
        `上限为 ${a.limit} 个`,
        `请在 Excel 中删去图片，另存为新的 .xlsx；若文件可信，请加 --max-parts ${a.count}`,
      ),
    en: (a) =>
      say(
        `it holds ${a.count} parts`,
        `the limit is ${a.limit}`,
        `delete its pictures in Excel and save it as a new .xlsx; if you trust the file, add --max-parts ${a.count}`,
      ),
  }),
  'file.record-too-wide': finding({
    severity: 'error',
    sample: { line: 1, count: 100000, whole: true as boolean, limit: 16384 },
    zh: (a) =>
      say(
        `文件第 ${a.line} 行有${a.whole ? '' : '不止'} ${a.count} 列`,
        `上限为 ${a.limit} 列，与 Excel 相同`,
        `请只保留需要的列后另存；若行与列颠倒了，请转置；确实有这么多列，请加 --max-columns ${a.whole ? a.count : a.count * 2}`,
      ),
    en: (a) =>
      say(
        `line ${a.line} has ${a.whole ? '' : 'more than '}${a.count} columns`,
        `the limit is ${a.limit}, as in Excel`,
        `keep only the columns that are needed and save it again, or turn rows into columns if they were swapped; if there are really so many, add --max-columns ${a.whole ? a.count : a.count * 2}`,
      ),
  }),
  'file.record-too-long': finding({
    severity: 'error',
    sample: { line: 2, limit: '16 MiB' },
    zh: (a) =>
      say(
        `从文件第 ${a.line} 行起 ${a.limit} 内没有一条完整的记录`,
        `一条记录最多 ${a.limit}`,
        '请检查导出时的换行：每家企业应占一行；图片、附件等长内容请从表中删去',
      ),
    en: (a) =>
      say(
        `from line ${a.line} on, no record ends within ${a.limit}`,
        `a record has ${a.limit} at most`,
        'check the line ends of the export: each firm has a line of its own; take pictures, attachments and the like out of the table',
      ),
  }),
  'file.too-large': finding({
    severity: 'error',
    sample: { size: '1.2 GiB', limit: '1 GiB', raise: '4GiB' },
    zh: (a) =>
      say(`文件大小为 ${a.size}`, `上限为 ${a.limit}`, `请拆成几个文件，或加 --max-inflated ${a.raise}`),
    en: (a) =>
      say(
        `the file has ${a.size}`,
        `the limit is ${a.limit}`,
        `split it into several files, or add --max-inflated ${a.raise}`,
      ),
  }),
  'file.sheet-too-long': finding({
    severity: 'error',
    sample: { part: 'xl/worksheets/sheet1.xml', size: '940 MiB', limit: '500 MiB' },
    zh: (a) =>
      say(
        `工作表 ${a.part} 展开后有 ${a.size}`,
        `一张表最多 ${a.limit}`,
        '请把这张表另存为 CSV，或拆成几张表',
      ),
    en: (a) =>
      say(
        `the sheet ${a.part} unpacks to ${a.size}`,
        `one sheet may have ${a.limit}`,
        'save this sheet as CSV, or split it into several sheets',
      ),
  }),
  'file.text-too-long': finding({
    severity: 'error',
    sample: { part: 'xl/sharedStrings.xml', limit: '16 MiB' },
    zh: (a) =>
      say(
        `${a.part === '' ? '文件' : `${a.part} `}里有一段文字超过 ${a.limit}`,
        'Excel 的一个单元格最多 32767 个字符',
        '请从导出程序里去掉图片、附件等长内容的一列，重新导出',
      ),
    en: (a) =>
      say(
        `${a.part === '' ? 'the file' : a.part} holds a text of more than ${a.limit}`,
        'a cell of Excel has 32,767 characters at most',
        'take the column with pictures, attachments or the like out of the export, and export it again',
      ),
  }),
  'file.takes-memory': finding({
    severity: 'warning',
    sample: { size: '300 MiB', memory: '2.4 GiB' },
    zh: (a) =>
      say(
        `有一张表展开后有 ${a.size}，由通用库读取，约占内存 ${a.memory}`,
        '',
        '内存不够时会被系统中止；请在 Excel 中另存为 .xlsx 或 CSV 后再来，占用就很小',
      ),
    en: (a) =>
      say(
        `a sheet of it unpacks to ${a.size} and is read by the library, which takes about ${a.memory} of memory`,
        '',
        'where there is less, the system ends the run; saved in Excel as .xlsx or CSV it takes little',
      ),
  }),
  'file.encoding-unsure': finding({
    severity: 'error',
    sample: { first: '蜓腔,ン穨嘿' },
    zh: (a) =>
      say(
        `无法确定文字编码：不是 UTF-8，按 GB18030 读出「${a.first}」，没有认识的表头`,
        '应为 UTF-8 或 GB18030（GBK）',
        '若上面的文字通顺，请加 --encoding gb18030；否则在 Excel 中另存为“CSV UTF-8”',
      ),
    en: (a) =>
      say(
        `the text encoding is not certain: not UTF-8, and as GB18030 it reads "${a.first}", with no known header`,
        'UTF-8 or GB18030 (GBK) is expected',
        'if that text makes sense, add --encoding gb18030; otherwise save it in Excel as "CSV UTF-8"',
      ),
  }),
  'file.looks-like-big5': finding({
    severity: 'error',
    sample: { first: '序號,企業名稱' },
    zh: (a) =>
      say(
        `文字编码像是 Big5（繁体）：按 Big5 读出「${a.first}」`,
        '应为 UTF-8 或 GB18030（GBK）',
        '若上面的文字通顺，请加 --encoding big5',
      ),
    en: (a) =>
      say(
        `the text looks like Big5: read so, it begins "${a.first}"`,
        'UTF-8 or GB18030 (GBK) is expected',
        'if that text makes sense, add --encoding big5',
      ),
  }),
  'file.two-encodings': finding({
    severity: 'error',
    sample: { line: 12, main: 'utf-8', other: 'gb18030' },
    zh: (a) =>
      say(
        `文件第 ${a.line} 行${a.other ? `像是 ${a.other} 编码` : `不是 ${a.main} 编码`}，其他行是 ${a.main}`,
        '一个文件应只有一种编码',
        '请分别打开原来的文件，各自另存为“CSV UTF-8”后再合并',
      ),
    en: (a) =>
      say(
        `line ${a.line} ${a.other ? `looks like ${a.other}` : `is not ${a.main}`}, other lines are ${a.main}`,
        'a file has one encoding',
        'open the original files, save each as "CSV UTF-8" and join them again',
      ),
  }),
  'file.undecodable': finding({
    severity: 'error',
    sample: { line: 12, encoding: 'gb18030' },
    zh: (a) =>
      say(
        `文件第 ${a.line} 行不能按 ${a.encoding} 解读`,
        '',
        '请在 Excel 中打开核对这一行，另存为“CSV UTF-8”；或用 --encoding 指明编码',
      ),
    en: (a) =>
      say(
        `line ${a.line} cannot be read as ${a.encoding}`,
        '',
        'check that line in Excel and save the file as "CSV UTF-8", or name the encoding with --encoding',
      ),
  }),
  'file.encoding-unknown': finding({
    severity: 'error',
    sample: { encoding: 'gbk2312' },
    zh: (a) => say(`没有名为「${a.encoding}」的编码`, '', '可用 utf-8、gb18030、big5、utf-16le、utf-16be'),
    en: (a) =>
      say(`no encoding is called "${a.encoding}"`, '', 'use utf-8, gb18030, big5, utf-16le or utf-16be'),
  }),
  'file.list-held': finding({
    severity: 'info',
    sample: { field: '失信被执行人', found: 3, outside: 120 },
    zh: (a) =>
      a.found + a.outside === 0
        ? say(`名单「${a.field}」有表头，没有一行企业；全部企业按「否」`, '', '若名单不应为空，请核对文件')
        : say(
            `名单「${a.field}」：对上 ${a.found} 行，另有 ${a.outside} 行的企业不在申报表中；未列入的企业按「否」`,
            '',
            a.found > 0 ? '' : '一行也没有对上：请核对名单的代码一列和企业名称，确认不是拿错了文件',
          ),
    en: (a) =>
      a.found + a.outside === 0
        ? say(
            `list ${a.field} has a header and no row: every firm counts as no`,
            '',
            'check the file if the list should not be empty',
          )
        : say(
            `list ${a.field}: ${a.found} rows met a firm of the input, ${a.outside} did not; firms that are not listed count as no`,
            '',
            a.found > 0
              ? ''
              : 'not one row met a firm: check its codes and names, and that it is the right file',
          ),
  }),
  'file.mapping-unfit': finding({
    severity: 'error',
    sample: {
      file: '2026Q2.xlsx',
      sheet: '汇总',
      row: 3,
      headers: ['企业编码', '全年进账（元）'] as readonly string[],
      sheets: ['2026Q3.xlsx/Sheet1'] as readonly string[],
    },
    zh: (a) =>
      say(
        `对照表里 ${a.file} ${a.sheet === '' ? '' : `「${a.sheet}」`}的表在输入中找不到：它的第 ${a.row} 行表头是${quoteAll(a.headers, 'zh')}`,
        `输入里有 ${a.sheets.join('、')}，名称不同，表头也不同`,
        '请核对文件；表变了，请用 inspect --save-mapping 重新写出对照表；不再需要这张表，请从对照表里删去它',
      ),
    en: (a) =>
      say(
        `no input has the table that the mapping saved of ${a.file}${a.sheet === '' ? '' : ` "${a.sheet}"`}, with the headers ${quoteAll(a.headers, 'en')} in row ${a.row}`,
        `the inputs have ${a.sheets.join(', ')}, under other names and other headers`,
        'check the files; where the table changed, save a new mapping by inspect --save-mapping; where it is no longer meant, delete it from the mapping',
      ),
  }),
  'file.no-table': finding({
    severity: 'error',
    sample: {
      option: '--veto',
      sheet: 'Sheet1',
      headers: ['序号', '当事方', '代号'] as readonly string[],
      row: 2,
    },
    zh: (a) =>
      say(
        `${a.option === '' ? '这个文件' : `${a.option} 的文件`}里没有认出一张表${
          a.headers.length === 0
            ? ''
            : `：${a.sheet === '' ? '' : `「${a.sheet}」`}第 ${a.row} 行的表头是${quoteAll(a.headers, 'zh')}`
        }`,
        a.option === '--veto'
          ? '名单应有一行表头，含「统一社会信用代码」或「企业名称」'
          : '企业表的表头应有「统一社会信用代码」和至少一个方案字段',
        a.option === '--veto'
          ? '请补上或改正表头，或核对是否拿错了文件'
          : '请改正表头；若它不是企业表，请不要放在输入里，或加 --skip-unreadable 略过（会写进每份报告）',
      ),
    en: (a) =>
      say(
        `no table was recognised in ${a.option === '' ? 'this file' : `the file of ${a.option}`}${
          a.headers.length === 0
            ? ''
            : `: the header in row ${a.row}${a.sheet === '' ? '' : ` of "${a.sheet}"`} is ${quoteAll(a.headers, 'en')}`
        }`,
        a.option === '--veto'
          ? 'a list has a header that names the credit code (统一社会信用代码) or the firm'
          : 'a header that names the credit code (统一社会信用代码) and at least one field of the profile is expected',
        a.option === '--veto'
          ? 'add or correct the header, or check that the right file was given'
          : 'correct the header; if it is no table of firms, leave it out of the inputs or add --skip-unreadable (every report will say so)',
      ),
  }),
};

/** What a shell turns into names, and Windows' command line does not. */
const isPattern = (path: string): boolean => /[*?]/.test(path);
