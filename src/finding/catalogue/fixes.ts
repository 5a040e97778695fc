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
        `改正文件中的这一行没有代替任何一行，${a.id} 按新增数据计入`,
        '改正文件只应有退回改正的行',
        '是漏报的企业请保留；否则请核对代码，或确认原表也在本次输入中',
      ),
    en: (a) =>
      say(
        `this row of the fixes took the place of no row; ${a.id} was added`,
        'a file of fixes holds rows that were sent back',
        'keep it if the firm was left out before; else check its code, and that the file it came from is among the inputs',
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
  'header.fix-columns': finding({
    severity: 'warning',
    sample: { fields: ['研发费用'] as readonly string[] },
    zh: (a) =>
      say(
        `改正文件没有原表的${quoteAll(a.fields, 'zh')}，被代替的行的这些数据按空白处理`,
        '',
        '请在改正文件中保留原表的全部列',
      ),
    en: (a) =>
      say(
        `the file of fixes lacks ${quoteAll(a.fields, 'en')} of the table that it mends: blank for the rows replaced`,
        '',
        "keep all the form's columns in the file of fixes",
      ),
  }),
};
