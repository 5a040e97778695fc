import type { Mapping } from '../../model/mapping.js';

/** The headers of a sheet as a message quotes them, and their row: 0 where nothing looks like one. */
export function headersOf(mapping: Mapping | null): { headers: readonly string[]; row: number } {
  const headers = mapping?.columns.map((column) => column.header).filter((header) => header !== '') ?? [];
  // A firm's own row is no header, and its code stands in no message.
  if (headers.some((header) => /^[0-9A-Z]{18}$/i.test(header.trim()))) return { headers: [], row: 0 };
  return { headers: headers.slice(0, 40), row: mapping?.headerFrom ?? 0 };
}
