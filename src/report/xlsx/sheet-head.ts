import { columnName } from '../../finding/index.js';
import { cellXml, dressed } from './cell-xml.js';
import { linesOf } from './column-width.js';
import type { PagePlan } from './page-plan.js';
import { linesOfRow, rowHeight, rowPoints } from './row-height.js';
import { cellValue, type HeadMerge, type HeadRow, isJoined, type SheetSpec } from './sheet.js';
import type { Look, Styles } from './styles.js';

/** Points of a title's line. */
const TITLE_LINE = 26;
/** How much wider the letters of a title are. */
const TITLE_SIZE = 14 / 11;

/** The lines above a table as its pages show them: nothing is cut where a page ends. */
export interface PagedHead {
  readonly head: readonly HeadRow[];
  readonly merges: readonly HeadMerge[];
}

/**
 * Long lines take the room that each page has, and break. A header that was joined over more than one page is joined on each
 * apart and said on each; a title that was ends with its room.
 */
export function pagedHead(spec: SheetSpec, plan: PagePlan, kept: number): PagedHead {
  const { breaks, span } = plan;
  const own = spec.merges ?? [];
  const broad = span > 1 ? broadLines(spec, plan) : [];
  const joined = broad.map((line) => ({ top: line, bottom: line, left: 0, right: span - 1 }));
  if (breaks.length === 0) return { head: spec.head, merges: [...joined, ...own] };
  const edges = [kept, ...breaks];
  const lines = spec.head.map((line) => ({ ...line, cells: [...line.cells] }));
  const merges = own.flatMap((one): HeadMerge[] => {
    const line = lines[one.top];
    if (line?.kind !== 'header')
      return one.left > 0 || one.right < span ? [one] : [{ ...one, right: span - 1 }];
    const starts = [one.left, ...edges.filter((at) => at > one.left && at <= one.right)];
    return starts.map((left, index): HeadMerge => {
      line.cells[left] = line.cells[one.left] ?? null;
      return { ...one, left, right: (starts[index + 1] ?? one.right + 1) - 1 };
    });
  });
  const pieces = merges.filter(({ top, bottom, left, right }) => top < bottom || left < right);
  return { head: lines, merges: [...joined, ...pieces] };
}

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

/** Lines that it takes across its room, or in its columns. */
function linesAbove(
  line: HeadRow,
  row: number,
  spec: SheetSpec,
  widths: readonly number[],
  plan: PagePlan,
): number {
  if (line.kind !== 'header') return linesIn(line, plan);
  // A header that is joined with its neighbours has their room too.
  const alone = widths.flatMap((_, index) => (isJoined(spec, row - 1, index) ? [] : [index]));
  return linesOfRow(line.cells, alone, widths);
}

/** Points of a line above the table. */
export function headPoints(
  line: HeadRow,
  row: number,
  spec: SheetSpec,
  widths: readonly number[],
  plan: PagePlan,
): number {
  const lines = linesAbove(line, row, spec, widths, plan);
  return line.kind === 'title' ? lines * TITLE_LINE : rowPoints(lines);
}

/** A line above the table as XML. */
export function headLine(
  line: HeadRow,
  row: number,
  spec: SheetSpec,
  widths: readonly number[],
  plan: PagePlan,
  letters: readonly string[],
  styles: Styles,
): string {
  const size = line.kind === 'header' ? spec.columns.length : line.cells.length;
  const lines = linesIn(line, plan);
  const tall =
    line.kind === 'title'
      ? ` ht="${lines * TITLE_LINE}" customHeight="1"`
      : rowHeight(linesAbove(line, row, spec, widths, plan));
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
