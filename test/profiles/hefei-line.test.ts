import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reasonsOf } from '../../src/decide/index.js';
import { loadProfile } from '../../src/profile/index.js';
import { sayHeldAll } from '../../src/report/say-held.js';
import { firmsOf } from '../support/firms-builder.js';
import { asOf, assess } from '../support/score-of.js';

const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));
const { plan } = loadProfile('hefei-hightech-2025', [shipped]);

/** The case of the profile that reaches 59.53 with 400 万元 of high-tech revenue, 0.01 a 万元. */
const firm = {
  revenue_prior: 1000,
  rd_expense: 60,
  rd_expense_prior: 50,
  revenue: 1200,
  st_staff: 15,
  employees: 50,
  inv_app: 2,
  pct_app: 0,
  tech_contract: 75,
  postgraduates: 3,
  rd_deduct_tax: 10,
  net_profit: 60,
  net_assets: 1000,
  fresh_grads: 2,
  platforms: 1,
  awards: 0,
  projects: 1,
  vc: 250,
  authorised: true,
  dishonest: false,
  abnormal_list: false,
  major_incident: false,
};

test.each([
  [446, 59.99, ['joint-diagnosis', 'nursery'], [], '总分 ≥ 60（59.99，差 0.01）'],
  [447, 60, ['whitelist'], ['loan-online 1000', 'loan-offline 2000'], ''],
  [448, 60.01, ['whitelist'], ['loan-online 1000', 'loan-offline 2000'], ''],
])('a Hefei firm with %d of high-tech revenue has %d points', (hitech_rev, total, lists, offers, missed) => {
  const firms = firmsOf([{ ...firm, hitech_rev }]);
  const { scores, decisions } = assess(plan, firms);
  expect(scores.total[0]).toBe(total);
  expect(decisions.lists[0]!.map((index) => plan.lists[index]!.id)).toEqual(lists);
  expect(decisions.offers[0]!.map(({ offer, limit }) => `${plan.offers[offer]!.id} ${limit}`)).toEqual(
    offers,
  );
  const whitelist = plan.lists.findIndex((list) => list.id === 'whitelist');
  const held = reasonsOf(firms, plan, scores, decisions, asOf).missed(whitelist, 0);
  expect(sayHeldAll(held, 'zh')).toBe(missed);
});
