import { expect, test } from 'vitest';
import type { Robust, RobustFirm } from '../../../src/model/robust.js';
import { robustTable } from '../../../src/report/robust-table.js';

// People look for the firms whose place is in doubt; a program looks firms up by id.
const firm = (id: string, share: number, rank: number): RobustFirm => ({
  id,
  name: `华新传感${id}`,
  total: 60,
  listed: share > 0.5,
  share,
  rank,
  rankLow: rank,
  rankHigh: rank,
  hangsOn: null,
});
const robust: Robust = {
  profile: 'zhengzhou-hightech-2025',
  name: '郑州高新区',
  period: '2025',
  decimals: 2,
  weights: 0.1,
  draws: 200,
  seed: 1,
  listed: 3,
  adjusted: 0,
  always: 2,
  never: 1,
  hanging: 2,
  firms: [firm('A', 1, 2), firm('B', 0.9, 3), firm('C', 0, 5), firm('D', 0.45, 4), firm('E', 1, 1)],
};
const order = (codes: boolean) =>
  [...(robustTable(robust, 'zh', codes).rows() as Iterable<unknown[]>)].map(([id]) => id);

test('a sheet begins with the most doubtful, then goes by rank', () => {
  expect(order(false)).toEqual(['D', 'B', 'E', 'A', 'C']);
});

test('a file for programs goes by id', () => {
  expect(order(true)).toEqual(['A', 'B', 'C', 'D', 'E']);
});
