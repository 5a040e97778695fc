import { finding, quoteAll, say } from '../define.js';

/** Rows that came back mended (`--fixes`), and what they take the place of. */
export const fixesFindings = {
  'row.fixed': finding({
    severity: 'info',
    sample: { id: '91340100MA2N00001X', fields: ['研发费用'] as readonly string[] },
    zh: (a) =>
      say(
        `本行由改正文件中 ${a.id || '（代码仍不可用）'} 的一行代替，${
          a.fields.length === 0 ? '各列没有改动' : `改动了${quoteAll(a.fields, 'zh')}`
        }`,
      ),
    en: (a) =>
      say(
        `a row of ${a.id || 'a firm whose code is still unusable'} in the file of fixes took this row's place; ${
          a.fields.length === 0 ? 'no column was changed' : `changed: ${quoteAll(a.fields, 'en')}`
        }`,
      ),
  }),
  'row.fix-adds': finding({
    severity: 'warning',
    sample: { id: '91340100MA2N00001X' },
    zh: (a) =>
      say(
        `改正文件中的这一行没有代替任何一行，作为${a.id === '' ? '' : ` ${a.id} 的`}新增数据读入`,
        '改正文件只应有退回改正的行',
        '是漏报的企业请保留；否则请核对代码和企业名称，或确认原表也在本次输入中',
      ),
    en: (a) =>
      say(
        `this row of the fixes took the place of no row; it was read as new data${a.id === '' ? '' : ` of ${a.id}`}`,
        'a file of fixes holds rows that were sent back',
        'keep it if the firm was left out before; else check its code and name, and that the file it came from is among the inputs',
      ),
  }),
  'cell.fix-id-taken': finding({
    severity: 'error',
    sample: { id: '91340100MA2N00001X' },
    zh: (a) =>
      say(
        `本行的代码 ${a.id} 在输入中属于另一家企业`,
        '改正的行只能用本企业的代码，另一家企业的数据不受影响',
        '请核对营业执照上的统一社会信用代码，并核对企业名称与原表相同',
      ),
    en: (a) =>
      say(
        `the code ${a.id} of this row is another firm's in the inputs`,
        "a mended row bears its own firm's code; the other firm keeps all it has",
        "check the code on the firm's licence, and that the name is the one it was filed under",
      ),
  }),
  'cell.fix-unasked': finding({
    severity: 'warning',
    sample: { field: '失信被执行人', before: '是', after: '否', veto: true as boolean },
    zh: (a) =>
      say(
        `改正文件改动了没有报错的「${a.field}」：原为${shownZh(a.before)}，现为${shownZh(a.after)}${
          a.veto ? '；一票否决要看这一项' : ''
        }`,
        '改正文件只应改动报错的单元格',
        '请向企业核实；不能改的请恢复原值后重跑',
      ),
    en: (a) =>
      say(
        `the fixes changed ${a.field}, in which nothing was wrong: ${shownEn(a.before)} before, ${shownEn(a.after)} now${
          a.veto ? '; a veto reads it' : ''
        }`,
        'a file of fixes changes the cells that were sent back as wrong',
        'ask the firm; where it may not be changed put the old value back and run again',
      ),
  }),
  'row.fix-name': finding({
    severity: 'error',
    sample: { name: '华新传感' },
    zh: (a) =>
      say(
        `原表中有几行的企业名称是「${a.name}」且代码不可用，本行没有写明改正哪一行`,
        '代码不可用的行要靠「原表位置」一列认出',
        '请用 innopoints 写出的例外表改正，不要删去最后三列',
      ),
    en: (a) =>
      say(
        `several rows without a usable code bear the name "${a.name}", and this row does not say which it mends`,
        'a row without a usable code is known by the column that says where it stood',
        'mend the exceptions as innopoints wrote them, and leave the last three columns in',
      ),
  }),
  'row.fix-elsewhere': finding({
    severity: 'error',
    sample: { origin: 'gaoxin-2026Q3.xlsx!企业!37' },
    zh: (a) =>
      say(
        `本行写明改正 ${a.origin}，但那一行不在输入中，或已是另一家企业`,
        '代码和企业名称至少有一项应与原行相同',
        '请用退回时的那份原表，或重新生成例外表后再改；确是新增企业的，请清空「原表位置」一格',
      ),
    en: (a) =>
      say(
        `this row says that it mends ${a.origin}, but no such row was read, or another firm stands there now`,
        'its code or its name must still be that of the row it mends',
        'give the file that it was sent back from, or make the exceptions anew; for a new firm clear the cell that says where it stood',
      ),
  }),
  'row.fix-two': finding({
    severity: 'error',
    sample: { origin: 'gaoxin-2026Q3.xlsx!企业!37' },
    zh: (a) =>
      say(
        `另有一行也写明改正 ${a.origin}，两行的代码不同`,
        '一行只能改成一家企业',
        '请删去其中一行，或清空新增企业那一行的「原表位置」',
      ),
    en: (a) =>
      say(
        `another row mends ${a.origin} too, under another code`,
        'one row can become one firm only',
        'delete one of them, or clear the cell that says where the new one stood',
      ),
  }),
  'row.fix-which': finding({
    severity: 'error',
    sample: { id: '91340100MA2N00001X' },
    zh: (a) =>
      say(
        `${a.id} 在原表中的数据由各行相加，本行没有写明代替哪一行`,
        '相加的表要靠「原表位置」一列认出被改正的行',
        '请用 innopoints 写出的例外表改正，不要删去最后三列',
      ),
    en: (a) =>
      say(
        `the rows of ${a.id} are added up there, and this row does not say which of them it mends`,
        'where rows are added up the column that says where each stood is needed',
        'mend the exceptions as innopoints wrote them, and leave the last three columns in',
      ),
  }),
  'header.fix-place': finding({
    severity: 'warning',
    sample: {},
    zh: () =>
      say(
        '改正文件没有「原表位置（勿改）」一列，只能按代码加企业名称认行；代码改过的行按企业名称认',
        '例外表的最后三列应原样保留',
        '有行认不出时，请用 innopoints 写出的例外表重新改正，不要删列',
      ),
    en: () =>
      say(
        'the file of fixes lacks the column "Where it stood (keep)": rows are known by code with name, and by name where the code was mended',
        'the last three columns of the exceptions stay in',
        'where a row is not recognised, mend the exceptions as innopoints wrote them and delete no column',
      ),
  }),
  'sheet.fixes-no-table': finding({
    severity: 'error',
    sample: { sheet: 'Sheet2' },
    zh: (a) =>
      say(
        `改正文件的工作表「${a.sheet}」有数据，但没有认得的表头，各行都没有读入`,
        '改正的行应在退回时的表头下面',
        '请把例外表的表头一并复制过去，或把这些行移回原来的工作表；不是数据的工作表请删除',
      ),
    en: (a) =>
      say(
        `sheet "${a.sheet}" of the fixes holds data but no header that is known, so no row of it was read`,
        'mended rows stand under the header they were sent back with',
        'copy the header there too, or move the rows back to their sheet; delete a sheet that holds no rows of firms',
      ),
  }),
  'sheet.fixes-of-absent': finding({
    severity: 'warning',
    sample: { file: '第二次改.xlsx', missing: '蜀山区改好.xlsx', rows: 3 },
    zh: (a) =>
      say(
        `有 ${a.rows} 行写明改正「${a.missing}」中的行，但这次没有传入这个文件，只能按代码加企业名称认行`,
        '改过几次的，每次的改正文件都要传入，先改的在前；缺了前一次，只在前一次改好的企业又按原表计',
        `若它是前一次的改正文件，请写 --fixes ${a.missing} --fixes ${a.file}；若是原表改了名，核对认行的结果即可`,
      ),
    en: (a) =>
      say(
        `${a.rows} rows say that they mend rows of "${a.missing}", which was not given: they are known by code with name`,
        'where rows were mended several times each file of fixes is given, the first one first; without it, what was mended there alone counts as it stood before',
        `if it is an earlier file of fixes, write --fixes ${a.missing} --fixes ${a.file}; if the form was renamed, just see that the rows were found`,
      ),
  }),
  'header.fixes-as-input': finding({
    severity: 'error',
    sample: { file: '庐阳区改好.xlsx', of: '三季度.xlsx' },
    zh: (a) =>
      say(
        a.of === ''
          ? '这是退回改正的例外表，却作为原表传入：只会计其中的企业'
          : `这是「${a.of}」退回改正的例外表，却作为另一张原表传入`,
        a.of === '' ? '例外表要和退回时的原表一起传入' : '改正的行要代替原表的行，不能和它并列',
        `请传入原表，并在例外表前写 --fixes：--fixes ${a.file}（有几个，每个前面都要写 --fixes）`,
      ),
    en: (a) =>
      say(
        a.of === ''
          ? 'these are exceptions that were sent back, given as a form of its own: only its firms are scored'
          : `these are exceptions of "${a.of}" that were sent back, given as a form beside it`,
        a.of === ''
          ? 'exceptions are given together with the form they came from'
          : 'mended rows take the place of rows of the form and cannot stand beside them',
        `give the form, and put --fixes before the exceptions: --fixes ${a.file} (before each of them, where there are several)`,
      ),
  }),
  'header.fix-columns': finding({
    severity: 'warning',
    sample: { fields: ['研发费用'] as readonly string[] },
    zh: (a) =>
      say(
        `改正文件没有原表的${quoteAll(a.fields, 'zh')}，这些数据仍按被代替的原行读取`,
        '',
        '要改这些数据，请在保留原表全部列的例外表里改',
      ),
    en: (a) =>
      say(
        `the file of fixes lacks ${quoteAll(a.fields, 'en')} of the table that it mends: still read from the rows it replaces`,
        '',
        'to change these, mend exceptions that have all columns of the form',
      ),
  }),
};

const shownZh = (text: string): string => (text === '' ? '空白' : `「${text}」`);
const shownEn = (text: string): string => (text === '' ? 'blank' : `"${text}"`);
