import { expect, test } from 'vitest';
import type { Run } from '../../../src/model/run.js';
import { facetsOf } from '../../../src/report/html/facets.js';
import { fieldOf, planOf, runOf } from './run-of.js';

/** Ten firms with these texts; `lab_level` is read by the plan of the tests. */
const runWith = (texts: Readonly<Record<string, readonly (string | null)[]>>): Run => {
  const run = runOf(Array.from({ length: 10 }, (_, index) => ({ id: `9141010${index}`, points: [1] })));
  const fields = ['lab_level', 'address', 'district', 'industry', 'note'].map((id) =>
    fieldOf(id, id, { type: 'text' }),
  );
  return {
    ...run,
    plan: planOf({ fields: new Map(fields.map((one) => [one.id, one])) }),
    firms: { ...run.firms, texts: new Map(Object.entries(texts)) },
  };
};
const ten = (of: (index: number) => string | null) => Array.from({ length: 10 }, (_, index) => of(index));
const idsOf = (run: Run): string[] => facetsOf(run).map(({ field }) => field.id);

test('a field that parts the firms is taken', () => {
  expect(idsOf(runWith({ district: ten((index) => (index < 6 ? '东湖' : '滨江')) }))).toEqual(['district']);
});

test('what the firms are comes before what the rules read', () => {
  const halves = ten((index) => (index % 2 === 0 ? '甲' : '乙'));
  expect(idsOf(runWith({ lab_level: halves, district: halves, industry: halves }))).toEqual([
    'district',
    'industry',
  ]);
});

test.each([
  ['one word for all', ten(() => '东湖')],
  ['a word of its own for each firm', ten((index) => `科学大道 ${index} 号`)],
  ['blank for most', ten((index) => (index < 4 ? `${index % 2}` : null))],
  ['no value at all', ten(() => null)],
])('a field with %s is left out', (_, texts) => {
  expect(idsOf(runWith({ note: texts }))).toEqual([]);
});
