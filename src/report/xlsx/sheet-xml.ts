import { columnName } from '../../finding/index.js';
import { cellWriter, cellXml, PLAIN } from './cell-xml.js';
import { measureColumns } from './column-width.js';
import { type CellNote, drawnNotes } from './notes.js';
import { type PagePlan, planPages } from './page-plan.js';
import { type PrintedRow, rowBreaks } from './row-breaks.js';
import { linesOfRow, rowHeight, rowPoints } from './row-height.js';
import { pageColumns, type SheetCell, type SheetSpec } from './sheet.js';
import { headLine, headPoints, pagedHead } from './sheet-head.js';
import type { Styles } from './styles.js';
import { validationsXml } from './validation.js';

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
  const paged = pagedHead(spec, plan, spec.freezeColumns ?? 0);
  const above = { ...spec, merges: paged.merges };
  const headHeights: number[] = [];
  for (const line of paged.head) {
    row++;
    headHeights.push(headPoints(line, row, above, widths, plan));
    yield headLine(line, row, above, widths, plan, letters, styles);
  }
  const printed: PrintedRow[] = [];
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
    const lines = wraps.size === 0 ? 1 : linesOfRow(values, wraps, widths);
    if (spec.sections === true) printed.push({ points: rowPoints(lines), heads: isHeading(values) });
    part += `<row r="${row}"${rowHeight(lines)}>${cells(values, row)}</row>`;
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
  const total = (heights: readonly number[]) => heights.reduce((sum, one) => sum + one, 0);
  const repeated = headHeights.slice(spec.head.length - (spec.repeat ?? spec.head.length));
  const starts = rowBreaks(printed, total(headHeights), total(repeated), plan.scale);
  const pages = starts.map((start) => start + spec.head.length);
  yield part + closing(above, extent.lastRow, letters, plan, pages, extent.notes.length > 0);
}

const isHeading = ([first]: readonly SheetCell[]): boolean =>
  first !== null && typeof first === 'object' && first.fill === 'section';

/** Whether the program that prints fits the table to the page: then it heeds no page break of ours. */
const isFitted = ({ sections }: SheetSpec, { breaks }: PagePlan): boolean =>
  breaks.length === 0 && sections !== true;

function opening(spec: SheetSpec, widths: readonly number[], plan: PagePlan, styles: Styles): string {
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
    (isFitted(spec, plan) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '') +
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
  /** Rows before which a page ends: as many as stand above the first of the next. */
  pages: readonly number[],
  noted: boolean,
): string {
  const { breaks, scale } = plan;
  const last = letters.at(-1) ?? 'A';
  const headerRow = spec.head.length;
  const filter =
    spec.filter && headerRow > 0
      ? `<autoFilter ref="A${headerRow}:${last}${Math.max(lastRow, headerRow)}"/>`
      : '';
  const merges = (spec.merges ?? [])
    .map((one) => `${columnName(one.left)}${one.top + 1}:${columnName(one.right)}${one.bottom + 1}`)
    .map((ref) => `<mergeCell ref="${ref}"/>`);
  return (
    `</sheetData>${filter}` +
    (merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`) +
    validationsXml(spec.validations ?? []) +
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    (isFitted(spec, plan)
      ? `<pageSetup paperSize="9" orientation="${plan.upright ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`
      : `<pageSetup paperSize="9" scale="${scale}" pageOrder="overThenDown" orientation="landscape"/>`) +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>' +
    (pages.length === 0
      ? ''
      : `<rowBreaks count="${pages.length}" manualBreakCount="${pages.length}">${pages.map((at) => `<brk id="${at}" max="16383" man="1"/>`).join('')}</rowBreaks>`) +
    (breaks.length === 0
      ? ''
      : `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((at) => `<brk id="${at}" max="1048575" man="1"/>`).join('')}</colBreaks>`) +
    `${noted ? drawnNotes : ''}</worksheet>`
  );
}
