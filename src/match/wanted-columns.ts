import type { MappedColumn, Mapping } from '../model/mapping.js';
import type { FieldIndex } from './field-index.js';

/**
 * 1 for the columns that are read of a firm's row; the reader may leave out the others. null: all of them, because rows
 * that add up are told apart by whole rows, or because it takes more than a code to know a firm's row.
 */
export function wantedColumns(mapping: Mapping, { plan, isList }: FieldIndex): Uint8Array | null {
  const mapped = mapping.columns.filter((column) => column.field !== null);
  const hasId = mapped.some((column) => column.field === plan.idField);
  const sums = mapped.some((column) => plan.fields.get(column.field ?? '')?.combine === 'sum');
  if (!hasId || sums || !(isList || plan.identity.accepts.includes('uscc'))) return null;
  const behind = (columns: readonly MappedColumn[]) => Math.max(0, ...columns.map((one) => one.index + 1));
  const width = behind(mapping.columns.filter((column) => column.header !== ''));
  const wanted = new Uint8Array(Math.max(width, behind(mapped)));
  for (const { index } of mapped) wanted[index] = 1;
  // Whatever stands behind the last header says that a CSV record is too long.
  wanted.fill(1, width);
  return wanted;
}
