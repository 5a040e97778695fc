import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/cell.js';
import { codes, planReading } from '../support/read.js';
import { fixesSheet, readFixed, sourceOf } from '../support/read-fixed.js';
import { sheetOf } from '../support/sheet.js';

// Whatever comes back mended, half mended or made up: every row has one fate, and nothing is counted twice.
const plan = planReading('revenue', 'rd_expense');
const header: Cell[] = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
const names = ['华新传感', '瑞泽新材', '中科智造'];
const figure = fc.constantFrom<Cell>(100, 200, '约120', null);
const id = fc.constantFrom<Cell>(...codes, null, '9134019', 913401991007919100);
const row = fc.tuple(fc.constantFrom(...names), id, figure, figure);
const fix = fc.tuple(fc.constantFrom('', ...[2, 3, 4, 5, 9].map((at) => `old.xlsx!企业!${at}`)), row);

test('every row of the inputs and of the fixes has exactly one fate', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.array(fix, { minLength: 1, maxLength: 5 }),
      async (rows, fixes) => {
        const old = sourceOf('old.xlsx', sheetOf([header, ...rows], { file: 'old.xlsx' }));
        const back = sourceOf(
          'back.xlsx',
          fixesSheet(
            'back.xlsx',
            header,
            ...fixes.map(([where, cells]): [string, ...Cell[]] => [where, ...cells]),
          ),
        );
        const read = await readFixed([old], [back], plan);
        expect(read.fates.length).toBe(read.rowsSeen);
        expect(new Set(read.fates.map((one) => one.split(':')[0])).size).toBe(read.fates.length);
        expect(read.rowsSeen).toBe(rows.length + fixes.length + 2);
        // A row set aside for another says for which, and that one stands in a file of fixes.
        for (const [row, by] of read.firms.rows.replacedBy ?? []) {
          expect(read.firms.rows.superseded[row]).toBe(1);
          expect(read.firms.tables[read.firms.rows.table[by]!]!.file).toBe('back.xlsx');
          expect(read.firms.rows.firm[row]).toBe(read.firms.rows.firm[by]);
        }
        // Firms stand once: no code has two of them.
        const ids = read.firms.ids.filter((one) => one !== null);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 150, seed: 20260930 },
  );
});

test('fixes that name each row give what the file mended in place gives', async () => {
  const good = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 3, maxLength: 3 }),
      fc.array(good, { minLength: 3, maxLength: 3 }),
      async (rows, figures) => {
        const named = rows.map((cells, i): Cell[] => [names[i]!, cells[1], cells[2], cells[3]]);
        const whole = figures.map(([revenue, spent], i): Cell[] => [names[i]!, codes[i]!, revenue, spent]);
        const read = await readFixed(
          [sourceOf('old.xlsx', sheetOf([header, ...named], { file: 'old.xlsx' }))],
          [
            sourceOf(
              'back.xlsx',
              fixesSheet(
                'back.xlsx',
                header,
                ...whole.map((cells, i): [string, ...Cell[]] => [`old.xlsx!企业!${i + 2}`, ...cells]),
              ),
            ),
          ],
          plan,
        );
        const inPlace = await readFixed(
          [sourceOf('old.xlsx', sheetOf([header, ...whole], { file: 'old.xlsx' }))],
          [],
          plan,
        );
        expect(read.firms.ids).toEqual(inPlace.firms.ids);
        expect(read.firms.numbers).toEqual(inPlace.firms.numbers);
        expect([...read.firms.rejected]).toEqual([...inPlace.firms.rejected]);
        expect(read.findings.all.filter((one) => one.severity === 'error')).toEqual([]);
      },
    ),
    { numRuns: 80, seed: 20260930 },
  );
});

test('a firm that no row of the fixes names, by its place or by code and name, keeps all it has', async () => {
  const someone = fc.constantFrom<Cell>(...names, null);
  const mended = fc.tuple(
    fc.constantFrom('', ...[2, 3, 4, 5, 6, 9].map((at) => `old.xlsx!企业!${at}`)),
    fc.tuple(someone, id, figure, figure),
  );
  let held = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(someone, id, figure, figure), { minLength: 1, maxLength: 5 }),
      fc.array(mended, { minLength: 1, maxLength: 4 }),
      async (rows, fixes) => {
        const old = () => sourceOf('old.xlsx', sheetOf([header, ...rows], { file: 'old.xlsx' }));
        const back = fixesSheet(
          'back.xlsx',
          header,
          ...fixes.map(([where, cells]): [string, ...Cell[]] => [where, ...cells]),
        );
        const before = await readFixed([old()], [], plan);
        const after = await readFixed([old()], [sourceOf('back.xlsx', back)], plan);
        const said = ({ firms }: typeof before, code: string) => {
          const firm = firms.ids.indexOf(code);
          return [
            firms.names[firm],
            firms.rejected[firm],
            firms.numbers.get('revenue')?.[firm],
            firms.numbers.get('rd_expense')?.[firm],
          ];
        };
        for (const code of codes) {
          const own = rows.flatMap((cells, i) =>
            cells[1] === code ? [{ name: cells[0], place: `old.xlsx!企业!${i + 2}` }] : [],
          );
          const [first] = own;
          if (first === undefined || first.name === null || own.some(({ name }) => name !== first.name))
            continue;
          const named = fixes.some(
            ([where, cells]) =>
              own.some(({ place }) => place === where) || (cells[1] === code && cells[0] === first.name),
          );
          if (named) continue;
          held++;
          expect(said(after, code)).toEqual(said(before, code));
        }
      },
    ),
    { numRuns: 200, seed: 20260930 },
  );
  expect(held).toBeGreaterThan(50);
});
