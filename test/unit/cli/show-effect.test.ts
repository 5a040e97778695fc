import { expect, test } from 'vitest';
import { showEffect } from '../../../src/cli/show-effect.js';
import type { RunEffect } from '../../../src/jobs/profile/diff-profiles.js';

const effect: RunEffect = {
  run: 'runs/2025',
  period: '2025',
  firms: 2,
  lacking: { a: [], b: [] },
  moved: { disposition: 1, lists: 1, grade: 0, total: 2 },
  lists: [],
  mean: null,
  moves: [
    {
      id: '91340199MA1007919N',
      name: '华新传感',
      a: { disposition: 'below-line', total: 58, grade: null, lists: [] },
      b: { disposition: 'whitelisted', total: 62, grade: null, lists: [] },
      change: 4,
    },
    {
      id: '91340199MA10158389',
      name: '瑞泽新材',
      a: { disposition: 'below-line', total: 31, grade: null, lists: [] },
      b: { disposition: 'below-line', total: 30, grade: null, lists: [] },
      change: -1,
    },
  ],
};

test('results are called what the reports call them, and once where they stay', () => {
  const told = showEffect(effect, { a: 'a-2025', b: 'b-2025' }, 'zh').slice(-2);
  expect(told[0]).toMatch(/58 → 62 +\+4 {2}未入选 → 入选白名单$/);
  expect(told[1]).toMatch(/31 → 30 +-1 {2}未入选$/);
});
