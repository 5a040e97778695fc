import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, type Value, type Workbench, workbench } from '../support/workbench.js';

// A region that exists nowhere (nowhere-2026.yaml: six groups, 1000 points, four stages, floors by sector), written by README
// and commands alone, and twelve firms whose points were reckoned on paper, from the rules, never from the code.
const headers =
  '统一社会信用代码,企业名称,行业大类,上年营业收入（万元）,营业收入（万元）,上年研发费用（万元）,研发费用（万元）,发明专利申请量（件）,科技人员数（人）,职工总数（人）,近两年省级及以上平台数（个）,净利润（万元）,近两年省级及以上科技奖励数（项）,PCT专利申请量（件）,逾期未报统计报表,失信被执行人,企业授权'.split(
    ',',
  );

interface Firm {
  readonly row: readonly Value[];
  /** R&D intensity + its growth + inventions + growth of revenue + staff + platforms + profit, then bonus and deduction. */
  readonly paper: string;
  readonly stage: string;
  readonly total: string;
  readonly grade: string;
  readonly disposition: string;
  readonly offers: string;
}

const firm = (
  row: readonly Value[],
  paper: string,
  [stage, total, grade, disposition, offers]: readonly [string, string, string, string, string],
): Firm => ({ row, paper, stage, total, grade, disposition, offers });

// biome-ignore format: a firm is one row, its sum on paper the next
const firms: readonly Firm[] = [
  firm(['91990100MA0001111E', '华新传感', '软件', 100, 120, 12, 18, 3, 12, 30, 1, 10, 0, 0, '否', '否', '是'],
    '(15%−5%)/20%×200=100 + 50%/50%×100=100 + 3×40=120 + 20%/40%×150=75 + 40%→150 + 1→40 + 盈利 50', ['种子期', '635', 'A', 'whitelisted', 'loan 60']),
  firm(['91990100MA0002222F', '云泽精机', '制造', 1000, 1400, 70, 84, 5, 30, 100, 3, 500, 1, 2, '否', '否', '是'],
    '(6%−2%)/8%×200=100 + 20%/50%×100=40 + 200 + 180 + 80%×120=96 + 100 + 100，加分 20+30=50', ['初创期', '866', 'AAA', 'whitelisted', 'loan 700']),
  firm(['91990100MA0003333G', '恒川检测', '其他', 5000, 5500, 450, 495, 2, 40, 200, 2, 600, 2, 1, '是', '否', '是'],
    '(9%−3%)/12%×180=90 + 10%/50%×80=16 + 80 + 10%/40%×200=50 + 60 + 84 + 100，加分 40+15 封顶 50，扣 30', ['成长期', '500', 'A', 'whitelisted', 'loan 200']),
  firm(['91990100MA0004444H', '宏岳重工', '制造', 30000, 33000, 1800, 1980, 1, 100, 1000, 0, 499, 0, 0, '是', '否', '是'],
    '(6%−2%)/8%×160=80 + 12 + 40 + 10%/40%×220=55 + 20%×110=22 + 0 + 50%×120=60，扣 30', ['成熟期', '239', 'B', 'below-line', '']),
  firm(['91990100MA0005555J', '青禾软件', '软件', 200, 200, 50, 50, 0, 3, 10, 2, 0, 5, 0, '否', '否', '是'],
    '上年收入正好 200 万元为初创期：200 + 0 + 0 + 0 + 96 + 70 + 0，加分 5×20 封顶 40', ['初创期', '406', 'B', 'below-line', '']),
  firm(['91990100MA0006666K', '微澜科技', '软件', 199, 238.8, 0, 11.94, 4, 2, 20, 0, -80, 0, 0, '否', '否', '是'],
    '正在起点 5%：0 + 上年为 0 算不出：0 + 160 + 75 + 10%→20%×150=30 + 0 + 亏损 0', ['种子期', '265', 'B', 'below-line', '']),
  firm(['91990100MA0007777L', '启明铸造', '制造', 1000, 1400, 70, 84, 5, 30, 100, 3, 500, 0, 0, '否', '是', '是'],
    '同云泽精机，无加分；失信', ['初创期', '816', '', 'vetoed', '']),
  firm(['91990100MA0008888M', '安澜环境', '其他', 500, 700, 42, 63, 5, 20, 50, 1, 100, 0, 0, '否', '否', '否'],
    '(9%−3%)/12%×200=100 + 100 + 200 + 180 + 120 + 40 + 50；未授权', ['初创期', '790', 'AA', 'below-line', '']),
  firm(['91990100MA0009999N', '星图信息', '软件', 2000, 2400, 310, 360, 2, 30, 100, 0, 200, 1, 0, '否', '否', '是'],
    '正好 2000 万元为成长期：90 + 50/310÷50%×80=25.806→25.8 + 80 + 100 + 96 + 0 + 50，加分 20', ['成长期', '461.8', 'B', 'referred', '']),
  firm(['91990100MA00111103', '天工材料', '其他', 20000, 28000, 2800, 4200, 5, null, 300, 3, 3000, 0, 0, '否', '否', '是'],
    '正好 2 亿元为成熟期：160 + 60 + 200 + 220 + 科技人员空白 0 + 130 + 120', ['成熟期', '890', 'AAA', 'whitelisted', 'loan 1000']),
  firm(['91990100MA00122214', '初晓智能', null, 0, 50, 10, 20, 1, 5, 5, 1, -5, 0, 0, '否', '否', '是'],
    '行业空白 0 + 100%→100 + 40 + 上年收入 0 算不出：0 + 150 + 40 + 0', ['种子期', '330', 'B', 'below-line', '']),
  firm(['91990100MA00133325', '远舟物联', '制造', null, 900, 30, 45, 2, 10, 40, 1, 20, 0, 0, '否', '否', '是'],
    '上年收入空白，阶段不明', ['', '', '', 'rejected', '']),
];

