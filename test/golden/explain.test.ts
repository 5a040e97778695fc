import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { explainAll, explainOne, openRun } from '../../src/analyse/index.js';
import type { Explained } from '../../src/model/explained.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// The shipped sample, assessed once and then asked about, through the real binary and through the step itself.
let bench: Workbench;
let all: readonly Explained[];
const run = () => openRun(join(bench.folder, 'out'));

beforeAll(() => {
  bench = workbench();
  bench.file('gaoxin-2026Q3.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
  const outcome = bench.innopoints(
    'assess gaoxin-2026Q3.xlsx -p hefei-hightech-2025 --period 2026Q3 -o out --format csv --headers id',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  all = [...explainAll(run(), 'zh')];
});

describe('a saved run, scored again', () => {
  test('gives every firm the points, lists and disposition of the assessment', () => {
    const rows = parse(bench.read('out/assessment.csv'), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(all.map((one) => one.firm.name)).toEqual(rows.map((row) => row.name));
    rows.forEach((row, index) => {
      const one = all[index]!;
      expect(one.disposition).toBe(row.disposition);
      expect(one.total === null ? '' : String(one.total)).toBe(row.total);
      expect(
        one.lists
          .filter((list) => list.holds)
          .map((list) => list.id)
          .join(';'),
      ).toBe(row.lists);
      for (const indicator of one.groups.flatMap((group) => group.indicators))
        expect(indicator.points === null ? '' : String(indicator.points), indicator.id).toBe(
          row[`points_${indicator.id}`],
        );
    });
  });

  test('every input names the cell that it stands in', () => {
    const sheet = XLSX.read(readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx'))).Sheets.企业!;
    let seen = 0;
    for (const one of all.filter(({ disposition }) => disposition !== 'rejected')) {
      for (const input of one.groups.flatMap((group) => group.indicators).flatMap(({ inputs }) => inputs)) {
        if (typeof input.value !== 'number' || input.at === null) continue;
        const cell = sheet[XLSX.utils.encode_cell({ r: input.at.row - 1, c: input.at.column })] as
          | XLSX.CellObject
          | undefined;
        if (cell?.t !== 'n' || typeof cell.v !== 'number') continue;
        seen++;
        expect(input.value, `${one.firm.name} ${input.field}`).toBeCloseTo(cell.v, 6);
      }
    }
    expect(seen).toBeGreaterThan(5000);
  });

  test('each cheapest change crosses the line, and a step less does not', () => {
    const opened = run();
    const steps: Readonly<Record<string, number>> = { 万元: 0.01, 人: 1, 件: 1, 个: 1, 项: 1 };
    let seen = 0;
    for (const one of all) {
      for (const change of one.distance?.changes ?? []) {
        seen++;
        const unit = opened.plan.fields.get(change.field)!.unit!;
        const outcome = (value: number) =>
          explainOne(opened, one.firm.id!, { lang: 'zh', set: [`${change.field}=${value}`] }).whatIf!.after;
        expect(outcome(change.to).disposition).toBe('whitelisted');
        const less = change.to - Math.sign(change.to - (change.from ?? 0)) * steps[unit]!;
        expect(outcome(Number(less.toFixed(2))).disposition, `${one.firm.name} ${change.field}`).not.toBe(
          'whitelisted',
        );
      }
    }
    expect(seen).toBeGreaterThan(50);
  });
});

describe('explain', () => {
  test('a firm by its code, on 80 columns', () => {
    const { code, stdout } = bench.innopoints('explain out 91340199MA10158389');
    expect(code).toBe(0);
    expect(stdout).toContain('总分  50.18 = 23.31 + 26.87 + 0');
    expect(stdout).toContain('研发费用 / 营业收入 = 68.64 万元 / 13727.27 万元 = 0.50002659%');
    expect(stdout).toContain('研发费用 F6：68.64 万元；营业收入 N6：13727.27 万元');
    expect(stdout).toContain('[否] 总分 ≥ 60（总分 = 50.18；差 9.82）');
    expect(stdout).toContain('研发费用：68.64 万元 → 333.73 万元（+386.2%）');
    const wide = (line: string) =>
      [...line].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
    expect(Math.max(...stdout.split('\n').map(wide))).toBeLessThanOrEqual(82);
  });

  test('a part of a name is enough where one firm has it', () => {
    const { code, stdout } = bench.innopoints('explain out 夫诸医疗 --json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      explained: { firm: { id: '91340199MA10158389' }, total: 50.18, disposition: 'referred' },
      whatIf: null,
    });
  });

  test('a part that several have names them and exits 2', () => {
    const { code, stdout, stderr } = bench.innopoints('explain out 数据科技');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('91340199MA1007919N 示例精卫数据科技有限公司');
  });

  test('a name that nobody has exits 2', () => {
    expect(bench.innopoints('explain out 华新传感')).toMatchObject({ code: 2, stdout: '' });
  });

  test('what-if shows before and after', () => {
    const { stdout } = bench.innopoints('explain out 夫诸医疗 --set 研发费用=500万元');
    expect(stdout).toMatch(/总分 +50\.18 → 61\.36\n/);
    expect(stdout).toMatch(/结果 +推荐 → 入选白名单\n/);
  });

  test.each([
    ['rd_expense', '不是「字段=值」'],
    ['rd_expence=5', '是否为 rd_expense'],
    ['rd_expense=五百', '的值读不懂'],
    ['rd_expense=500万美元', '的单位不合'],
    ['authorised=也许', '的值读不懂'],
  ])('--set %s exits 2', (set, said) => {
    const { code, stderr } = bench.innopoints(`explain out 夫诸医疗 --set ${set}`);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  test('neither a firm nor --all exits 2', () => {
    expect(bench.innopoints('explain out')).toMatchObject({ code: 2 });
  });

  test('a rejected firm is told what to mend first', () => {
    const rejected = all.find((one) => one.disposition === 'rejected' && one.firm.id !== null)!;
    const { code, stdout } = bench.innopoints(`explain out ${rejected.firm.id}`);
    expect(code).toBe(0);
    expect(stdout).toContain('先改正上面的错误');
  });
});

describe('a folder that cannot be asked', () => {
  const copied = (name: string): string => {
    for (const file of bench.files('out'))
      bench.file(`${name}/${file}`, readFileSync(join(bench.folder, 'out', file)));
    return join(bench.folder, name);
  };

  test('one that is no run exits 3', () => {
    bench.file('material/notes.txt', '会议纪要');
    const { code, stderr } = bench.innopoints('explain material 夫诸医疗');
    expect(code).toBe(3);
    expect(stderr).toContain('不是 innopoints 的结果文件夹');
  });

  test('one of a newer format exits 3', () => {
    const folder = copied('newer');
    writeFileSync(
      join(folder, 'manifest.json'),
      bench.read('newer/manifest.json').replace('"format": 1', '"format": 2'),
    );
    expect(bench.innopoints('explain newer 夫诸医疗')).toMatchObject({ code: 3 });
  });

  test('one whose firms were changed exits 3 and names the file', () => {
    const folder = copied('changed');
    writeFileSync(
      join(folder, 'data/firms.csv'),
      bench.read('changed/data/firms.csv').replace('68.64', '680.64'),
    );
    const { code, stderr } = bench.innopoints('explain changed 夫诸医疗');
    expect(code).toBe(3);
    expect(stderr).toContain('data/firms.csv 写出以后被改动过');
  });

  test('one that lacks its profile exits 3', () => {
    const folder = copied('lacking');
    rmSync(join(folder, 'data/profile.yaml'));
    expect(bench.innopoints('explain lacking 夫诸医疗')).toMatchObject({ code: 3 });
  });
});

describe('explain --all', () => {
  test('writes a page for each firm and an index, for the owner only', () => {
    const { code, stderr } = bench.innopoints('explain out --all -o cards');
    expect(code, stderr).toBe(0);
    const files = bench.files('cards');
    expect(files.filter((file) => file.endsWith('.html'))).toHaveLength(301);
    expect(statSync(join(bench.folder, 'cards/91340199MA10158389.html')).mode & 0o777).toBe(0o600);
    const page = bench.read('cards/91340199MA10158389.html');
    expect(page).toContain(`default-src 'none'; style-src 'unsafe-inline'`);
    expect(page).not.toMatch(/<script|https?:/);
    expect(bench.innopoints('explain out --all -o cards')).toMatchObject({ code: 4 });
    expect(bench.innopoints('explain out --all -o cards --force')).toMatchObject({ code: 0 });
  });
});
