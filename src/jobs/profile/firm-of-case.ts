import type { Firms } from '../../model/firms.js';
import type { Case } from '../../profile/index.js';

/**
 * A case as the firms of a run: one firm, on one row, with a column for every field it names; others are blank. The id
 * stands for any: `GB 32100-2015` is not what a case tests.
 */
export function firmOfCase({ name, numbers, texts }: Case, file: string): Firms {
  const at = { file, sheet: name, row: 1 };
  const columns = new Map([...numbers.keys(), ...texts.keys()].map((field, column) => [field, column]));
  return {
    count: 1,
    ids: [name],
    names: [name],
    numbers: new Map([...numbers].map(([field, value]) => [field, Float64Array.of(value)])),
    texts: new Map([...texts].map(([field, value]) => [field, [value]])),
    rejected: new Uint8Array(1),
    tables: [{ file, sheet: name, headerFrom: 1, headerTo: 1, columnOf: columns }],
    rows: { count: 1, table: [0], number: [1], line: [0], firm: [0], superseded: [0] },
    skipped: [],
    rowsOf: () => [0],
    rowOf: () => at,
    cellOf(_firm, field) {
      const column = columns.get(field);
      return column === undefined ? null : { ...at, column };
    },
  };
}
