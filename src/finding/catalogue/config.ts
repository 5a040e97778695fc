import { finding, say } from '../define.js';

/** Where a run goes can be said in two ways. */
const orRuns = (option: string, or: string): string => (option === '--out' ? `${or}--runs` : '');

/** What unattended runs meet: the configuration file, inputs by pattern, folders of runs. */
export const configFindings = {
  'usage.missing': finding({
    severity: 'error',
    sample: { option: '--period', key: 'period' },
    zh: (a) =>
      say(
        `没有给出 ${a.option}${orRuns(a.option, ' 或 ')}`,
        '',
        `请加上 ${a.option}${orRuns(a.option, ' 或 ')}，或在 innopoints.yaml 里写一行 ${a.key}: …`,
      ),
    en: (a) =>
      say(
        `${a.option}${orRuns(a.option, ' or ')} is not given`,
        '',
        `add ${a.option}${orRuns(a.option, ' or ')}, or a line ${a.key}: … to innopoints.yaml`,
      ),
  }),
  'usage.both': finding({
    severity: 'error',
    sample: { one: '--out', other: '--runs' },
    zh: (a) => say(`${a.one} 和 ${a.other} 不能一起用`, '', '请只留一个'),
    en: (a) => say(`${a.one} and ${a.other} exclude each other`, '', 'keep one of them'),
  }),
  'usage.config-file': finding({
    severity: 'error',
    sample: { path: 'innopoints.yaml', why: 'ENOENT' },
    zh: (a) =>
      say(
        a.why === 'ENOENT' ? `没有配置文件 ${a.path}` : `读不了配置文件 ${a.path}（${a.why}）`,
        '配置文件是一个不超过 1 MB 的 UTF-8 文本',
        '请核对 --config 的路径和权限',
      ),
    en: (a) =>
      say(
        a.why === 'ENOENT'
          ? `there is no configuration file ${a.path}`
          : `the configuration file ${a.path} cannot be read (${a.why})`,
        'it is a text in UTF-8 of at most 1 MB',
        'check the path given with --config and its permissions',
      ),
  }),
  'usage.config-shape': finding({
    severity: 'error',
    sample: {},
    zh: () => say('配置文件里没有内容', '配置由“键: 值”各行组成', '例如 profile: hefei-hightech-2025'),
    en: () =>
      say(
        'there is nothing in the configuration file',
        'it is made of lines of "key: value"',
        'for example profile: hefei-hightech-2025',
      ),
  }),
  'usage.config-value': finding({
    severity: 'error',
    sample: { key: 'wait', value: '10', wanted: '90s, 10m, 1h' },
    zh: (a) => say(`「${a.value}」不能作 ${a.key} 的值`, `应写成 ${a.wanted}`, '请改写'),
    en: (a) => say(`"${a.value}" cannot be the value of ${a.key}`, `write it like ${a.wanted}`, 'rewrite it'),
  }),
  'file.glob-empty': finding({
    severity: 'error',
    sample: { pattern: 'in/*.xlsx', folder: '/srv/points' },
    zh: (a) =>
      say(
        `在 ${a.folder} 下没有文件符合「${a.pattern}」`,
        '至少要有一个输入文件',
        '请放入文件，或改正 inputs 里的写法',
      ),
    en: (a) =>
      say(
        `no file below ${a.folder} fits "${a.pattern}"`,
        'there is at least one input',
        'put the files there, or correct the pattern under inputs',
      ),
  }),
  'file.runs-none': finding({
    severity: 'error',
    sample: { path: 'runs' },
    zh: (a) =>
      say(`${a.path} 不是文件夹，或打不开`, '这里应有各次运行的结果', '请写 assess --runs 用的那个文件夹'),
    en: (a) =>
      say(
        `${a.path} is no folder, or cannot be opened`,
        'it holds a folder for each run',
        'name the folder that assess --runs was given',
      ),
  }),
  'file.runs-latest': finding({
    severity: 'error',
    sample: { path: 'runs/latest' },
    zh: (a) =>
      say(`${a.path} 已存在，但不是 innopoints 写的`, '它应指向最近一次运行', '请移走它，或换一个 --runs'),
    en: (a) =>
      say(
        `${a.path} is there and was not made by innopoints`,
        'it points to the last run',
        'move it away, or choose another --runs',
      ),
  }),
  'file.runs-pointer': finding({
    severity: 'error',
    sample: { path: 'runs/latest', run: '2026Q3-hefei-hightech-2025', code: 'EACCES' },
    zh: (a) =>
      say(
        `结果已写到 ${a.run}，但 ${a.path} 没有改成指向它（${a.code}）`,
        '',
        '请检查权限；结果文件夹本身是完整的',
      ),
    en: (a) =>
      say(
        `the run stands in ${a.run}, but ${a.path} could not be pointed at it (${a.code})`,
        '',
        'check the permissions; the run folder itself is whole',
      ),
  }),
};
