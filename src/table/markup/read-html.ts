import type { Merge } from '../../model/table.js';
import { cellCount, grid } from '../workbook/reach/grid.js';
import { decodeEntities } from './entities.js';

export interface HtmlTable {
  /** Texts by position; '' where a cell is blank or covered by a merge. Index = row number − 1. */
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Merge[];
  /** Every table has its end; a page that was cut short has not. */
  readonly closed: boolean;
  /** The row where the page leaves the grid of Excel, or has more cells than are believed: reading ended there. null: nowhere. */
  readonly beyond: number | null;
}

/** Tags that part text outside a cell; those that are not told here at all dress it and part nothing. */
const apart: ReadonlySet<string> = new Set(
  ['h1', 'h2', 'h3', 'h4', 'caption', 'body', 'center'].flatMap((name) => [name, `/${name}`]),
);

/** What HTML allows; more is a mistake or a trap. */
const largestSpan = { colspan: 1000, rowspan: 65_534 };

/**
 * The tables of a web page one under the other, as Excel opens it: row numbers count on over all of them, and text
 * outside a table is a row of its own (titles and 单位：万元 stand there). Spans take the room they take on the page.
 * Cost: one pass over the tags.
 */
export function readHtml(html: string): HtmlTable {
  const rows: string[][] = [];
  const merges: Merge[] = [];
  const more = cellCount();
  let beyond = false;
  /** Columns still covered from above: column → last row covered. */
  let covered = new Map<number, number>();
  let text = '';
  let cell: { colspan: number; rowspan: number } | null = null;
  let inRow = false;
  let column = 0;
  let open = 0;

  const endCell = (): void => {
    if (cell === null) {
      const plain = tidy(text);
      text = '';
      if (plain !== '') {
        rows.push([plain]);
        inRow = false;
      }
      return;
    }
    if (!inRow) startRow();
    const row = rows.length - 1;
    while ((covered.get(column) ?? -1) >= row) column += 1;
    const cells = rows[row]!;
    const { colspan, rowspan } = cell;
    // A few bytes ask for a thousand columns, and these for as many rows.
    const room = column + 1 - cells.length + (rowspan > 1 ? colspan : 0);
    beyond ||= column + colspan > grid.columns || more(1, room);
    if (beyond) return;
    while (cells.length < column) cells.push('');
    cells[column] = tidy(text);
    if (colspan > 1 || rowspan > 1)
      merges.push({ top: row, left: column, bottom: row + rowspan - 1, right: column + colspan - 1 });
    if (rowspan > 1) for (let c = column; c < column + colspan; c += 1) covered.set(c, row + rowspan - 1);
    column += colspan;
    text = '';
    cell = null;
  };
  const startRow = (): void => {
    rows.push([]);
    column = 0;
    inRow = true;
    beyond ||= rows.length > grid.rows;
  };

  for (const { name, inside } of pieces(html)) {
    if (beyond) break;
    switch (name) {
      case null:
        text += inside;
        break;
      case 'td':
      case 'th':
        endCell();
        cell = { colspan: span(inside, 'colspan'), rowspan: span(inside, 'rowspan') };
        break;
      case '/td':
      case '/th':
        endCell();
        break;
      case 'tr':
        endCell();
        startRow();
        break;
      case '/tr':
        endCell();
        inRow = false;
        break;
      case 'table':
      case '/table':
        endCell();
        open += name === 'table' ? 1 : -1;
        covered = new Map();
        inRow = false;
        break;
      case 'br':
      case 'p':
      case '/p':
      case 'div':
      case '/div':
        if (cell === null) endCell();
        else text += '<br>';
        break;
      default:
        if (apart.has(name) && cell === null) endCell();
    }
  }
  if (!beyond) endCell();
  return { rows, merges, closed: open <= 0, beyond: beyond ? rows.length : null };
}

/** A tag (lower case, `/td` for an end) with what stands in it, or text, which has no name. */
interface Piece {
  readonly name: string | null;
  readonly inside: string;
}

/** Tags and the text between them. Head, style, script and comments are left out. */
function* pieces(html: string): Generator<Piece> {
  const plain = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<[!?][^<>]*>/g, '')
    .replace(/<(head|style|script|title|xml)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, '');
  const tag = /<(\/?[a-z][\w:]*)(?![\w:])([^<>]*)>/gi;
  let from = 0;
  for (const match of plain.matchAll(tag)) {
    if (match.index > from) yield { name: null, inside: plain.slice(from, match.index) };
    yield { name: match[1]!.toLowerCase(), inside: match[2] ?? '' };
    from = match.index + match[0].length;
  }
  if (from < plain.length) yield { name: null, inside: plain.slice(from) };
}

function span(inside: string, name: 'colspan' | 'rowspan'): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(inside);
  return Math.min(largestSpan[name], Math.max(1, Number(found?.[1] ?? 1)));
}

/** White space as a browser shows it: runs are one blank, breaks are line ends; a cell of &nbsp; alone is blank. */
function tidy(raw: string): string {
  const lines = raw.split('<br>').map((line) => decodeEntities(line.replace(/[ \t\r\n\f]+/g, ' ').trim()));
  const text = lines.join('\n').replace(/^\n+|(?<!\n)\n+$/g, '');
  return /^[\s\u00a0]*$/.test(text) ? '' : text;
}
