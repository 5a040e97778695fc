import { parse } from 'yaml';
import type { TableRef } from '../model/firms.js';
import { z } from '../model/zod.js';

const column = z.object({ column: z.string(), field: z.string().nullish() });
const table = z.object({
  file: z.string(),
  sheet: z.string().nullish(),
  header: z.union([z.number(), z.string()]),
  columns: z.array(column),
});
const mapping = z.object({ tables: z.array(table) });

/** The tables of data/mapping.yaml: which column of which sheet is which field; null where it is no mapping. */
export function readTables(text: string): readonly TableRef[] | null {
  const read = mapping.safeParse(parse(text));
  if (!read.success) return null;
  return read.data.tables.map(({ file, sheet, header, columns }) => {
    const [from = 0, to = from] = String(header).split('-').map(Number);
    const fields = columns.flatMap((one) =>
      one.field == null ? [] : [[one.field, columnIndex(one.column)] as const],
    );
    // The leftmost column of a field is the one that was read.
    return { file, sheet: sheet ?? '', headerFrom: from, headerTo: to, columnOf: new Map(fields.reverse()) };
  });
}

const columnIndex = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
