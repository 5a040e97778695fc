import type { Lang, Text } from '../model/text.js';

/** Every word of the command line in both languages. Keys never change with the language. */
export const texts = {
  'main.about': {
    zh: '创新积分制批量评价：读入企业表格，按方案计分，给出白名单、推荐和例外',
    en: "Batch assessor for China's Innovation Points System: firm spreadsheets in, whitelist and exceptions out",
  },
  'main.lang': { zh: '报告和提示的语言（zh 或 en）', en: 'language of reports and messages (zh or en)' },
  'main.version': { zh: '显示版本', en: 'show the version' },
  'main.help': { zh: '显示帮助', en: 'show help' },
  'assess.summary': {
    zh: '计分并写出白名单、推荐、例外和全部数据',
    en: 'score firms and write whitelist, referrals, exceptions and data',
  },
  'assess.files': {
    zh: '企业表格：CSV、XLSX、XLS……，- 为标准输入',
    en: 'spreadsheets of firms: CSV, XLSX, XLS …; - for standard input',
  },
  'assess.profile': { zh: '评价方案：编号或 .yaml 路径', en: 'profile: an id or a path to a .yaml' },
  'assess.period': {
    zh: '数据所属期间：2025、2026Q3、2026H1、2026-09',
    en: 'the period of the data: 2025, 2026Q3, 2026H1, 2026-09',
  },
  'assess.asOf': {
    zh: '计算年龄、年限的基准日（默认期间最后一天）',
    en: "the day at which ages are reckoned (default: the period's last)",
  },
  'assess.out': {
    zh: '结果文件夹；- 与 --report 一起把一份报告写到标准输出',
    en: 'run folder; - with --report prints one report',
  },
  'assess.report': {
    zh: '-o - 时输出哪一份：whitelist、assessment、findings',
    en: 'with -o -: whitelist, assessment or findings',
  },
  'assess.format': {
    zh: '报告格式：xlsx 或 csv；-o - 时为 csv 或 ndjson',
    en: 'format of reports: xlsx or csv; with -o -: csv or ndjson',
  },
  'assess.headers': { zh: 'CSV 表头用文字（text）还是编号（id）', en: 'CSV headers as text or as ids' },
  'assess.force': { zh: '结果文件夹已存在时替换它', en: 'replace an existing run folder' },
  'assess.strict': { zh: '有任何企业被剔除时退出码为 1', en: 'exit 1 where any firm was rejected' },
  'assess.json': { zh: '把摘要以 JSON 写到标准输出', en: 'print the summary as JSON on stdout' },
  'assess.timings': {
    zh: '显示各步用时、行数、字节数和读取方式',
    en: 'show seconds, rows and bytes of each step, and which reader was used',
  },
  'assess.quiet': { zh: '只在出错时说话', en: 'speak only on errors' },
  'read.sheet': {
    zh: '只读这些工作表（可重复；隐藏的也可）',
    en: 'read these sheets only (repeatable; hidden ones too)',
  },
  'read.encoding': {
    zh: '指定文本编码，如 gb18030、big5',
    en: 'encoding of text files, like gb18030 or big5',
  },
  'read.prior': {
    zh: '上一年的数据文件，用来取上年数（可重复）',
    en: "a file of last year's figures (repeatable)",
  },
  'read.veto': {
    zh: '其他部门的名单，如 dishonest=失信名单.xlsx：列入者该字段为是，其余为否（可重复）',
    en: 'a list of another bureau, like dishonest=list.xlsx: yes for who stands on it, no for the rest (repeatable)',
  },
  'read.mapping': {
    zh: '用保存过的对照表（inspect --save-mapping 写出）决定哪列是哪个字段',
    en: 'a saved mapping (written by inspect --save-mapping) decides which column is which field',
  },
  'inspect.saveMapping': {
    zh: '把对照表写到文件，供人改正后传回',
    en: 'write the mapping to a file, to be corrected and passed back',
  },
  'read.without': {
    zh: '没有这个字段，全部按空白处理（可重复）',
    en: 'no input has this field: blank for all (repeatable)',
  },
  'read.skipUnreadable': {
    zh: '跳过读不了的文件（会写进报告）',
    en: 'leave unreadable files out (every report says so)',
  },
  'read.maxInflated': {
    zh: '工作簿解压后的上限，如 4GiB（默认 1GiB）',
    en: 'most that a workbook may inflate to, like 4GiB (default 1GiB)',
  },
  'inspect.summary': {
    zh: '看一个文件会被怎样读：表头、字段、单位、疑点；不写任何文件',
    en: 'show how a file would be read: header, fields, units, doubts; writes nothing',
  },
  'inspect.profile': {
    zh: '对照的评价方案（默认只认常用字段）',
    en: 'profile to match against (default: the common fields)',
  },
  'inspect.json': { zh: '以 JSON 写到标准输出', en: 'print as JSON on stdout' },
  'file.force': { zh: '文件已存在时替换它', en: 'replace an existing file' },
  'clean.summary': {
    zh: '只读入不计分：合并成每家企业一行的标准表（统一字段、单位），问题另存一份',
    en: 'read only: one row a firm in canonical fields and units, findings beside it; nothing is scored',
  },
  'clean.out': { zh: '写出的 CSV 文件；- 为标准输出', en: 'the CSV to write; - for standard output' },
  'clean.findings': {
    zh: '问题清单的文件名（默认与结果并列：*.findings.csv）',
    en: 'where to write the findings (default: beside the output, *.findings.csv)',
  },
  'clean.all': {
    zh: '有错误的企业也保留，末列标明',
    en: 'keep firms with an error too, marked in the last column',
  },
  'clean.period': {
    zh: '数据所属期间：用来认上年的列和行',
    en: 'the period of the data: tells columns and rows of last year apart',
  },
  'clean.headers': { zh: '表头用编号（id）还是文字（text）', en: 'headers as ids or as text' },
  'template.summary': {
    zh: '写出一个方案的空白填报表：表头、填写说明、下拉选项、检查；填好即可计分',
    en: "write a profile's blank form: headers, how to fill it, drop-downs, checks; filled, it can be scored",
  },
  'template.out': { zh: '填报表的文件名（.xlsx）', en: 'the file to write (.xlsx)' },
  'template.period': {
    zh: '数据所属期间，写进填写说明：2025、2026Q3……',
    en: 'the period of the data, named in the instructions: 2025, 2026Q3 …',
  },
  'profile.summary': { zh: '评价方案', en: 'profiles' },
  'profile.list': { zh: '列出全部评价方案', en: 'list all profiles' },
  'profile.show': {
    zh: '显示一个方案：每个数字及其出处',
    en: 'show a profile: every figure with its source',
  },
  'profile.ids': { zh: '方案编号或路径（不写则为全部）', en: 'ids or paths of profiles (default: all)' },
  'profile.test': {
    zh: '核对方案的示例和企业案例：应为多少、实为多少',
    en: 'run the examples and whole-firm cases of profiles: expected and got',
  },
  'profile.lint': {
    zh: '检查方案里能用但不对的地方：永远轮不到的、没有用到的、没有示例或出处的',
    en: 'look for what loads and is still wrong: never reached, never read, without example or source',
  },
  'profile.lintStrict': { zh: '有警告时退出码也为 1', en: 'exit 1 on warnings too' },
  'profile.lintAsOf': {
    zh: '这一天方案是否还在施行（不写则不查）',
    en: 'whether the profile is in force on that day (default: not asked)',
  },
  'profile.schema': {
    zh: '输出方案文件的 JSON Schema，供编辑器补全和检查',
    en: 'print the JSON Schema of profiles, for editors',
  },
  'profile.id': { zh: '方案编号或路径', en: 'id or path of a profile' },
  'finding.summary': {
    zh: '解释一条提示；不带编号则列出全部',
    en: 'explain a finding; without an id, list all',
  },
  'finding.id': { zh: '提示编号，如 cell.not-a-number', en: 'id of a finding, like cell.not-a-number' },
  'help.example': { zh: '例：', en: 'Example:' },
} as const satisfies Readonly<Record<string, Text>>;

export type TextKey = keyof typeof texts;

export const textIn =
  (lang: Lang) =>
  (key: TextKey): string =>
    texts[key][lang];

/** commander's own titles, in Chinese. */
export const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};
