import { expect, test } from 'vitest';
import type { Run } from '../../../src/model/run.js';
import { type ReportName, tableOf } from '../../../src/report/index.js';
import { listTable } from '../../../src/report/list-table.js';
import { type FirmPart, planOf, runOf, source } from './run-of.js';

const rows = (run: Run, name: ReportName = 'whitelist', headers: 'id' | 'text' = 'id') => {
  const table = tableOf(run, name, { lang: 'zh', headers });
  return [...table.rows()].map((row) =>
    Object.fromEntries(table.columns.map(({ id }, index) => [id, row[index]])),
  );
};

const huaxin: FirmPart = {
  id: '91410100MA2N00001X',
  name: '华新传感',
  revenue: 1200.5,
  founded: 16_709,
  points: [30, 20, 10, 5, 0],
};
const zhongke: FirmPart = { id: '91410100MA2N00002X', name: '中科智造', points: [40, 25, 15, 10, 2] };

test('the best rank comes first', () => {
  expect(rows(runOf([huaxin, zhongke])).map(({ rank, name }) => [rank, name])).toEqual([
    [1, '中科智造'],
    [2, '华新传感'],
  ]);
});

test('equal ranks follow by id', () => {
  const parts = [
    { ...huaxin, id: 'B' },
    { ...huaxin, id: 'A' },
  ];
  expect(rows(runOf(parts)).map(({ rank, id }) => [rank, id])).toEqual([
    [1, 'A'],
    [1, 'B'],
  ]);
});

test('an offer shows its limit, or yes where it has none', () => {
  expect(rows(runOf([huaxin]))[0]).toMatchObject({ offer_loan_online: 1000, offer_insurance: true });
  expect(rows(runOf([huaxin]), 'whitelist', 'text')[0]).toMatchObject({ offer_insurance: '是' });
});

test("the profile's own columns stand beside the standard ones, and no other field", () => {
  const [row] = rows(runOf([huaxin]));
  expect(row).toMatchObject({ revenue: 1200.5, founded: 16_709 });
  expect(Object.keys(row!)).not.toContain('rd_expense');
});

test.each(['vetoed', 'rejected'] as const)(
  'a %s firm stands on no list, whatever the lists say',
  (disposition) => {
    const run = runOf([huaxin, { ...zhongke, disposition }]);
    const lists = run.decisions.lists.map(() => [0, 1]);
    const said = { ...run, decisions: { ...run.decisions, lists } };
    expect(rows(said).map(({ name }) => name)).toEqual(['华新传感']);
    expect(rows(said, 'referrals').map(({ name }) => name)).toEqual(['华新传感']);
  },
);

test('a whitelisted firm may be referred as well', () => {
  const run = runOf([{ ...huaxin, referred: true }, zhongke]);
  expect(rows(run, 'referrals').map(({ name }) => name)).toEqual(['华新传感']);
  expect(rows(run)).toHaveLength(2);
});

test('gates only: no rank and no total, firms are numbered', () => {
  const run = runOf([{ ...huaxin, withheld: 'gates-only' }], { plan: { scored: false } });
  const [row] = rows(run);
  expect(row!.number).toBe(1);
  expect(Object.keys(row!)).not.toContain('total');
});

test('a publicity list shows names and no figure', () => {
  const lists = [{ ...planOf().lists[0]!, kind: 'publicity' as const }];
  const table = listTable(
    runOf([huaxin], { plan: { lists } }),
    'publicity',
    { lang: 'zh', headers: 'id' },
    false,
  );
  expect(table.columns.map(({ id }) => id)).toEqual(['number', 'id', 'name']);
});

test('which list is told where there are several of a kind', () => {
  const [bank] = planOf().lists;
  const lists = [
    bank!,
    {
      id: 'guarantee',
      kind: 'whitelist' as const,
      name: { zh: '担保名单', en: 'G' },
      when: bank!.when,
      source,
    },
  ];
  expect(rows(runOf([huaxin], { plan: { lists } }))[0]).toMatchObject({ lists: 'bank' });
  expect(rows(runOf([huaxin]))[0]).not.toHaveProperty('lists');
});

test('a sheet has no column of an offer that nobody on the list has; a CSV has, and so has the whitelist', () => {
  const referred = runOf([huaxin, { ...zhongke, disposition: 'referred', referred: true }]);
  const none: Run = {
    ...referred,
    decisions: { ...referred.decisions, offers: referred.decisions.offers.map(() => []) },
  };
  const offers = (run: Run, kind: 'whitelist' | 'referral', status: boolean) =>
    listTable(run, kind, { lang: 'zh', headers: 'id' }, status).columns.filter(({ id }) =>
      id.startsWith('offer_'),
    );
  expect(offers(none, 'referral', false)).toEqual([]);
  expect(offers(none, 'referral', true)).toHaveLength(2);
  expect(offers(none, 'whitelist', false)).toHaveLength(2);
});
