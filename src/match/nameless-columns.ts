import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { MappedColumn } from '../model/mapping.js';

/** Columns without a header in which a firm's row holds something: they are no field, and that is worth a word. */
export function namelessColumns(
  columns: readonly MappedColumn[],
  firms: readonly Row[],
): readonly { readonly column: number; readonly raw: string }[] {
  const named = new Set(columns.filter((one) => one.header !== '').map((one) => one.index));
  const seen = new Map<number, string>();
  for (const row of firms) {
    row.cells.forEach((cell, column) => {
      if (named.has(column) || seen.has(column)) return;
      const text = cellText(cell);
      if (text !== '') seen.set(column, text);
    });
  }
  return [...seen].sort((a, b) => a[0] - b[0]).map(([column, raw]) => ({ column, raw }));
}
