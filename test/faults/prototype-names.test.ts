import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { demoFirms } from '../support/demo-firms.js';
import { demoProfile } from '../support/demo-profile.js';
import { workbench } from '../support/workbench.js';

// Names that every object of JavaScript has, used as what a stranger may name: each works, or is refused by its name; none finds
// something that nobody put there.

const profile = (id: string) =>
  demoProfile
    .replace('scale: 100', `scale: 100\nfields:\n  ${id}: { name: { zh: 专利数 }, unit: 件, optional: true }`)
    .replace('id: rd_ratio', `id: ${id}`)
    .replace('id: innovation', `id: ${id}`)
    .replace('group: innovation', `group: ${id}`)
    .replace('id: whitelist, kind: whitelist', `id: ${id}, kind: whitelist`)
    .replace('total >= 60', `total >= 60 and ${id} is missing and points_${id} >= 0`);

test.each(['constructor', 'valueof', 'tostring', 'hasownproperty'])(
  '%s as field, group, indicator and list works',
  (id) => {
    const bench = workbench().file('demo-2025.yaml', profile(id)).csv('firms.csv', demoFirms);
    const ran = bench.innopoints('assess firms.csv -p demo-2025.yaml --period 2025 -o out --headers id');
    expect(ran.code, ran.stderr).toBe(0);
    const rows: Record<string, string>[] = parse(bench.read('out/assessment.csv'), {
      columns: true,
      bom: true,
    });
    expect(rows.map((row) => row.disposition)).toContain('whitelisted');
    expect(rows).toHaveLength(demoFirms.length - 1);
  },
);

test.each(['__proto__', 'toString', 'hasOwnProperty', '__defineGetter__'])(
  '%s as an id is refused by its name',
  (id) => {
    const bench = workbench().file('demo-2025.yaml', profile(id)).csv('firms.csv', demoFirms);
    const ran = bench.innopoints('assess firms.csv -p demo-2025.yaml --period 2025 -o out');
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(id)]);
  },
);

test.each(['__proto__', 'constructor', 'toString'])('%s as a word of an expression is unknown', (name) => {
  const text = demoProfile.replace('value: rd_expense / revenue', `value: rd_expense / ${name}`);
  const bench = workbench().file('demo-2025.yaml', text).csv('firms.csv', demoFirms);
  const ran = bench.innopoints('assess firms.csv -p demo-2025.yaml --period 2025 -o out');
  expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(name)]);
});

test('they are headers like others, in a CSV and in a workbook, and values too', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const rows = demoFirms.map((cells, i) => [
    ...cells,
    ...names.map((name) => (i === 0 ? name : 'constructor')),
  ]);
  const bench = workbench()
    .file('demo-2025.yaml', demoProfile)
    .csv('firms.csv', rows)
    .xlsx('firms.xlsx', rows);
  for (const file of ['firms.csv', 'firms.xlsx']) {
    const ran = bench.innopoints(
      `assess ${file} -p demo-2025.yaml --period 2025 -o ${file}-out --format csv`,
    );
    expect(ran.code, ran.stderr).toBe(0);
    // The rejected firm's own row, its headers and cells.
    expect(bench.read(`${file}-out/exceptions.csv`)).toContain(
      '__proto__,constructor,toString,hasOwnProperty',
    );
  }
});
