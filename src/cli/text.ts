// Long because it is a list: every word of the command line in two languages, no logic.
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
  'main.first': {
    zh: '先看一遍、不写文件：innopoints inspect 企业表.xlsx -p 方案编号\n有哪些方案：innopoints profile list',
    en: 'first look, nothing is written: innopoints inspect firms.xlsx -p PROFILE\nwhich profiles there are: innopoints profile list',
  },
  'main.help-command': { zh: '显示一条命令的帮助', en: 'show the help of a command' },
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
  'assess.runs': {
    zh: '代替 -o：在这个文件夹里每次运行各建一个子文件夹（期间-方案），latest 指向最近一次',
    en: 'instead of -o: a folder of runs; each gets its own by period and profile, and latest points to the last',
  },
  'assess.config': {
    zh: '配置文件（默认当前文件夹的 innopoints.yaml）；命令行优先：--no-strict、--no-quiet、--html 关掉或打开文件里写的，--no-by、--no-roster、--no-fixes 等这一次不用文件里的那一项',
    en: 'configuration file (default: innopoints.yaml in the working folder); the command line wins: --no-strict, --no-quiet, --html undo what it says; --no-by, --no-roster, --no-fixes and so on do without that line of it this once',
  },
  'assess.noConfig': {
    zh: '不读配置文件，只看命令行',
    en: 'read no configuration file: the command line alone counts',
  },
  'assess.wait': {
    zh: '另一次运行占用结果位置时最多等多久：90s、10m、1h',
    en: 'wait so long for another run that holds the output: 90s, 10m, 1h',
  },
  'assess.logFormat': {
    zh: '日志格式：text，或 json（每个事件一行，只有计数和位置，没有企业名称和数值）',
    en: 'log as text, or as json: one object an event, counts and places only, no name and no figure',
  },
  'assess.report': {
    zh: '-o - 时输出哪一份：whitelist、referrals、offers、exposure、assessment、findings',
    en: 'with -o -: whitelist, referrals, offers, exposure, assessment or findings',
  },
  'assess.format': {
    zh: '报告格式：xlsx 或 csv；-o - 时为 csv 或 ndjson',
    en: 'format of reports: xlsx or csv; with -o -: csv or ndjson',
  },
  'assess.headers': { zh: 'CSV 表头用文字（text）还是编号（id）', en: 'CSV headers as text or as ids' },
  'assess.oneWorkbook': {
    zh: '名单、支持产品、例外合成一个 report.xlsx（汇总在首页），不再逐个写名单和 offers 的工作簿；exceptions.xlsx 照写，供企业改正报回',
    en: 'one report.xlsx with overview, lists, offers and exceptions as sheets, in place of their workbooks; exceptions.xlsx is written too, for it is what firms send back',
  },
  'assess.noHtml': { zh: '不写 report.html', en: 'leave report.html out' },
  'assess.force': { zh: '结果文件夹已存在时替换它', en: 'replace an existing run folder' },
  'assess.strict': {
    zh: '有任何企业被退回改正、有企业数据没能读取、或有人工调整不能执行时退出码为 1',
    en: 'exit 1 where any firm was rejected, rows of firms could not be read or an adjustment could not be done',
  },
  'assess.feedback': {
    zh: '银行反馈（已授信、未授信、放款）或联合会诊结果的表格（可重复）',
    en: "a table of banks' answers or of results of joint diagnosis (repeatable)",
  },
  'assess.fixes': {
    zh: '改正后的例外表（exceptions.xlsx 或 .csv）：其中的行代替原表的行，逐行记录（可重复，先改的在前）',
    en: 'mended exceptions (xlsx or csv): their rows take the place of the old ones, told row by row (repeatable, oldest first)',
  },
  'assess.by': {
    zh: '按一列拆分，如 --by 区县：每个报告（含 report.html）另按该列的值各出一份，放在 by/ 下（字段编号、名称或表头均可）',
    en: 'split by a column, like --by district: each report, report.html too, once more for each value, below by/ (a field or a header)',
  },
  'assess.adjust': {
    zh: '人工调整：代码、名单、调入或调出、原因、批准人、日期；不改分数（可重复）',
    en: "people's decisions: code, list, in or out, reason, approver, date; no points change (repeatable)",
  },
  'assess.previous': {
    zh: '上一期的结果文件夹：在 report.html 和摘要里与它比较（新进、保留、调出、未申报、新申报）',
    en: 'run folder of the last period: report.html and the summary tell who entered, stayed, left, did not file or is new',
  },
  'assess.rate': {
    zh: '汇率，如 USD=7.1：美元额度另列折合人民币；须同时写 --rate-date',
    en: 'exchange rate, like USD=7.1: limits in US dollars are told in yuan too; with --rate-date',
  },
  'assess.rateDate': { zh: '汇率的日期，如 2026-09-30', en: 'the day of the rate, like 2026-09-30' },
  'assess.roster': {
    zh: '应申报企业名册：列出谁没有申报、属于哪个区县（可重复）',
    en: 'firms that should file: tells who did not, by district (repeatable)',
  },
  'assess.json': { zh: '把摘要以 JSON 写到标准输出', en: 'print the summary as JSON on stdout' },
  'assess.timings': {
    zh: '显示各步用时、行数、字节数和读取方式',
    en: 'show seconds, rows and bytes of each step, and which reader was used',
  },
  'assess.verbose': {
    zh: '逐步说明：每一步、读了什么、表头怎样认出、写出文件的大小；只有计数，没有企业和数值',
    en: 'tell each step, what was read, how columns were recognised, sizes written; counts only, no firm and no figure',
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
    zh: '工作簿解压后的上限，如 4GiB（默认 1GiB；其中一张表、全部文字各不超过 1/4，其余部分合计不超过 1/16）',
    en: 'most that a workbook may inflate to, like 4GiB (default 1GiB; of it 1/4 for one sheet or for all texts, 1/16 for the rest)',
  },
  'read.maxParts': {
    zh: '工作簿压缩包内部分（工作表、图片等）个数的上限（默认 10000）',
    en: 'most parts (sheets, pictures …) that a workbook may hold (default 10000)',
  },
  'read.maxColumns': {
    zh: 'CSV 列数的上限（默认 16384，与 Excel 相同）',
    en: 'most columns that a CSV may have (default 16384, as in Excel)',
  },
  'identify.summary': {
    zh: '一份数据对照多项认定：每家企业符合哪些、差什么、差多少，哪些缺数据',
    en: 'hold one input to many schemes: which each firm meets, what is missing and by how much',
  },
  'identify.profile': {
    zh: '要核对的方案（可重复；默认全部写明 identifies 的方案）',
    en: 'profile to hold firms to (repeatable; default: every profile that says what it identifies)',
  },
  'identify.out': { zh: '结果文件夹', en: 'folder for the results' },
  'identify.previous': {
    zh: '上一次 identify 的结果文件夹：标出新增、保留、退出',
    en: 'folder of the last identify: tells who is new, kept or lost',
  },
  'identify.format': { zh: '矩阵和名单的格式：xlsx 或 csv', en: 'format of the matrix and the lists' },
  'identify.strict': {
    zh: '有任何例外行或数据有误的企业时退出码为 1',
    en: 'exit 1 where any row is an exception or any firm has data to mend',
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
  'profile.lintStrict': { zh: '有提醒时退出码也为 1', en: 'exit 1 on warnings too' },
  'profile.lintAsOf': {
    zh: '这一天方案是否还在施行（不写则不查）',
    en: 'whether the profile is in force on that day (default: not asked)',
  },
  'profile.schema': {
    zh: '输出方案文件的 JSON Schema，供编辑器补全和检查',
    en: 'print the JSON Schema of profiles, for editors',
  },
  'profile.id': { zh: '方案编号或路径', en: 'id or path of a profile' },
  'profile.new': {
    zh: '以一个方案为底，写出本区自己的方案文件：数字都在，逐项可改，改之前结果与原方案相同',
    en: 'write a profile of your own upon another: its figures to change, the same results until one is changed',
  },
  'profile.newId': { zh: '新方案的编号，如 my-zone-2026', en: 'id of the new profile, like my-zone-2026' },
  'profile.newFrom': { zh: '以哪个方案为底：编号或路径', en: 'the profile to start from: id or path' },
  'profile.newOut': {
    zh: '写到哪个 .yaml（默认 profiles/新编号.yaml）',
    en: 'the .yaml to write (default profiles/NEW-ID.yaml)',
  },
  'profile.newFlat': {
    zh: '整份写出，不再继承原方案',
    en: 'write the whole profile out, inheriting nothing',
  },
  'profile.diff': {
    zh: '两个方案有什么不同：逐项列出原为、改为；排版和顺序不算',
    en: 'what differs between two profiles, from and to; layout and order are no difference',
  },
  'profile.diffRun': {
    zh: '对这个结果文件夹里的企业各算一遍：几家换了名单、等级、去向，平均分差多少',
    en: "score this run folder's firms by both: how many change list, grade, disposition, and by how many points",
  },
  'explain.summary': {
    zh: '解释一家企业的分数从哪里来、差在哪里、改什么能入选；读保存的结果文件夹',
    en: "explain one firm's points, to the cell, and what would put it on the list; reads a run folder",
  },
  'explain.run': { zh: '结果文件夹（assess -o 写出的）', en: 'run folder (written by assess -o)' },
  'explain.firm': {
    zh: '统一社会信用代码，或名称（可只写一段）',
    en: 'credit code, or the name or a part of it',
  },
  'explain.set': {
    zh: '假如某个字段是另一个值，如 rd_expense=500万元（可重复）',
    en: 'what if a field were another value, like rd_expense=500 (repeatable)',
  },
  'explain.all': {
    zh: '每家企业一页，可打印，写进 --out 的文件夹',
    en: 'a printable page for every firm, into the folder of --out',
  },
  'explain.out': { zh: '放各家页面的文件夹', en: 'folder for the pages' },
  'compare.summary': {
    zh: '比较两期结果：谁新进、保留、调出、未申报、新申报，分数为什么变',
    en: 'compare two runs: who entered, stayed, left, did not file or is new, and why points moved',
  },
  'compare.old': { zh: '前一期的结果文件夹', en: 'run folder of the earlier period' },
  'compare.new': { zh: '后一期的结果文件夹', en: 'run folder of the later period' },
  'analyse.out': {
    zh: '写出每家企业一行的表（.xlsx，或供程序读的 .csv：表头和取值都用编号）',
    en: 'write a table with one line a firm (.xlsx, or .csv for programs: headers and values are ids)',
  },
  'robust.summary': {
    zh: '摇动权重，看白名单有多稳：每家企业的入选比例和名次区间',
    en: 'shake the weights: how often each firm is listed, between which ranks it stands',
  },
  'robust.weights': { zh: '每个权重上下浮动多少', en: 'how far each weight goes up and down' },
  'robust.draws': { zh: '摇动多少次', en: 'how many draws' },
  'robust.seed': { zh: '随机数种子：同一种子，同一结果', en: 'seed: the same seed, the same answer' },
  'finding.summary': {
    zh: '解释一条提示；不带编号则列出全部',
    en: 'explain a finding; without an id, list all',
  },
  'finding.id': { zh: '提示编号，如 cell.not-a-number', en: 'id of a finding, like cell.not-a-number' },
  'run.folder': { zh: '结果文件夹（assess -o 写出的）', en: 'run folder (written by assess -o)' },
  'pack.summary': {
    zh: '按一个产品写出推送给银行的白名单：只含方案允许的列，未授权的企业不列入',
    en: "write the whitelist as one offer's provider may see it: allowed columns only, firms without consent left out",
  },
  'pack.for': { zh: '产品的编号或名称', en: 'offer, by id or name' },
  'pack.out': {
    zh: '写出的 .xlsx 或 .csv；写文件夹则两种都写',
    en: 'the .xlsx or .csv to write; a folder gets both',
  },
  'publicity.summary': {
    zh: '写出公示名单：名次、代码、名称和异议受理方式，不含分数',
    en: 'write the list for public notice: rank, code, name and where objections go, no points',
  },
  'publicity.out': {
    zh: '写出的 .xlsx，或可打印的 .html',
    en: 'the .xlsx to write, or a .html that prints',
  },
  'publicity.days': {
    zh: '公示多少天（默认按方案，方案没有写则 5 天）',
    en: "for how many days (default: the profile's, else 5)",
  },
  'publicity.from': { zh: '公示第一天，如 2026-10-10', en: 'the first day, like 2026-10-10' },
  'publicity.contact': {
    zh: '异议受理方式（默认按方案）',
    en: "where objections go (default: the profile's)",
  },
  'verify.summary': {
    zh: '核对一个结果文件夹：结果、方案和能找到的输入是否与写出时一样，账目是否相符',
    en: 'check a run folder: outputs, profile and the inputs that are found are as they were, and the ledgers hold',
  },
  'verify.run': { zh: '结果文件夹', en: 'run folder' },
  'verify.inputs': {
    zh: '在这个文件夹里按文件名找输入（可重复；默认当前文件夹和结果所在的文件夹）',
    en: 'look for inputs by name in this folder (repeatable; default: the working folder and that of the run)',
  },
  'verify.schema': { zh: '输出 manifest.json 的 JSON Schema', en: 'print the JSON Schema of manifest.json' },
  'runs.summary': {
    zh: '一个文件夹里的各次运行（assess --runs 写出的）',
    en: 'the runs of a folder (written by assess --runs)',
  },
  'runs.list': { zh: '列出各次运行，新的在前', en: 'list the runs, the newest first' },
  'runs.root': { zh: 'assess --runs 用的文件夹', en: 'the folder that assess --runs was given' },
  'runs.prune': {
    zh: '每个方案只留最新的几次运行；不动不是 innopoints 写的、被改过的和 latest 指向的',
    en: 'keep the newest runs of each profile; what innopoints did not write, what was changed and what latest points to stays',
  },
  'runs.keep': { zh: '每个方案留几次', en: 'how many to keep of each profile' },
  'runs.dryRun': { zh: '只说会删什么，不删', en: 'say what would go, remove nothing' },
  'config.summary': { zh: '配置文件 innopoints.yaml', en: 'the configuration file innopoints.yaml' },
  'config.show': {
    zh: '显示 assess 会用的每个值和它从哪里来；可带 assess 的任何选项',
    en: 'show each value that assess would take and where it comes from; takes every option of assess',
  },
  'replay.summary': {
    zh: '用记录下来的选项和方案重算一次，逐字节比较；不改动任何文件',
    en: 'assess again with the recorded options and profile and compare every byte; changes nothing',
  },
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
