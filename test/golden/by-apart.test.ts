import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { checkCharacter } from '../../src/intake/uscc.js';
import type { PackedFirms } from '../../src/report/html/page/packed.js';
import { unpackNames, unpackNumbers, unpackSorted, unpackTexts } from '../../src/report/html/page/unpack.js';
import { demoProfile } from '../support/demo-profile.js';
import { type Value, type Workbench, workbench } from '../support/workbench.js';

// What is sent to a district holds that district and nothing of another: page, workbooks, what stands beside.
let bench: Workbench;
const at = (name: string) => join(bench.folder, name);

const code = (serial: number): string => {
  const seventeen = `91340199MA${serial}`;
  return seventeen + checkCharacter(seventeen);
};
const districts = ['蜀山区', '包河区', ''];
const trades = ['传感', '新材', '光电', '软件', '药业', '智造', '环保', '精密'];
interface Firm {
  readonly id: string;
  readonly name: string;
  readonly district: string;
}
const firms: readonly Firm[] = Array.from({ length: 24 }, (_, index) => ({
  id: code(1_007_919 + index * 7919),
  name: `合肥${'甲乙丙'[index % 3]}${trades[(index >> 2) >> 0] ?? '科技'}${'东南西北'[index & 3]}有限公司`,
  district: districts[index % 3]!,
}));
const twin = firms[0]!.name;
const header = ['企业名称', '统一社会信用代码', '所属区县', '营业收入（万元）', '研发费用（万元）'];
const rowOf = ({ id, name, district }: Firm, index: number): Value[] => [
  // The second firm, of another district, bears the first one's name.
  index === 1 ? twin : name,
  id,
  district,
  1000 + index,
  index === 1 || index === 7 ? '约8' : 10 * ((index * 5) % 11),
];
const rows = firms.map(rowOf);

beforeAll(() => {
  bench = workbench()
    .file('demo-2025.yaml', demoProfile)
    .csv('last.csv', [header, ...firms.slice(0, 20).map((firm, index) => rowOf(firm, index + 2))])
    .csv('firms.csv', [header, ...rows.slice(3), ...rows.slice(0, 3), rows[4]!])
    .csv('fixed.csv', [header, [firms[10]!.name, firms[10]!.id, firms[10]!.district, 1300, 130]])
    .csv('bank.csv', [
      ['统一社会信用代码', '银行', '授信结果', '授信金额（万元）'],
      [firms[3]!.id, '徽商银行', '已授信', 300],
      [firms[4]!.id, '徽商银行', '未授信', ''],
    ])
    .csv('adjust.csv', [
      ['统一社会信用代码', '名单', '调整', '原因', '批准人', '日期'],
      [firms[3]!.id, '白名单', '调入', '复核', '张三', '2026-10-08'],
      [firms[4]!.id, '白名单', '移出', '异议', '李四', '2026-10-08'],
    ])
    .csv('roster.csv', [
      ['统一社会信用代码', '企业名称', '区县'],
      [firms[3]!.id, firms[3]!.name, '蜀山区'],
      [code(3_000_000), '晨光智造有限公司', '包河区'],
      [code(3_007_919), '安和药业有限公司', '庐阳区'],
    ]);
  const run = (words: string) => {
    const outcome = bench.innopoints(`assess ${words} -p demo-2025.yaml -q`);
    expect(outcome.code, outcome.stderr).toBe(0);
  };
  run('last.csv --period 2024 -o last');
  run(
    'firms.csv --fixes fixed.csv --period 2025 --previous last --feedback bank.csv --adjust adjust.csv --roster roster.csv --by 区县 -o books',
  );
  run('firms.csv --period 2025 --by 区县 --one-workbook --lang en -o one');
});

/** All that a file says: a workbook's cells and notes, a page with its packed firms. */
function textOf(file: string): string {
  if (file.endsWith('.xlsx')) {
    const book = XLSX.read(readFileSync(file));
    return book.SheetNames.map((name) => {
      const cells = Object.values(book.Sheets[name]!) as { v?: unknown; c?: unknown }[];
      return [name, ...cells.map((cell) => JSON.stringify([cell.v, cell.c]))].join('\n');
    }).join('\n');
  }
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.html') ? text + JSON.stringify(packedIn(text)) : text;
}

function packedIn(page: string) {
  const data = JSON.parse(/id="firm-data">(.*?)<\/script>/s.exec(page)![1]!) as PackedFirms;
  return {
    ids: unpackSorted(data.ids, unpackNumbers),
    names: unpackNames(data.names, (column) => unpackTexts(column, unpackNumbers)),
    ranks: unpackNumbers(data.rank),
    ranked: data.ranked,
  };
}

const folderOf = (district: string, blank = '未填') => (district === '' ? blank : district);
const filesOf = (folder: string) =>
  readdirSync(at(folder))
    .map((name) => join(at(folder), name))
    .sort();

