import type { Mapping } from '../model/mapping.js';

/** The headers of a sheet as a message quotes them, and their row: 0 where nothing looks like one. */
export function headersOf(mapping: Mapping | null): { headers: readonly string[]; row: number } {
  const headers = mapping?.columns.map((column) => column.header).filter((header) => header !== '') ?? [];
  return { headers: headers.slice(0, 40), row: mapping?.headerFrom ?? 0 };
}
