import { expect, test } from 'vitest';
import { Findings } from '../../../src/finding/index.js';
import { ratioWatch, tellRatioScale, watchRatio } from '../../../src/intake/ratio-scale.js';

/** A column under （%）: `7.2` is bare, `7.2%` is not. Gives what is told of it. */
function told(...cells: string[]): string[] {
  const watch = ratioWatch();
  cells.forEach((raw, i) => {
    const written = Number(raw.replace('%', ''));
    const value = written / 100;
    const at = { file: 'firms.csv', sheet: '', row: i + 2, column: 3 };
    watchRatio(watch, value, written, !raw.includes('%'), () => ({ at, value, raw, firm: i }));
  });
  const findings = new Findings();
  tellRatioScale(watch, { zh: '研发费用占比', en: 'R&D share' }, '研发费用占比（%）', findings);
  return findings.all.map(
    (one) => `${one.id} ${String(one.args.raw)} ${String(one.args.meant ?? one.args.count)}`,
  );
}

test('a bare 0.0724 among sevens is asked about', () => {
  expect(told('7.35%', '7.28', '0.0724')).toEqual(['cell.ratio-scale 0.0724 7.24%']);
});

test('a bare 735 among sevens is asked about', () => {
  expect(told('7.35%', '7.28', '735')).toEqual(['cell.ratio-scale 735 7.35%']);
});

test('several slips are told one by one', () => {
  expect(told('7.35%', '0.05', '0.12')).toHaveLength(2);
});

test('a whole column of fractions is one doubt', () => {
  expect(told('0.07', '0.08', '0', '0.05')).toEqual(['header.ratio-fractions 0.07 3']);
});

test.each([
  ['zeros', ['7.3', '0', '0']],
  ['a small ratio with its sign', ['7.3', '0.07%']],
  ['a small ratio that 100 times would not bring near', ['7.3', '0.9', '0.004']],
  ['ratios above 100 % that are no slip', ['120', '150', '98']],
  ['large ratios only', ['735', '812']],
  ['no value at all', []],
])('nothing is said of %s', (_, cells) => {
  expect(told(...cells)).toEqual([]);
});