test.each(['books', 'one'])('no file of a district in %s names a firm of another', (out) => {
  for (const district of districts) {
    const files = filesOf(`${out}/by/${folderOf(district, out === 'one' ? 'blank' : '未填')}`);
    expect(files.map((file) => file.split('/').at(-1))).toContain('report.html');
    for (const file of files) {
      const text = textOf(file);
      for (const firm of firms) {
        if (firm.district === district) continue;
        expect(text, file).not.toContain(firm.id);
        if (firm.name !== twin && firm !== firms[1]) expect(text, file).not.toContain(firm.name);
      }
    }
  }
});

test('what is looked for is there to be found: each firm in the page and the books of its own district', () => {
  for (const district of districts) {
    const own = firms.filter((firm) => firm.district === district).map((firm) => firm.id);
    const page = readFileSync(at(`books/by/${folderOf(district)}/report.html`), 'utf8');
    expect(packedIn(page).ids.sort()).toEqual(own.sort());
    const book = textOf(at(`one/by/${folderOf(district, 'blank')}/report.xlsx`));
    expect(own.some((id) => book.includes(id))).toBe(true);
  }
});

test('the page says in title and heading whose it is, and that ranks are those among all', () => {
  const page = bench.read('books/by/蜀山区/report.html');
  expect(page).toContain('<title>蜀山区 演示方案 2025</title>');
  expect(page).toContain('<h1>演示方案<span class="part">所属区县：<b>蜀山区</b></span></h1>');
  expect(page).toContain('得分、等级和名次是在全部企业中评出的');
  const whole = packedIn(bench.read('books/report.html'));
  const part = packedIn(page);
  expect(part.ranked).toBe(whole.ranked);
  part.ids.forEach((id, index) => {
    expect(part.ranks[index]).toBe(whole.ranks[whole.ids.indexOf(id)]);
  });
});

test('its workbooks say that ranks are those among all, and what belongs to no district', () => {
  const text = textOf(at('books/by/蜀山区/whitelist.xlsx'));
  expect(text).toContain('仅含「所属区县」为「蜀山区」的企业');
  expect(text).toContain('上期申报而本期没有申报的企业');
  expect(textOf(at('books/whitelist.xlsx'))).not.toContain('上期申报而本期没有申报的企业');
});

test('rows, firms and the moves since last time of the parts add up to the whole', () => {
  const figures = (page: string) => ({
    rows: Number(/数据行 (\d+) 行/.exec(page)?.[1]),
    firms: Number(/企业 (\d+) 家，每家/.exec(page)?.[1]),
    used: Number(/<\/span>计入<\/th><td class="number">(\d+)/.exec(page)?.[1]),
    replaced: Number(/<\/span>已由改正表取代<\/th><td class="number">(\d+)/.exec(page)?.[1] ?? 0),
    entered: Number(/<\/span>新进<\/th><td class="number">(\d+)/.exec(page)?.[1]),
    newly: Number(/<\/span>新申报<\/th><td class="number">(\d+)/.exec(page)?.[1]),
    skipped: Number(/不是企业数据<\/th><td class="number">(\d+)/.exec(page)?.[1] ?? 0),
  });
  const whole = figures(bench.read('books/report.html'));
  const parts = districts.map((one) => figures(bench.read(`books/by/${folderOf(one)}/report.html`)));
  const sum = (key: keyof typeof whole) => parts.reduce((all, one) => all + one[key], 0);
  expect(whole.replaced).toBe(1);
  for (const key of ['firms', 'used', 'replaced', 'entered', 'newly'] as const)
    expect(sum(key), key).toBe(whole[key]);
  expect(sum('rows')).toBe(whole.rows - whole.skipped);
});

test('who has not filed is told to the district, even where nobody of it has', () => {
  expect(textOf(at('books/by/包河区/unfiled.xlsx'))).toContain('晨光智造有限公司');
  expect(existsSync(at('books/by/蜀山区/unfiled.xlsx'))).toBe(true);
  expect(textOf(at('books/by/蜀山区/unfiled.xlsx'))).not.toContain('晨光智造有限公司');
  expect(filesOf('books/by/庐阳区').map((file) => file.split('/').at(-1))).toEqual(['unfiled.xlsx']);
  expect(textOf(at('books/by/庐阳区/unfiled.xlsx'))).toContain('安和药业有限公司');
});

test('the twin’s code in another district is not told, though the whole tells it', () => {
  const other = firms[1]!;
  const told = bench
    .read('books/findings.csv')
    .split('\n')
    .filter((line) => line.includes('cell.name-twice'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(firms[0]!.id);
  expect(told[0]).toContain(other.id);
  const mine = districts
    .map((one) => bench.read(`books/by/${folderOf(one)}/findings.csv`))
    .join('\n')
    .split('\n');
  const line = mine.filter((one) => one.includes('cell.name-twice'));
  expect(line).toHaveLength(1);
  expect([firms[0]!.id, other.id].filter((id) => line[0]!.includes(id))).toHaveLength(1);
});
