import { expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { transcript, workbench } from '../support/workbench.js';

// A missing column, a wrong unit, a blank and a zero are four different outcomes (DESIGN rules 1 and 9).

const run = (header: readonly string[], row: readonly (string | number | null)[]) => {
  const bench = workbench().file('demo-2025.yaml', demoProfile).csv('firms.csv', [header, row]);
  const outcome = bench.innopoints(
    'assess firms.csv -p demo-2025.yaml --period 2025 -o out --format csv --headers id --quiet',
  );
  return transcript(bench, outcome, 'out/assessment.csv', 'out/findings.csv');
};
const code = '91340199MA1007919N';

test('a missing column stops the run and says what it costs', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发支出'],
    ['华新传感', code, 1000, 80],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/missing-column.txt');
});

test('a wrong unit stops the run', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（人）', '研发费用（万元）'],
    ['华新传感', code, 1000, 80],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/wrong-unit.txt');
});

test('a blank earns nothing, with a warning', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['华新传感', code, 1000, null],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/blank.txt');
});

test('a zero is a value', async () => {
  const page = run(
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'],
    ['华新传感', code, 1000, 0],
  );
  await expect(page).toMatchFileSnapshot('./four-outcomes/zero.txt');
});
