import { beforeAll, expect, test } from 'vitest';
import { demoBench } from '../support/demo-firms.js';
import type { Workbench } from '../support/workbench.js';

// What the command line is told wrongly is said in one language, and nothing that was asked is passed over.
let bench: Workbench;
beforeAll(() => {
  bench = demoBench();
});
const assess = (words: string, env: Readonly<Record<string, string>> = {}) =>
  bench.innopoints(`assess firms.xlsx -p demo-2025.yaml --period 2025 ${words}`, env);

test.each(['--by 区县', '--one-workbook', '--json', '--format xlsx'])(
  '%s means nothing for one printed report, and is refused',
  (option) => {
    const { code, stdout, stderr } = assess(`-o - ${option}`);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${option.replace(' 区县', '')} 和 -o - 不能一起用`);
  },
);

test.each(['--report whitelist', '--format ndjson'])(
  '%s means nothing for a folder, and is refused',
  (option) => {
    const { code, stderr } = assess(`-o out ${option}`);
    expect([code, stderr.includes('只和 -o - 一起用'), bench.files('out')]).toEqual([2, true, []]);
  },
);

test('what the configuration file says for folders stops no printed report', () => {
  bench.file('print.yaml', 'by: 所属区县\none_workbook: true\nout: runs/x\n');
  expect(assess('-o - --config print.yaml --quiet')).toMatchObject({ code: 0, stderr: '' });
});

test('a printed report says on stderr what went back, and stdout stays data', () => {
  const { code, stdout, stderr } = assess('-o - --headers id');
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toMatch(/^id,name,/);
  expect(stderr).toBe('数据行 7，退回改正 1；企业 6，退回改正 1；错误 1（用 --report findings 列出）\n');
  expect(assess('-o - --quiet').stderr).toBe('');
});

test.each([
  ['-o - --report nope', '选项 --report 没有「nope」这个值，可用 whitelist、referrals、offers'],
  ['-o out --headers zh', '选项 --headers 没有「zh」这个值，可用 text、id'],
  ['-o out --lang fr', '选项 --lang 没有「fr」这个值，可用 zh、en'],
  ['-o out --wait 5', '选项 --wait 的值「5」不对，应写成这样：90s、10m、1h'],
  ['-o out --max-inflated viel', '选项 --max-inflated 的值「viel」不对，应写成这样：4GiB、500MB'],
  ['-o out --runs runs', '--runs 和 --out 不能一起用'],
  ['-o out -q -v', '--verbose 和 --quiet 不能一起用'],
  ['', '没有给出 --out 或 --runs'],
  ['--out=', '--out 后面是空的'],
  ['-o out --by=', '--by 后面是空的'],
])('「%s」 is told in Chinese alone', (words, told) => {
  const { code, stderr } = assess(words);
  expect(code).toBe(2);
  expect(stderr).toContain(told);
  expect(stderr).not.toMatch(/invalid|option|argument|Allowed|cannot/);
});

test('the same in English names the option and what may stand there', () => {
  const { stderr } = assess('-o out --wait 5', { LANG: 'en_US.UTF-8' });
  expect(stderr).toBe('innopoints: "5" is no value of --wait: write it like 90s, 10m, 1h. See --help\n');
});

test('a count that is none is told in Chinese alone', () => {
  const { code, stderr } = bench.innopoints('runs prune runs --keep 0');
  expect([code, stderr]).toEqual([
    2,
    'innopoints：选项 --keep 的值「0」不对，应写成这样：1、2、3 …。用 --help 查看用法\n',
  ]);
});

test('a period outside the profile’s time is a warning, in the summary and in every report', () => {
  const { code, stderr } = bench.innopoints(
    'assess firms.xlsx -p demo-2025.yaml --period 2020 -o old --headers id --format csv',
  );
  expect(code).toBe(0);
  expect(stderr).toContain('数据期不在方案的施行期内');
  expect(bench.read('old/findings.csv')).toContain('方案 demo-2025 自 2025-01-01 起施行，2020 不在其中');
  expect(bench.read('old/assessment.csv')).toContain('数据期不在方案的施行期内：方案自 2025-01-01 起施行');
  expect(bench.read('old/report.html')).toContain('数据期不在方案的施行期内');
});

test('a period that begins before the profile and ends in its time is no trouble', () => {
  bench.file('mid.yaml', bench.read('demo-2025.yaml').replace('2025-01-01', '2025-07-01'));
  const { code } = bench.innopoints(
    'assess firms.xlsx -p mid.yaml --period 2025 -o mid --format csv --quiet',
  );
  expect([code, bench.read('mid/findings.csv').includes('not-in-force')]).toEqual([0, false]);
});

test('a place that is looked in twice is named once', () => {
  const own = demoBench();
  own.innopoints('assess firms.xlsx -p demo-2025.yaml --period 2025 -o run --quiet --format csv');
  own.file('firms.xlsx', 'another');
  const { stderr } = own.innopoints('replay run');
  const asked = own.folder;
  expect(stderr.split(`「${asked}」`).length).toBeLessThanOrEqual(2);
});

test.each(['help', 'assess help', 'help assess', 'profile help', 'assess /?', '-h'])(
  '「%s」 is help',
  (words) => {
    const { code, stdout, stderr } = bench.innopoints(words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^用法： innopoints/);
  },
);

test.each(['', 'profile', 'runs'])('「%s」 alone shows which words it takes, on stderr', (words) => {
  const { code, stdout, stderr } = bench.innopoints(words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^用法： innopoints/);
  expect(stderr).not.toContain('outputHelp');
});

test.each([
  ['—p demo-2025.yaml', '「—p」', '-p'],
  ['–-period=2025', '「–-period=2025」', '--period=2025'],
  ['－－out x', '「－－out」', '--out'],
])('%s: a dash that is no hyphen makes no file of an option', (words, given, meant) => {
  const { code, stderr } = bench.innopoints(`assess firms.xlsx ${words}`);
  expect(code).toBe(2);
  expect(stderr).toContain(`${given}前面是破折号或全角的横线`);
  expect(stderr).toContain(`请照着键入 ${meant}\n`);
});

test.each([
  ['--mapping', 'ansi.yaml'],
  ['--config', 'ansi.yaml'],
])('%s in the encoding of Notepad’s ANSI is told, and no word of it is read', (option, file) => {
  // 企业 in GBK.
  bench.file(file, Buffer.from([0x23, 0xc6, 0xf3, 0xd2, 0xb5, 0x0a]));
  const { code, stderr } = assess(`-o out ${option} ${file}`);
  expect([code, bench.files('out')]).toEqual([2, []]);
  expect(stderr).toContain('ansi.yaml 不是 UTF-8 编码。请用记事本打开，另存为，编码选「UTF-8」');
});

test('a file whose name holds a dash is a file', () => {
  const { code, stderr } = bench.innopoints('inspect —季度表—.xlsx');
  expect([code, stderr.includes('找不到文件')]).toEqual([3, true]);
});

test.each(['out.xlsx', '结果.csv', 'out.html/'])('-o %s would make a folder of a file’s name', (out) => {
  const { code, stderr } = assess(`-o ${out}`);
  expect([code, bench.files(out)]).toEqual([2, []]);
  expect(stderr).toContain('写出的是一个文件夹，里面有各份报告');
  expect(assess('-o 2025.1版 --quiet --force').code).toBe(0);
});

test('a profile is found by what people call the zone', () => {
  const { code, stderr } = bench.innopoints('assess firms.xlsx -p 合肥 --period 2026Q3 -o out');
  expect([code, stderr.includes('是否为「hefei-hightech-2025」')]).toEqual([2, true]);
  const near = bench.innopoints('assess firms.xlsx -p hefei-hightech-2026 --period 2026Q3 -o out');
  expect(near.stderr).toContain('hefei-hightech-2025');
});

test('inspect says that assess would stop, and says nothing of the kind of a wrong cell', () => {
  const lacking = bench.innopoints('inspect firms.xlsx -p national-2.0-2025');
  expect(lacking.stdout).toContain('assess 会因上面说的列或文件停下');
  expect(lacking.stdout).not.toContain('若都对');
  expect(bench.innopoints('inspect firms.xlsx -p demo-2025.yaml').stdout).toContain('若都对');
});

test('a pattern that no shell turned into names says so', () => {
  const { code, stderr } = bench.innopoints('inspect 分区/*.xlsx');
  expect([code, stderr.includes('这个命令行不会把 * 和 ? 换成文件名')]).toEqual([3, true]);
  expect(bench.innopoints('inspect 没有.xlsx').stderr).toContain('请核对路径和文件名');
});