let bench: Workbench;
let rows: readonly Readonly<Record<string, string>>[];
beforeAll(() => {
  bench = workbench();
  mkdirSync(join(bench.folder, 'profiles'));
  copyFileSync(
    join(root, 'test/profiles/nowhere-2026.yaml'),
    join(bench.folder, 'profiles/nowhere-2026.yaml'),
  );
  bench.csv('firms.csv', [headers, ...firms.map((one) => one.row)]);
  const run = bench.innopoints('assess firms.csv -p nowhere-2026 --period 2026 -o out --headers id');
  if (run.code !== 0) throw new Error(run.stderr);
  const [head, ...lines] = bench
    .read('out/assessment.csv')
    .replace('\ufeff', '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  rows = lines.map((line) => Object.fromEntries(head!.map((id, index) => [id, line[index] ?? ''])));
});

test('it lints clean', () => {
  expect(bench.innopoints('profile lint nowhere-2026 --strict')).toMatchObject({ code: 0, stderr: '' });
});

test('its examples and whole-firm cases hold', () => {
  expect(bench.innopoints('profile test nowhere-2026').stdout).toBe(
    'nowhere-2026：示例 41 个、企业案例 4 个，全部相符\n',
  );
});

test('its blank form asks for the columns of the firms, and no others', () => {
  expect(bench.innopoints('template -p nowhere-2026 -o form.xlsx').stderr).toContain(
    `${headers.length} 列，其中 ${headers.length} 列必填`,
  );
});

describe('each firm comes out as on paper', () => {
  test.each(firms)('$row.1: $paper', ({ row, stage, total, grade, disposition, offers }) => {
    expect(rows.find((one) => one.id === row[0])).toMatchObject({
      stage,
      total,
      grade,
      disposition,
      offers,
    });
  });
});

test('every firm is there once', () => {
  expect(rows.map((one) => one.id).sort()).toEqual(firms.map((one) => one.row[0]).sort());
});
