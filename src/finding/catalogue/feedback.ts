import { finding, quoteAll, say } from '../define.js';

/** Tables that stand beside the firms': banks' answers, results of sessions, adjustments, rosters. */
export const feedbackFindings = {
  'header.side-columns': finding({
    severity: 'error',
    sample: { needs: ['结果', '是否解决'] as readonly string[], row: 1 },
    zh: (a) =>
      say(
        `第 ${a.row} 行的表头中没有${quoteAll(a.needs, 'zh')}这样的列`,
        '反馈、调整和名册各有必需的列',
        '请核对是否选错了文件，或把表头改成上述写法',
      ),
    en: (a) =>
      say(
        `the header in row ${a.row} has no column like ${quoteAll(a.needs, 'en')}`,
        'each kind of table has columns that it needs',
        'check that the right file was given, or name the column so',
      ),
  }),
  'file.side-no-table': finding({
    severity: 'error',
    sample: { option: '--feedback' },
    zh: (a) =>
      say(
        `${a.option} 的文件里没有找到表头`,
        '应有一行表头，含统一社会信用代码或企业名称',
        '请补上表头，或核对文件',
      ),
    en: (a) =>
      say(
        `no header was found in the file of ${a.option}`,
        'a header row with a credit code or a firm name is expected',
        'add the header, or check the file',
      ),
  }),
  'file.side-held': finding({
    severity: 'info',
    sample: { found: 30, outside: 2 },
    zh: (a) => say(`对上 ${a.found} 行，另有 ${a.outside} 行的企业不在申报表中`),
    en: (a) => say(`${a.found} rows met a firm of the input, ${a.outside} did not`),
  }),
  'row.side-by-name': finding({
    severity: 'warning',
    sample: { name: '华新传感技术有限公司' },
    zh: (a) =>
      say(
        `本行没有可用的统一社会信用代码，按名称「${a.name}」对上企业`,
        '名称会变，代码才可靠',
        '请补上代码',
      ),
    en: (a) =>
      say(
        `this row has no usable code and was held to the firm named "${a.name}"`,
        'names change; a code is sure',
        'add the code',
      ),
  }),
  'row.feedback-no-answer': finding({
    severity: 'warning',
    sample: {},
    zh: () =>
      say('本行没有可用的结果', '「结果」应为已授信、未授信或放款；会诊则填「是否解决」', '请补上后重跑'),
    en: () =>
      say(
        'this row gives no usable result',
        'a result 已授信, 未授信 or 放款 is expected, or whether a session solved the matter',
        'fill it in and run again',
      ),
  }),
  'cell.feedback-later': finding({
    severity: 'info',
    sample: { raw: '已授信', other: '未授信', field: '首次推荐结果' },
    zh: (a) => say(`「${a.field}」填报为「${a.other}」，银行后来答复「${a.raw}」，以银行的答复为准`),
    en: (a) => say(`"${a.field}" was filed as ${a.other}; the bank answered ${a.raw} later, which counts`),
  }),
  'row.feedback-earlier': finding({
    severity: 'info',
    sample: { result: '未授信', counts: '已授信' },
    zh: (a) => say(`「${a.result}」之后同一产品另有答复「${a.counts}」，以后者为准`),
    en: (a) => say(`after "${a.result}" the same product has a later answer "${a.counts}", which counts`),
  }),
  'row.feedback-contradicts': finding({
    severity: 'warning',
    sample: { result: '未授信', counts: '已授信' },
    zh: (a) =>
      say(
        `同一产品、同一日期（或都没有日期）既有「${a.result}」又有「${a.counts}」，按「${a.counts}」计`,
        '先后应由日期说明',
        '请补上日期，或只留一行',
      ),
    en: (a) =>
      say(
        `one product has both "${a.result}" and "${a.counts}" on one day or without one; "${a.counts}" counts`,
        'the dates should tell which came later',
        'add the dates, or keep one row',
      ),
  }),
  'row.not-on-roster': finding({
    severity: 'info',
    sample: { id: '91340199MA1007919N' },
    zh: (a) => say(`${a.id} 已申报，但不在名册中`),
    en: (a) => say(`${a.id} filed and does not stand on the roster`),
  }),
};
