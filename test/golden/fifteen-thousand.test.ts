import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { root, workbench } from '../support/workbench.js';

// As Zhengzhou is told to do it: 15,000 firms scored, the whitelist pushed. Every total is reckoned here a second time.
const COUNT = 15_000;
const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: the check character of the 17 before it. */
function withCheck(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += letters.indexOf(body[i]!) * (3 ** i % 31);
  return body + letters[(31 - (sum % 31)) % 31]!;
}

/** Points in hundredths, rounded half up, from whole numbers only. */
const hundredths = (numerator: bigint, denominator: bigint, weight: bigint, full: bigint): number => {
  // weight × min(1, n / d ÷ full / 100) in hundredths, rounded half up.
  const points = (2n * weight * 100n * numerator * 100n + denominator * full) / (2n * denominator * full);
  return Number(points > weight * 100n ? weight * 100n : points < 0n ? 0n : points);
};

test('15,000 firms: every total, and the whitelist, as a second reckoning has them', () => {
  const bench = workbench().file(
    'zone-2026.yaml',
    readFileSync(join(root, 'samples/story/zone-2026.yaml'), 'utf8'),
  );
  const expected = new Map<string, { total: number; listed: boolean }>();
  const rows = Array.from({ length: COUNT }, (_, i) => {
    const id = withCheck(`91410100MA${String(i).padStart(7, '0')}`);
    const [revenue, prior, rd, patents] = [
      100 + ((i * 37) % 9000),
      100 + ((i * 53) % 8000),
      (i * 29) % 700,
      i % 14,
    ];
    const authorised = i % 9 !== 0;
    const dishonest = i % 101 === 0;
    const total =
      hundredths(BigInt(rd), BigInt(revenue), 50n, 10n) +
      hundredths(BigInt(patents), 1n, 30n, 1000n) +
      hundredths(BigInt(revenue - prior), BigInt(prior), 20n, 20n);
    expected.set(id, { total: total / 100, listed: total >= 6000 && authorised && !dishonest });
    return [
      `示例第${i}号有限公司`,
      id,
      revenue,
      prior,
      rd,
      20,
      patents,
      dishonest ? '是' : '否',
      authorised ? '是' : '否',
      '否',
      '是',
      '是',
    ];
  });
  const head =
    '企业名称 统一社会信用代码 营业收入（万元） 上年营业收入（万元） 研发费用（万元） 职工总数 发明专利申请量 失信被执行人 企业授权 有融资需求 符合授信条件 有抵押物';
  bench.csv('firms.csv', [head.split(' '), ...rows]);
  const outcome = bench.innopoints(
    'assess firms.csv -p zone-2026.yaml --period 2026 --headers id --format csv -q -o out',
  );
  expect(outcome.code, outcome.stderr).toBe(0);
  const assessed = parse(bench.read('out/assessment.csv'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  expect(assessed).toHaveLength(COUNT);
  const wrong = assessed.filter(({ id, total }) => Number(total) !== expected.get(id!)?.total);
  expect(wrong.slice(0, 3)).toEqual([]);
  const listed = (
    parse(bench.read('out/whitelist.csv'), { columns: true, bom: true }) as Record<string, string>[]
  ).map((one) => one.id);
  const should = [...expected].filter(([, one]) => one.listed).map(([id]) => id);
  expect(should.length).toBeGreaterThan(1000);
  expect([...listed].sort()).toEqual(should.sort());
});
