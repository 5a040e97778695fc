import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Mapping } from '../model/mapping.js';
import type { Merge } from '../model/table.js';
import type { FieldIndex } from './field-index.js';
import { locateHeader } from './locate-header.js';
import { fold } from './read-header.js';
import { kindUnder } from './row-kind.js';

/** How many of these rows say a table's header again, as printed pages do. */
export function repeatedRows(
  rows: readonly Row[],
  mapping: Mapping,
  merges: readonly Merge[],
  index: FieldIndex,
): number {
  const headers = new Map(mapping.columns.map((one) => [one.index, one.header]));
  const same = (row: Row) => {
    const seen = row.cells
      .map((cell, column) => ({ text: fold(cellText(cell)), column }))
      .filter((one) => one.text !== '');
    return (
      seen.length >= 2 &&
      seen.every(({ text, column }) => {
        const header = headers.get(column) ?? '';
        return header.split(' / ').some((part) => fold(part) === text);
      })
    );
  };
  let count = 0;
  while (count < rows.length && same(rows[count]!)) count++;
  // Under it stand its numbering or codes again; a unit row may say another unit, so it makes another table.
  for (; count > 0 && count < rows.length; count++) {
    const kind = kindUnder(rows[count - 1]!, rows[count]!, index);
    if (kind === 'units') return 0;
    if (kind === 'names') break;
  }
  if (count === 0) return 0;
  // The same first row over other leaves, 营业收入（元） for （万元）, is another table.
  const block = locateHeader(rows, merges, index, 0);
  return block !== null && block.to > rows[count - 1]!.number ? 0 : count;
}
