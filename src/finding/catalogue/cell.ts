// Long because it is a list: one entry a finding, text in two languages, no logic.
import { finding, quoteAll, say } from '../define.js';

const unitZh = (unit: string) => (unit ? `（${unit}）` : '');
const unitEn = (unit: string) => (unit ? ` (${unit})` : '');

const kindsZh: Readonly<Record<string, string>> = { date: '日期', percent: '百分数', boolean: '是非值' };
const kindsEn: Readonly<Record<string, string>> = {
  date: 'date',
  percent: 'percentage',
  boolean: 'yes/no value',
};

/** Trouble with one cell: always with its address. Errors become warnings where the plan does not read the field. */
export const cellFindings = {
  'cell.not-a-number': finding({
    severity: 'error',
    sample: { raw: '1,2O0', field: '研发费用', unit: '万元', letterAt: 4, letter: 'O', suggestion: '1,200' },
    zh: (a) =>
      say(
        `「${a.raw}」不是数字`,
        `「${a.field}」应为数字${unitZh(a.unit)}`,
        a.letterAt > 0
          ? `第 ${a.letterAt} 个字符是字母 ${a.letter}，是否为 ${a.suggestion}？`
          : '请改为一个确定的数字；没有数据请留空',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is not a number`,
        `${a.field} takes a number${unitEn(a.unit)}`,
        a.letterAt > 0
          ? `character ${a.letterAt} is the letter ${a.letter}: was ${a.suggestion} meant?`
          : 'enter one definite number, or leave the cell blank',
      ),
  }),
  'cell.control-in-number': finding({
    severity: 'error',
    sample: { raw: '20�37.75', field: '营业收入' },
    zh: (a) =>
      say(
        `「${a.raw}」里夹有看不见的控制字符，未读取`,
        `「${a.field}」应为数字`,
        '请在 Excel 中重新键入这个数字',
      ),
    en: (a) =>
      say(
        `"${a.raw}" holds an invisible control character and was not read`,
        `${a.field} takes a number`,
        'type the number again',
      ),
  }),
  'cell.control-in-text': finding({
    severity: 'warning',
    sample: { field: '企业名称' },
    zh: (a) => say(`「${a.field}」里夹有看不见的控制字符，已去除`, '', '建议重新键入这个单元格'),
    en: (a) =>
      say(`${a.field} held invisible control characters, which were removed`, '', 'type the cell again'),
  }),
  'cell.error-value': finding({
    severity: 'error',
    sample: { code: '#N/A', field: '研发费用' },
    zh: (a) =>
      say(`单元格是错误值 ${a.code}`, `「${a.field}」应有一个值`, '请修正公式，或填入数值；没有数据请留空'),
    en: (a) =>
      say(
        `the cell holds the error ${a.code}`,
        `${a.field} needs a value`,
        'mend the formula or enter the value; leave it blank if there is none',
      ),
  }),
  'cell.formula-empty': finding({
    severity: 'error',
    sample: { field: '营业收入' },
    zh: (a) =>
      say(
        '公式没有保存计算结果',
        `「${a.field}」应有一个值（不会当作 0）`,
        '请用 Excel 或 WPS 打开该文件，保存后重新导入',
      ),
    en: (a) =>
      say(
        'the formula has no stored value',
        `${a.field} needs a value (it is not taken as 0)`,
        'open the file in Excel or WPS, save it, and run again',
      ),
  }),
  'cell.wrong-kind': finding({
    severity: 'error',
    sample: { raw: '2026-01-05', field: '研发费用', kind: 'date', unit: '万元' },
    zh: (a) =>
      say(
        `「${a.raw}」是${kindsZh[a.kind] ?? a.kind}`,
        `「${a.field}」应为数字${unitZh(a.unit)}`,
        '请把单元格格式改为「常规」后重新填写',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is a ${kindsEn[a.kind] ?? a.kind}`,
        `${a.field} takes a number${unitEn(a.unit)}`,
        'set the cell format to General and enter the number again',
      ),
  }),
  'cell.unit-in-cell': finding({
    severity: 'warning',
    sample: { raw: '1.2亿元', field: '营业收入', unit: '亿元', header: '万元' },
    zh: (a) =>
      say(
        a.unit === a.header
          ? `「${a.raw}」自带单位「${a.unit}」，表头也已写明${a.header}，按 ${a.unit} 读取`
          : `「${a.raw}」自带单位「${a.unit}」，与表头的${a.header || '单位'}不同，已按单元格里的单位换算`,
        '',
        '请核对；建议整列使用同一单位',
      ),
    en: (a) =>
      say(
        a.unit === a.header
          ? `"${a.raw}" states its own unit ${a.unit}, as the header does; it was read as ${a.unit}`
          : `"${a.raw}" states its own unit ${a.unit}, not the header's ${a.header || 'unit'}; the cell's was used`,
        '',
        'check it; one unit a column is better',
      ),
  }),
  'cell.ratio-scale': finding({
    severity: 'warning',
    sample: { raw: '0.0724', field: '研发费用占比', read: '0.0724%', meant: '7.24%' },
    zh: (a) =>
      say(
        `「${a.raw}」读成了 ${a.read}，与同列其他企业差约 100 倍`,
        `「${a.field}」以 % 计`,
        `是否为 ${a.meant}？若是，请改写成 ${a.meant}`,
      ),
    en: (a) =>
      say(
        `"${a.raw}" was read as ${a.read}, about 100 times off the rest of its column`,
        `${a.field} is in %`,
        `was ${a.meant} meant? then write ${a.meant}`,
      ),
  }),
  'cell.unit-mismatch': finding({
    severity: 'error',
    sample: { raw: '12人', field: '营业收入', unit: '人', expected: '万元' },
    zh: (a) =>
      say(
        `「${a.raw}」的单位是「${a.unit}」`,
        `「${a.field}」的单位应为${a.expected || '数字'}`,
        '请核对这一格是否填错列',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is in ${a.unit}`,
        `${a.field} is in ${a.expected || 'plain numbers'}`,
        'check whether the cell stands in the wrong column',
      ),
  }),
  'cell.out-of-bounds': finding({
    severity: 'error',
    sample: {
      raw: '-5',
      field: '职工总数',
      least: 0 as number | null,
      most: null as number | null,
      unit: '人',
    },
    zh: (a) =>
      say(
        `「${a.raw}」超出范围`,
        `「${a.field}」应${range(a.least, a.most, 'zh')}${unitZh(a.unit)}`,
        '请核对后改正',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is out of range`,
        `${a.field} must be ${range(a.least, a.most, 'en')}${unitEn(a.unit)}`,
        'check and correct it',
      ),
  }),
  'cell.sentinel': finding({
    severity: 'warning',
    sample: { raw: '-2147483640', field: '营业收入' },
    zh: (a) => say(`「${a.raw}」是统计系统表示空缺的占位数，按空白处理`, '', '有数据请填写，没有请留空'),
    en: (a) =>
      say(
        `"${a.raw}" is what statistical exports write for nothing: taken as blank`,
        '',
        'enter the figure, or leave the cell blank',
      ),
  }),
  'cell.not-a-date': finding({
    severity: 'error',
    sample: { raw: '2019年13月', field: '成立日期' },
    zh: (a) => say(`「${a.raw}」不是日期`, `「${a.field}」应为日期`, '请写成 2019-03-01 这样的形式'),
    en: (a) => say(`"${a.raw}" is not a date`, `${a.field} takes a date`, 'write it like 2019-03-01'),
  }),
  'cell.date-partial': finding({
    severity: 'info',
    sample: { raw: '2019.3', field: '成立日期', read: '2019-03-01' },
    zh: (a) => say(`「${a.raw}」没有写全，按 ${a.read} 读取`, '', '需要精确时请补全年月日'),
    en: (a) =>
      say(
        `"${a.raw}" is no full date and was read as ${a.read}`,
        '',
        'write the full date where the day matters',
      ),
  }),
  'cell.date-republic': finding({
    severity: 'info',
    sample: { raw: '1131029', field: '成立日期', read: '2024-10-29' },
    zh: (a) => say(`「${a.raw}」按民国纪年读作 ${a.read}`, '', '若不对，请写成 2019-03-01 这样的形式'),
    en: (a) =>
      say(
        `"${a.raw}" was read as ${a.read}, by years of the Republic`,
        '',
        'if that is wrong, write it like 2019-03-01',
      ),
  }),
  'cell.not-yes-no': finding({
    severity: 'error',
    sample: { raw: '待核', field: '失信被执行人' },
    zh: (a) =>
      say(`「${a.raw}」不是「是」或「否」`, `「${a.field}」应填「是」或「否」`, '请改为是或否；不清楚请留空'),
    en: (a) =>
      say(
        `"${a.raw}" is neither yes nor no`,
        `${a.field} takes 是 or 否`,
        'enter 是 or 否; leave it blank if unknown',
      ),
  }),
  'cell.unknown-word': finding({
    severity: 'error',
    sample: { raw: '再议', field: '首次推荐结果', words: ['已授信', '未授信'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.raw}」不在可选的词里`,
        `「${a.field}」应为${quoteAll(a.words, 'zh')}之一`,
        '请改为其中一个；不清楚请留空',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is none of the words allowed`,
        `${a.field} takes one of ${quoteAll(a.words, 'en')}`,
        'use one of them, or leave the cell blank',
      ),
  }),
  'cell.contradiction': finding({
    severity: 'error',
    sample: { raw: '120', other: '180', field: '研发费用' },
    zh: (a) =>
      say(
        `「${a.field}」在同一企业的两行里不一致：此处为「${a.raw}」，另一行为「${a.other}」`,
        '同一企业的各行不能互相矛盾',
        '请核实后只留一个，或改成一致',
      ),
    en: (a) =>
      say(
        `${a.field} differs between two rows of one firm: "${a.raw}" here, "${a.other}" there`,
        'rows of one firm may not contradict each other',
        'keep the right one, or make them equal',
      ),
  }),
  'cell.id-missing': finding({
    severity: 'error',
    sample: { name: '华新传感' },
    zh: (a) =>
      say(
        `${a.name ? `「${a.name}」` : '本行'}没有统一社会信用代码`,
        '每家企业都应有 18 位代码',
        '请补填（单元格先设为文本格式）',
      ),
    en: (a) =>
      say(
        `${a.name ? `"${a.name}"` : 'this row'} has no credit code`,
        'every firm needs its 18-character code',
        'enter it (set the cell to Text first)',
      ),
  }),
  /** The value is not quoted: its last digits are wrong, and Excel, WPS and a CSV each show it another way. */
  'cell.id-digits-lost': finding({
    severity: 'error',
    sample: { raw: '913301081902397000' },
    zh: () =>
      say(
        '统一社会信用代码被存成了数值，末几位数字已经丢失',
        '代码应以文本保存',
        '请把这一列设为文本格式，再照原始资料重新键入 18 位代码',
      ),
    en: () =>
      say(
        'the credit code was stored as a number and its last digits are lost',
        'codes must be stored as text',
        'format the column as Text and type the 18 characters again from the original',
      ),
  }),
  'cell.id-zeros': finding({
    severity: 'warning',
    sample: { raw: '913301081902397000' },
    zh: (a) =>
      say(
        `「${a.raw}」末三位是 000：像是被表格软件存成过数值，末几位已经丢失`,
        '代码应以文本保存',
        '请与营业执照核对；若确实如此，不必改',
      ),
    en: (a) =>
      say(
        `"${a.raw}" ends with 000, as codes do that a spreadsheet once stored as a number and cut`,
        'codes must be stored as text',
        'compare it with the business licence; if it is right, leave it',
      ),
  }),
  'cell.id-wrong-length': finding({
    severity: 'error',
    sample: { raw: '91330108MA270001', length: 16 },
    zh: (a) => say(`「${a.raw}」有 ${a.length} 位`, '统一社会信用代码为 18 位', '请核对营业执照后改正'),
    en: (a) =>
      say(
        `"${a.raw}" has ${a.length} characters`,
        'a credit code has 18',
        'correct it from the business licence',
      ),
  }),
  'cell.id-wrong-characters': finding({
    severity: 'error',
    sample: { raw: '9133O108MA2700015Y', meant: '91330108MA2700015Y' },
    zh: (a) =>
      say(
        `「${a.raw}」含有代码里不会有的字符`,
        '代码由数字和大写字母组成，不用 I、O、S、V、Z，第 3–8 位是数字',
        a.meant === ''
          ? '请与营业执照核对后改正'
          : `是否为 ${a.meant}？请与营业执照核对后改正（不会自动更改）`,
      ),
    en: (a) =>
      say(
        `"${a.raw}" holds characters that no code has`,
        'digits and capitals without I O S V Z, digits at 3 to 8',
        a.meant === ''
          ? 'correct it from the business licence'
          : `was ${a.meant} meant? Correct it from the business licence (it is never changed by itself)`,
      ),
  }),
  'cell.id-swapped': finding({
    severity: 'error',
    sample: { raw: '华新传感有限公司', id: '91330108MA2700015Y' },
    zh: (a) =>
      say(
        `代码一格写的是「${a.raw}」，名称一格却是代码 ${a.id}`,
        '名称和代码似乎填反了',
        '请把这一行的两格对调',
      ),
    en: (a) =>
      say(
        `the code cell says "${a.raw}" and the name cell holds the code ${a.id}`,
        'name and code seem to be swapped',
        'exchange the two cells of this row',
      ),
  }),
  'cell.id-not-accepted': finding({
    severity: 'error',
    sample: { raw: '370784228012345' },
    zh: (a) =>
      say(
        `「${a.raw}」是旧的注册号或组织机构代码`,
        '本方案要求 18 位统一社会信用代码',
        '请查到该企业现在的统一社会信用代码后填写',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is an old registration or organisation number`,
        'this profile takes the 18-character credit code',
        "look up the firm's present credit code",
      ),
  }),
  'cell.id-resident': finding({
    severity: 'error',
    sample: { raw: '340103***********X' },
    zh: (a) =>
      say(
        `「${a.raw}」像是居民身份证号（已遮盖）`,
        '此处应为企业的统一社会信用代码',
        '请改为企业代码；身份证号不应出现在此表',
      ),
    en: (a) =>
      say(
        `"${a.raw}" looks like a resident's identity number (masked)`,
        "the firm's credit code is expected",
        "enter the firm's code; personal numbers do not belong here",
      ),
  }),
  'cell.id-check': finding({
    severity: 'warning',
    sample: { raw: '91330108MA2700015X' },
    zh: (a) =>
      say(
        `「${a.raw}」的校验位不符`,
        '第 18 位应由前 17 位算出（个别 2016 年前的老代码例外）',
        '请与营业执照核对',
      ),
    en: (a) =>
      say(
        `the check character of "${a.raw}" is wrong`,
        'the 18th follows from the first 17 (some codes of before 2016 are exceptions)',
        'compare it with the business licence',
      ),
  }),
  'cell.id-normalised': finding({
    severity: 'info',
    sample: { raw: '91330108ma2700015y', id: '91330108MA2700015Y' },
    zh: (a) => say(`「${a.raw}」按 ${a.id} 读取（去掉空格、引号，转为半角大写）`),
    en: (a) => say(`"${a.raw}" was read as ${a.id} (blanks and quotes removed, half width, capitals)`),
  }),
  'cell.name-twice': finding({
    severity: 'warning',
    sample: { raw: '华新传感有限公司' },
    zh: (a) =>
      say(
        `名称「${a.raw}」有两个不同的代码`,
        '一个名称通常只有一个代码',
        '请核对是否同一家企业、代码有没有写错',
      ),
    en: (a) =>
      say(
        `the name "${a.raw}" has two different codes`,
        'one name usually has one code',
        'check whether it is the same firm and which code is right',
      ),
  }),
  'cell.name-differs': finding({
    severity: 'warning',
    sample: { raw: '华新传感技术有限公司', other: '华新传感有限公司' },
    zh: (a) =>
      say(
        `同一代码有两个名称：此处为「${a.raw}」，另一行为「${a.other}」，以先出现的为准`,
        '',
        '请核对是否同一家企业',
      ),
    en: (a) =>
      say(
        `one code has two names: "${a.raw}" here, "${a.other}" in another row; the first was kept`,
        '',
        'check whether it is the same firm',
      ),
  }),
};

function range(least: number | null, most: number | null, lang: 'zh' | 'en'): string {
  if (least !== null && most !== null)
    return lang === 'zh' ? `在 ${least} 到 ${most} 之间` : `between ${least} and ${most}`;
  if (least !== null) return lang === 'zh' ? `不小于 ${least}` : `at least ${least}`;
  return lang === 'zh' ? `不大于 ${most}` : `at most ${most}`;
}
