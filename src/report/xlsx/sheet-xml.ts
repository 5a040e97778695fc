import { columnName } from '../../finding/index.js';
import { isoDate } from '../iso-date.js';
import { linesOf, measureColumns } from './column-width.js';
import { type CellNote, drawnNotes, mostNotes } from './notes.js';
import { type PagePlan, planPages } from './page-plan.js';
import { EPOCH, FIRST_SERIAL } from './serial.js';
import {
  cellValue,
  type DressedCell,
  type HeadMerge,
  type HeadRow,
  isJoined,
  pageColumns,
  type SheetCell,
  type SheetColumn,
  type SheetSpec,
} from './sheet.js';
import type { Look, Styles } from './styles.js';
import { validationsXml } from './validation.js';
import { inlineString } from './xml.js';

/** Characters gathered before they are handed to the compressor. */
const PART = 1 << 18;

/** Rows looked at before the first is written: figures of all of them fit their columns. */
const AHEAD = 500;

/** Rows of one sheet, taken from its front: what does not fit goes on to the next sheet. */
export interface Feed {
  /** The first rows, to measure columns by; they come again from `next`. */
  peek(count: number): Promise<readonly (readonly SheetCell[])[]>;
  next(): readonly SheetCell[] | undefined | Promise<readonly SheetCell[] | undefined>;
}

/** How far the sheet reached; complete when its last part is out. */
export interface Extent {
  /** Of the data. */
  lastRow: number;
  /** With the line below them that names the next sheet. */
  lastLine: number;
  readonly notes: CellNote[];
}

/**
 * The XML of a worksheet in parts. Takes rows from the feed until it ends or `rowLimit` (the grid's) is reached; where more
 * are to come the last line says `more`.
 */
export async function* sheetXml(
  spec: SheetSpec,
  feed: Feed,
  styles: Styles,
  rowLimit: number,
  extent: Extent,
  more: string,
): AsyncGenerator<string> {
  const letters = spec.columns.map((_, index) => columnName(index));
  const { widths, wraps } = measureColumns(spec, await feed.peek(AHEAD));
  const plan = planPages(widths, pageColumns(spec));
  yield opening(spec, widths, plan, styles);

  let row = 0;
  for (const line of spec.head) {
    row++;
    yield headLine(line, row, spec, widths, plan, letters, styles);
  }
  const cells = cellWriter(spec.columns, letters, styles, wraps, extent.notes);
  let part = '';
  while (row < rowLimit) {
    // The last line is kept for the name of the next sheet; each sheet takes a row at least.
    if (row === rowLimit - 1 && row > spec.head.length && (await feed.peek(2)).length > 1) break;
    const taken = feed.next();
    // Awaiting every row of a sheet that has them at hand would cost more than writing them.
    const values = taken instanceof Promise ? await taken : taken;
    if (values === undefined) break;
    row++;
    const tall = wraps.size === 0 ? '' : heightOf(values, wraps, widths);
    part += `<row r="${row}"${tall}>${cells(values, row)}</row>`;
    if (part.length >= PART) {
      yield part;
      part = '';
    }
  }
  extent.lastRow = row;
  if (row < rowLimit && (await feed.peek(1)).length > 0) {
    row++;
    const line = cellXml(`A${row}`, { value: more }, styles.of({ ...PLAIN, kind: 'notice' }), styles);
    part += `<row r="${row}">${line}</row>`;
  }
  extent.lastLine = row;
  yield part + closing(spec, extent.lastRow, letters, plan, extent.notes.length > 0);
}

function opening(spec: SheetSpec, widths: readonly number[], { breaks }: PagePlan, styles: Styles): string {
  const top = spec.freeze ? spec.head.length : 0;
  const left = spec.freeze ? (spec.freezeColumns ?? 0) : 0;
  const corner = top > 0 && left > 0 ? 'bottomRight' : top > 0 ? 'bottomLeft' : 'topRight';
  const pane =
    top + left === 0
      ? ''
      : `<pane${left ? ` xSplit="${left}"` : ''}${top ? ` ySplit="${top}"` : ''} topLeftCell="${columnName(left)}${top + 1}" activePane="${corner}" state="frozen"/><selection pane="${corner}"/>`;
  const columns = widths
    .map((width, index) => {
      const column = spec.columns[index]!;
      const style = column.form ? ` style="${styles.of({ ...PLAIN, format: column.format })}"` : '';
      return `<col min="${index + 1}" max="${index + 1}" width="${width}"${style} customWidth="1"/>`;
    })
    .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    // Excel heeds no page break of ours where it fits the table to pages by itself.
    (breaks.length === 0 ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
    `<sheetViews><sheetView workbookViewId="0"${pane === '' ? '/>' : `>${pane}</sheetView>`}</sheetViews>` +
    '<sheetFormatPr defaultRowHeight="16"/>' +
    (columns === '' ? '' : `<cols>${columns}</cols>`) +
    '<sheetData>'
  );
}

