import { expect, test } from 'vitest';
import { templateHeaders } from '../../../src/jobs/template/template-headers.js';
import type { Field } from '../../../src/model/field.js';
import type { Plan } from '../../../src/model/plan.js';
import { shippedPlan } from '../../support/read.js';

const hefei = shippedPlan('hefei-hightech-2025');
const withField = (id: string, parts: Partial<Field>): Plan => ({
  ...hefei,
  fields: new Map(hefei.fields).set(id, { ...hefei.fields.get(id)!, ...parts }),
});

test.each(['hefei-hightech-2025', 'national-1.0-2022', 'techsme-2017'])(
  'every name of %s reads back as its own field in its own unit',
  async (id) => {
    for (const lang of ['zh', 'en'] as const)
      expect(await templateHeaders(shippedPlan(id), lang, 2025)).toEqual(new Map());
  },
);

test('a name that the period makes last year’s gives way to the id, and so does the one it would take', async () => {
  const plan = withField('revenue', { name: { zh: '2024年营业收入', en: 'Revenue 2024' }, aliases: [] });
  expect(await templateHeaders(plan, 'zh', 2025)).toEqual(
    new Map([
      ['revenue', 'revenue (万元)'],
      ['revenue_prior', 'revenue_prior (万元)'],
    ]),
  );
});

test('a name that is taken for another field gives way to the id', async () => {
  const plan = withField('rd_expense', { name: { zh: '营业收入（研发费用）', en: 'R&D' }, aliases: [] });
  expect((await templateHeaders(plan, 'zh', null)).get('rd_expense')).toBe('rd_expense (万元)');
});

test('a field without a unit has none in its header', async () => {
  const plan = withField('authorised', { name: { zh: '营业收入', en: 'Authorised' }, aliases: [] });
  expect((await templateHeaders(plan, 'zh', null)).get('authorised')).toBe('authorised');
});
