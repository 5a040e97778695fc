import type { Cell, Row } from '../model/cell.js';
import type { FieldIndex } from './field-index.js';
import { readHeader } from './read-header.js';

/** What a cell may say as a header; nothing where it is too long to be one. */
const keysOf = (cell: Cell, index: FieldIndex): readonly string[] =>
  typeof cell === 'string' && cell.length <= 60 ? readHeader(cell, index.year).keys : [];

export const namesId = (row: Row, index: FieldIndex): boolean =>
  row.cells.some((cell) => keysOf(cell, index).some((key) => index.idKeys.has(key)));

/** Whether a row names the field of firms' names. */
export const namesFirms = (row: Row, index: FieldIndex): boolean =>
  row.cells.some((cell) =>
    keysOf(cell, index).some((key) => index.find(key)?.field.id === index.plan.nameField),
  );

/** How many different fields a row names; 0 where it holds a number, as no header does. */
export function fieldsIn(row: Row, index: FieldIndex): number {
  const fields = new Set<string>();
  for (const cell of row.cells) {
    if (typeof cell === 'number') return 0;
    for (const key of keysOf(cell, index)) {
      const known = index.find(key);
      if (known !== null) fields.add(known.field.id);
    }
  }
  return fields.size;
}
