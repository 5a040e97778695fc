import { beforeAll, expect, test } from 'vitest';
import { demoProfile } from '../support/demo-profile.js';
import { type Workbench, workbench } from '../support/workbench.js';

// A table all of whose money is of a magnitude that firms do not have is told; one of micro firms is not.
let bench: Workbench;
beforeAll(() => {
  bench = workbench().file('demo-2025.yaml', demoProfile);
});

const codes = ['MA1007919N', 'MA10158389', 'MA1023757U', 'MA1031676E', 'MA1039595H', 'MA1047514F'];
const told = (unit: string, revenues: readonly number[]): string[] => {
  const rows = revenues.map((one, at) => `华新传感${at},91340199${codes[at]},${one},${one / 10}`);
  bench.file(
    'firms.csv',
    [`企业名称,统一社会信用代码,营业收入（${unit}）,研发费用（${unit}）`, ...rows].join('\n'),
  );
  const run = bench.innopoints('inspect firms.csv -p demo-2025.yaml --json');
  const { findings } = JSON.parse(run.stdout) as { findings: { id: string }[] };
  return findings.map(({ id }) => id).filter((id) => id === 'header.unit-unlikely');
};

const micro = [0.05, 0.06, 0.07, 0.08, 0.09, 0.3];
const usual = [300, 500, 700, 900, 1200, 3000];

test('a list of micro firms in 万元 is taken as it stands', () => {
  expect(told('万元', micro)).toEqual([]);
});

test('万元 written under 元 is told of each column', () => {
  expect(told('元', usual)).toHaveLength(2);
});

test('元 written under 万元 is told of each column', () => {
  expect(
    told(
      '万元',
      usual.map((one) => one * 100_000),
    ),
  ).toHaveLength(2);
});
