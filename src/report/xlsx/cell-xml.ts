import { isoDate } from '../iso-date.js';
import { type CellNote, mostNotes } from './notes.js';
import { EPOCH, FIRST_SERIAL } from './serial.js';
import type { DressedCell, SheetCell, SheetColumn } from './sheet.js';
import type { Look, Styles } from './styles.js';
import { inlineString } from './xml.js';

/** Writes the cells of a row. Looks are numbered once a column, so that a plain cell costs one concatenation. */
export function cellWriter(
  columns: readonly SheetColumn[],
  letters: readonly string[],
  styles: Styles,
  wraps: ReadonlySet<number>,
  notes: CellNote[],
) {
  const lookOf = (column: SheetColumn, index: number, cell: DressedCell): Look => ({
    kind: 'cell',
    format: cell.format ?? column.format,
    digits: column.digits ?? 2,
    fill: cell.fill ?? null,
    wrap: wraps.has(index),
    indent: typeof cell.value === 'string',
    centre: column.centre ?? false,
  });
  const plain = columns.map((column, index) => styles.of(lookOf(column, index, { value: null })));
  const asString = columns.map((column, index) => styles.of(lookOf(column, index, { value: '' })));
  const asText = columns.map((column, index) =>
    styles.of(lookOf(column, index, { value: '', format: 'text' })),
  );
  const filled = columns.map((column, index) =>
    column.fills === undefined
      ? null
      : new Map(
          [...column.fills].map(([text, fill]) => [
            text,
            styles.of(lookOf(column, index, { value: text, format: 'text', fill })),
          ]),
        ),
  );
  return (values: readonly SheetCell[], row: number): string => {
    let xml = '';
    for (let index = 0; index < columns.length; index++) {
      const value = values[index];
      const ref = letters[index] + String(row);
      if (value === null || value === undefined) xml += `<c r="${ref}" s="${plain[index]}"/>`;
      else if (typeof value === 'number' && columns[index]!.format !== 'date' && Number.isFinite(value))
        xml += `<c r="${ref}" s="${plain[index]}"><v>${value}</v></c>`;
      else if (typeof value === 'string') {
        const fills = filled[index];
        const own = fills === null || fills === undefined ? undefined : fills.get(value);
        const style = own ?? (looksLikeFormula(value) ? asText[index] : asString[index]);
        xml += `<c r="${ref}" s="${style}" t="inlineStr">${inlineString(value)}</c>`;
      } else {
        const cell = dressed(value);
        if (cell.note !== undefined && notes.length < mostNotes)
          notes.push({ row, column: index, text: cell.note });
        const look = lookOf(columns[index]!, index, cell);
        const text = typeof cell.value === 'string' && looksLikeFormula(cell.value);
        xml += cellXml(ref, cell, styles.of(text ? { ...look, format: 'text' } : look), styles, look);
      }
    }
    return xml;
  };
}

/** Under the text format a cell that begins like a formula stays text even when a person edits it. */
const looksLikeFormula = (text: string): boolean => /^\s*[=+\-@＝＋－＠]/.test(text);

export const dressed = (cell: SheetCell): DressedCell =>
  cell !== null && typeof cell === 'object' ? cell : { value: cell };

export function cellXml(ref: string, cell: DressedCell, style: number, styles: Styles, look?: Look): string {
  const { value } = cell;
  if (value === null) return `<c r="${ref}" s="${style}"/>`;
  if (typeof value === 'string') return `<c r="${ref}" s="${style}" t="inlineStr">${inlineString(value)}</c>`;
  if (typeof value === 'boolean') return `<c r="${ref}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (!Number.isFinite(value)) return `<c r="${ref}" s="${style}"/>`;
  if ((cell.format ?? look?.format) !== 'date') return `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
  // Days before Excel counts right are written as text.
  if (value + EPOCH >= FIRST_SERIAL) return `<c r="${ref}" s="${style}"><v>${value + EPOCH}</v></c>`;
  return `<c r="${ref}" s="${styles.of({ ...(look ?? PLAIN), format: 'text' })}" t="inlineStr">${inlineString(isoDate(value))}</c>`;
}

export const PLAIN: Look = {
  kind: 'plain',
  format: 'text',
  digits: 0,
  fill: null,
  wrap: false,
  indent: false,
};
