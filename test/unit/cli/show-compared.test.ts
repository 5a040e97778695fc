import { expect, test } from 'vitest';
import { showCompared } from '../../../src/cli/show-compared.js';
import type { Compared, ComparedFirm } from '../../../src/model/compared.js';

const run = {
  profile: 'demo-2025',
  name: '示例',
  period: '2025',
  firms: 2,
  whitelisted: 1,
  nameless: 0,
  totals: 2,
  sum: 130,
};
const left = (after: ComparedFirm['after']): Compared => ({
  before: run,
  after: run,
  decimals: 2,
  rulesChanged: false,
  lacking: [],
  counts: { entered: 0, kept: 0, left: 1, outside: 0, 'not-filed': 0, 'newly-filed': 0 },
  firms: [
    {
      id: '91340199MA1007919N',
      name: '华新传感',
      move: 'left',
      before: { disposition: 'whitelisted', total: 64.18, rank: 1, vetoes: [] },
      after,
      change: 2.75,
      byFirm: null,
      byRules: null,
      movers: [],
    },
  ],
});
const barred = left({
  disposition: 'vetoed',
  total: 66.93,
  rank: 0,
  vetoes: [{ id: 'dishonest', text: '失信被执行人' }],
});

test('who left with more points than before is told why', () => {
  expect(showCompared(barred, 'zh')).toContain(
    '  华新传感  64.18 → 66.93  入选白名单 → 一票否决：失信被执行人\n',
  );
  expect(showCompared(barred, 'en')).toContain('whitelisted → vetoed: 失信被执行人');
});

test('who was sent back has no points, and the result says it', () => {
  const rejected = left({ disposition: 'rejected', total: null, rank: 0, vetoes: [] });
  expect(showCompared(rejected, 'zh')).toContain('  华新传感  64.18 → -  入选白名单 → 退回改正\n');
});
