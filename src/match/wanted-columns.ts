import type { Mapping } from '../model/mapping.js';
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
  const wanted = new Uint8Array(Math.max(...mapped.map((column) => column.index)) + 1);
  for (const { index } of mapped) wanted[index] = 1;
  return wanted;
}
