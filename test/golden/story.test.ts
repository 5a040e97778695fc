import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { root, transcript, workbench } from '../support/workbench.js';

// One circle between a zone and a bank, by commands only: samples/story/story.sh, as the README tells it.
const commands = readFileSync(join(root, 'samples/story/story.sh'), 'utf8')
  .split('\n')
  .flatMap((line) => /^innopoints (.*)$/.exec(line)?.[1] ?? []);

/** As a golden file keeps it: no mark, line ends of its own, no style sheet. */
const page = (text: string): string =>
  text
    .replace('\ufeff', '')
    .replaceAll('\r\n', '\n')
    .replace(/<style>.*?<\/style>\n/s, '');

test('two quarters, a bank that says no, a second recommendation, an objection, a public notice', async () => {
  const bench = workbench();
  cpSync(join(root, 'samples/story'), bench.folder, { recursive: true });
  const told = commands.map((command) => {
    const outcome = bench.innopoints(command);
    expect(outcome.code, `${command}\n${outcome.stderr}`).toBe(0);
    return transcript(bench, outcome);
  });
  expect(told).toHaveLength(8);
  await expect(told.join('\n')).toMatchFileSnapshot('story/told.txt');
  // What leaves the house, whole: a column or a firm more is seen here.
  const leaving = {
    'pushed.csv': 'q1-bank/whitelist-points-loan-2026Q1.csv',
    'referrals.csv': 'q2-outcomes/referrals.csv',
    'adjustments.csv': 'q2-outcomes/adjustments.csv',
    'outcomes.csv': 'q2-outcomes/outcomes.csv',
    'publicity.html': '公示.html',
  };
  for (const [golden, report] of Object.entries(leaving))
    await expect(page(bench.read(report))).toMatchFileSnapshot(`story/${golden}`);
  const table = (name: string) =>
    parse(bench.read(name), { columns: true, bom: true }) as Record<string, string>[];
  const listsOf = (run: string, firm: string) =>
    table(`${run}/assessment.csv`).find((one) => one.企业名称 === firm)?.名单;

  // The firm of 31 patents is pushed to the bank, which pays out 900万 at 3.41 %; without 企业授权 none is, whatever its points.
  const pushed = bench.read('q1-bank/whitelist-points-loan-2026Q1.csv');
  expect(pushed).toContain('示例瑞泽新材有限公司');
  expect(pushed).not.toContain('示例恒岳机器人有限公司');
  // Declined for want of collateral in the first quarter, recommended again in the second, and no longer once the bank lends.
  const declined = '示例博远智造有限公司';
  expect(listsOf('q1', declined)).not.toContain('二次推荐');
  expect(listsOf('q2', declined)).toContain('二次推荐');
  expect(listsOf('q2-outcomes', declined)).not.toContain('二次推荐');
  const total = table('q2-outcomes/outcomes.csv').find((one) => Object.values(one).includes('合计')) ?? {};
  expect(Object.values(total)).toContain('1820'); // 300 + 900 + 120, and the 500 at 3.35 % of the second answer
  // Taken off by people, its points as they were; no figure in what is made public.
  const objected = table('q2-final/assessment.csv').find((one) => one.企业名称?.includes('恒岳')) ?? {};
  expect(objected.名单).not.toContain('白名单');
  expect(objected.总分).toBe('79.32');
  expect(bench.read('公示.html')).not.toMatch(/恒岳|79\.32|88\.67/);
});