/** Order of the elements after the rows is the schema's. */
function closing(
  spec: SheetSpec,
  lastRow: number,
  letters: readonly string[],
  plan: PagePlan,
  noted: boolean,
): string {
  const { breaks, scale, span } = plan;
  const last = letters.at(-1) ?? 'A';
  const headerRow = spec.head.length;
  const filter =
    spec.filter && headerRow > 0
      ? `<autoFilter ref="A${headerRow}:${last}${Math.max(lastRow, headerRow)}"/>`
      : '';
  const merges = [
    ...(span > 1 ? broadLines(spec, plan).map((line) => `A${line + 1}:${letters[span - 1]}${line + 1}`) : []),
    ...joined(spec, plan).map(
      (one) => `${columnName(one.left)}${one.top + 1}:${columnName(one.right)}${one.bottom + 1}`,
    ),
  ].map((ref) => `<mergeCell ref="${ref}"/>`);
  return (
    `</sheetData>${filter}` +
    (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`) +
    validationsXml(spec.validations ?? []) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    (breaks.length === 0
      ? '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
      : `<pageSetup paperSize="9" scale="${scale}" pageOrder="overThenDown" orientation="landscape"/>`) +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    (breaks.length === 0
      ? ''
      : `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((at) => `<brk id="${at}" max="1048575" man="1"/>`).join('')}</colBreaks>`) +
    `${noted ? drawnNotes : ''}</worksheet>`
  );
}

/** Points of one line, and of a title's; Excel's largest row. */
const LINE = 16;
const TITLE_LINE = 26;
const TALLEST = 409;
/** How much wider the letters of a title are. */
const TITLE_SIZE = 14 / 11;

/** Lines above the table that are wider than the page (0-based): they would be cut off where it ends. */
function broadLines(spec: SheetSpec, plan: PagePlan): readonly number[] {
  const own = (line: number) => (spec.merges ?? []).some(({ top, bottom }) => top <= line && line <= bottom);
  return spec.head.flatMap((line, index) => (linesIn(line, plan) > 1 && !own(index) ? [index] : []));
}

/** Lines that a title or notice takes across its room. */
function linesIn({ kind, cells }: HeadRow, { room }: PagePlan): number {
  const value = cellValue(cells[0]);
  if (
    kind === 'header' ||
    typeof value !== 'string' ||
    cells.some((cell, at) => at > 0 && cellValue(cell) !== null)
  )
    return 1;
  return linesOf(value, kind === 'title' ? room / TITLE_SIZE : room);
}

/** Joined cells of a form's head. A title that was joined over more than one page ends with its room. */
function joined(spec: SheetSpec, { breaks, span }: PagePlan): readonly HeadMerge[] {
  const all = spec.merges ?? [];
  if (breaks.length === 0) return all;
  return all.flatMap((one) => {
    if (one.left > 0 || one.right < span || spec.head[one.bottom]?.kind === 'header') return [one];
    return span > 1 || one.top < one.bottom ? [{ ...one, right: span - 1 }] : [];
  });
}

/** Excel fits a row to wrapped text by itself; LibreOffice and WPS show the height that is written. */
const height = (lines: number): string => (lines <= 1 ? '' : ` ht="${Math.min(TALLEST, lines * LINE)}"`);

function heightOf(cells: readonly SheetCell[], wraps: Iterable<number>, widths: readonly number[]): string {
  let lines = 1;
  for (const index of wraps) {
    const value = cellValue(cells[index]);
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, widths[index]!));
  }
  return height(lines);
}

function headLine(
  line: HeadRow,
  row: number,
  spec: SheetSpec,
  widths: readonly number[],
  plan: PagePlan,
  letters: readonly string[],
  styles: Styles,
): string {
  const size = line.kind === 'header' ? spec.columns.length : line.cells.length;
  // A header that is joined with its neighbours has their room too.
  const alone = widths.flatMap((_, index) => (isJoined(spec, row - 1, index) ? [] : [index]));
  const lines = linesIn(line, plan);
  const tall =
    line.kind === 'title'
      ? ` ht="${lines * TITLE_LINE}" customHeight="1"`
      : line.kind === 'header'
        ? heightOf(line.cells, alone, widths)
        : height(lines);
  let cells = '';
  for (let index = 0; index < size; index++) {
    const cell = dressed(line.cells[index] ?? null);
    const format = cell.format ?? (typeof cell.value === 'number' ? 'number' : 'text');
    const look: Look = {
      kind: line.kind,
      format,
      digits: 0,
      fill: cell.fill ?? null,
      wrap: lines > 1,
      indent: false,
    };
    cells += cellXml(`${letters[index] ?? columnName(index)}${row}`, cell, styles.of(look), styles);
  }
  return `<row r="${row}"${tall}>${cells}</row>`;
}

/** Writes the cells of a row. Looks are numbered once a column, so that a plain cell costs one concatenation. */
function cellWriter(
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

const dressed = (cell: SheetCell): DressedCell =>
  cell !== null && typeof cell === 'object' ? cell : { value: cell };

function cellXml(ref: string, cell: DressedCell, style: number, styles: Styles, look?: Look): string {
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

const PLAIN: Look = { kind: 'plain', format: 'text', digits: 0, fill: null, wrap: false, indent: false };
