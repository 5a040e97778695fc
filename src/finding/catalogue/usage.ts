import type { Text } from '../../model/text.js';
import { finding, say } from '../define.js';

/** What stands at a key of a saved mapping. */
const mappingKeys: Readonly<Record<string, Text>> = {
  format: { zh: 'format 是 1', en: 'format is 1' },
  tables: { zh: 'tables 下至少列一张表', en: 'tables lists one table at least' },
  columns: { zh: 'columns 下至少列一列', en: 'columns lists one column at least' },
  header: {
    zh: 'header 是表头的行号，如 3，两行的写 3-4',
    en: 'header is its row, such as 3, or 3-4 for two rows',
  },
  column: { zh: 'column 是列的字母，如 C', en: 'column is the letters of a column, such as C' },
};

const keyOf = (path: string): string => path.split('.').at(-1) ?? '';

/** Wrong words on the command line or in a request; the place is the option. */
export const usageFindings = {
  'usage.period': finding({
    severity: 'error',
    sample: { value: '2026年三季度' },
    zh: (a) => say(`「${a.value}」不是一个期间`, '应写成 2025、2026Q3、2026H1 或 2026-09', '请改写后重试'),
    en: (a) =>
      say(`"${a.value}" is no period`, 'write 2025, 2026Q3, 2026H1 or 2026-09', 'correct it and try again'),
  }),
  'usage.day': finding({
    severity: 'error',
    sample: { value: '2026-9-31' },
    zh: (a) => say(`「${a.value}」不是一个日期`, '应写成 2026-09-30', '请改写后重试'),
    en: (a) => say(`"${a.value}" is no date`, 'write 2026-09-30', 'correct it and try again'),
  }),
  'usage.not-in-force': finding({
    severity: 'warning',
    sample: { profile: 'hefei-hightech-2025', period: '2020', from: '2025-01-01', to: '' },
    zh: (a) =>
      say(
        `方案 ${a.profile} 自 ${a.from} 起施行${a.to === '' ? '' : `，到 ${a.to} 为止`}，${a.period} 不在其中`,
        '方案应在数据所属期间施行',
        '请核对 --period，或换用当时施行的方案',
      ),
    en: (a) =>
      say(
        `the profile ${a.profile} is in force from ${a.from}${a.to === '' ? '' : ` to ${a.to}`}; ${a.period} lies outside`,
        'a profile is in force in the period of the data',
        'check --period, or take the profile that was in force then',
      ),
  }),
  'usage.no-working-folder': finding({
    severity: 'error',
    sample: {},
    zh: () => say('当前文件夹已被删除', '路径都从它算起', '请 cd 到一个存在的文件夹后重跑'),
    en: () =>
      say(
        'the working folder was removed',
        'paths are relative to it',
        'cd to a folder that is there, and run again',
      ),
  }),
  'usage.empty': finding({
    severity: 'error',
    sample: { option: '--out' },
    zh: (a) => say(`${a.option} 后面是空的`, '', '请写上一个值，或去掉这一项'),
    en: (a) => say(`${a.option} is given an empty text`, '', 'give it a value, or leave it out'),
  }),
  'usage.dash': finding({
    severity: 'error',
    sample: { given: '—period', meant: '--period' },
    zh: (a) =>
      say(
        `「${a.given}」前面是破折号或全角的横线`,
        '选项前应是英文半角的减号（文字处理软件会自动改掉它）',
        `请照着键入 ${a.meant}`,
      ),
    en: (a) =>
      say(
        `"${a.given}" begins with a long or wide dash`,
        'an option begins with plain hyphens (word processors change them)',
        `type ${a.meant}`,
      ),
  }),
  'usage.needs': finding({
    severity: 'error',
    sample: { one: '--report', other: '-o -' },
    zh: (a) => say(`${a.one} 只和 ${a.other} 一起用`, '', `请加上 ${a.other}，或去掉 ${a.one}`),
    en: (a) => say(`${a.one} means something only with ${a.other}`, '', `add ${a.other}, or drop ${a.one}`),
  }),
  'usage.unknown-field': finding({
    severity: 'error',
    sample: { field: 'rd_expence', near: ['rd_expense'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.field}」不是本方案读取的字段`,
        '',
        a.near.length > 0 ? `是否为 ${a.near.join('、')}？` : '用 innopoints profile show 查看字段',
      ),
    en: (a) =>
      say(
        `"${a.field}" is no field that the profile reads`,
        '',
        a.near.length > 0 ? `did you mean ${a.near.join(', ')}?` : 'innopoints profile show lists the fields',
      ),
  }),
  'usage.extension': finding({
    severity: 'error',
    sample: { path: '填报模板.xls', extension: '.xlsx' },
    zh: (a) =>
      say(
        `「${a.path}」的扩展名不对`,
        `写出的是 ${a.extension} 文件`,
        `请写成以 ${a.extension} 结尾的文件名`,
      ),
    en: (a) =>
      say(
        `"${a.path}" has another extension`,
        `a ${a.extension} file is written`,
        `give a name that ends in ${a.extension}`,
      ),
  }),
  'usage.folder-name': finding({
    severity: 'error',
    sample: { path: '结果.xlsx', extension: '.xlsx' },
    zh: (a) =>
      say(
        `「${a.path}」像是一个文件`,
        '写出的是一个文件夹，里面有各份报告',
        `请去掉 ${a.extension}，写一个文件夹的名字`,
      ),
    en: (a) =>
      say(
        `"${a.path}" looks like a file`,
        'a folder of reports is written',
        `leave ${a.extension} out and name a folder`,
      ),
  }),
  'usage.same-file': finding({
    severity: 'error',
    sample: { path: 'firms.csv' },
    zh: (a) => say(`「${a.path}」用了两次`, '输入和每个输出应是不同的文件', '请给输出换一个名字'),
    en: (a) =>
      say(
        `"${a.path}" is named twice`,
        'inputs and outputs are different files',
        'give the output another name',
      ),
  }),
  'usage.unknown-sheet': finding({
    severity: 'error',
    sample: { sheet: '企业', sheets: ['Sheet1'] as readonly string[] },
    zh: (a) =>
      say(
        `没有名为「${a.sheet}」的工作表`,
        `文件里有 ${a.sheets.map((one) => `「${one}」`).join('、')}`,
        '请改正后重试',
      ),
    en: (a) =>
      say(
        `no sheet is called "${a.sheet}"`,
        `there are ${a.sheets.map((one) => `"${one}"`).join(', ')}`,
        'correct it and try again',
      ),
  }),
  'usage.unknown-finding': finding({
    severity: 'error',
    sample: { id: 'cell.not-number', near: ['cell.not-a-number'] as readonly string[] },
    zh: (a) =>
      say(
        `没有编号为「${a.id}」的提示`,
        '',
        a.near.length > 0 ? `是否为 ${a.near.join('、')}？` : '用 innopoints finding 列出全部',
      ),
    en: (a) =>
      say(
        `there is no finding "${a.id}"`,
        '',
        a.near.length > 0 ? `did you mean ${a.near.join(', ')}?` : 'innopoints finding lists all',
      ),
  }),
  'usage.list': finding({
    severity: 'error',
    sample: { given: '失信名单.xlsx', near: ['dishonest'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.given}」不是「字段=文件」`,
        '字段应是方案里的是否类字段',
        `例如 --veto ${a.near[0] ?? 'dishonest'}=名单.xlsx；可用的字段：${a.near.join('、')}`,
      ),
    en: (a) =>
      say(
        `"${a.given}" is not FIELD=FILE`,
        'FIELD is a yes/no field of the profile',
        `for example --veto ${a.near[0] ?? 'dishonest'}=list.xlsx; fields: ${a.near.join(', ')}`,
      ),
  }),
  'usage.mapping-file': finding({
    severity: 'error',
    sample: {
      path: 'field',
      why: 'field' as 'absent' | 'key' | 'shape' | 'field' | 'unit' | 'syntax',
      value: 'rd_expence',
      near: ['rd_expense'] as readonly string[],
    },
    zh: (a) =>
      say(
        {
          absent: `对照表里没有 ${a.path}`,
          key: `对照表里没有「${a.value}」这个键`,
          shape: `对照表的 ${a.path} 不能是「${a.value}」`,
          field: `没有字段「${a.value}」`,
          unit: `没有单位「${a.value}」`,
          syntax: `不是合格的 YAML（${a.value}）`,
        }[a.why],
        a.near.length > 0
          ? `${a.why === 'unit' ? '可用' : '是否为'} ${a.near.join('、')}？`.replace(/^(可用 .*)？$/, '$1')
          : (mappingKeys[keyOf(a.path)]?.zh ?? ''),
        '请改正这一行；field 写方案的字段编号，不用的列写 null',
      ),
    en: (a) =>
      say(
        {
          absent: `the mapping has no ${a.path}`,
          key: `a mapping has no key "${a.value}"`,
          shape: `${a.path} of the mapping cannot be "${a.value}"`,
          field: `there is no field "${a.value}"`,
          unit: `there is no unit "${a.value}"`,
          syntax: `this is no valid YAML (${a.value})`,
        }[a.why],
        a.near.length > 0
          ? a.why === 'unit'
            ? `use ${a.near.join(', ')}`
            : `did you mean ${a.near.join(', ')}?`
          : (mappingKeys[keyOf(a.path)]?.en ?? ''),
        "correct the line; field takes the profile's field ids, null for a column that is not used",
      ),
  }),
  /** What the command-line parser refused: its reason in both languages. */
  'usage.words': finding({
    severity: 'error',
    sample: { zh: '缺少文件：要读哪些表', en: "missing required argument 'files'" },
    zh: (a) => say(a.zh, '', '用 --help 查看用法'),
    en: (a) => say(a.en, '', 'see --help'),
  }),
};
