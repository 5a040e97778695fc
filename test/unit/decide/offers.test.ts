import { expect, test } from 'vitest';
import { mark, type PlanParts } from '../../support/plan-builder.js';
import { assessed } from '../../support/score-of.js';

const loan = (...limits: readonly string[]): PlanParts => ({
  indicators: [{ id: 'patents', scorer: mark(100) }],
  offers: [{ id: '积分贷', when: 'total >= 60', limits }],
});
const firm = { patents: 60, rd_expense: 500, revenue: 9000 };

test('an offer is made where its rule holds', () => {
  const { decisions } = assessed(loan('1000 万元'), [firm, { ...firm, patents: 59 }]);
  expect(decisions.offers).toEqual([[{ offer: 0, limit: 1000 }], []]);
});

test('the smallest of several limits holds', () => {
  const { decisions } = assessed(loan('rd_expense * 50%', '1000 万元'), [
    firm,
    { ...firm, rd_expense: 5000 },
  ]);
  expect(decisions.offers.map(([made]) => made?.limit)).toEqual([250, 1000]);
});

test('a limit that is null stands aside for the others', () => {
  const { decisions } = assessed(loan('rd_expense * 50%', '1000 万元'), [{ ...firm, rd_expense: null }]);
  expect(decisions.offers[0]).toEqual([{ offer: 0, limit: 1000 }]);
});

test('an offer of which no limit is known is not made', () => {
  const { decisions } = assessed(loan('rd_expense * 50%'), [{ ...firm, rd_expense: null }]);
  expect(decisions.offers).toEqual([[]]);
});

test('an offer that states no limit has none', () => {
  const { decisions } = assessed(loan(), [firm]);
  expect(decisions.offers).toEqual([[{ offer: 0, limit: null }]]);
});

test('limits carry no dust of float64', () => {
  const { decisions } = assessed(loan('rd_expense * 1.1'), [{ ...firm, rd_expense: 3 }]);
  expect(3 * 1.1).not.toBe(3.3);
  expect(decisions.offers[0]?.[0]?.limit).toBe(3.3);
});

test('rejected and vetoed firms are offered nothing', () => {
  const plan: PlanParts = {
    ...loan('1000 万元'),
    offers: [{ id: '积分贷', when: 'patents > 0', limits: [] }],
    vetoes: [{ id: '失信', bar: 'dishonest', unknown: 'veto' }],
  };
  const { decisions } = assessed(
    plan,
    [
      { ...firm, dishonest: true },
      { ...firm, dishonest: false },
    ],
    { rejected: [1] },
  );
  expect(decisions.offers).toEqual([[], []]);
});
