import { cellCount, grid } from './grid.js';

/** A cell's address with a column of four letters and more, or a row of eight digits and more. */
const farAddress = /<(?:\w+:)?(?:c|row)(?:\s[^<>]*)?\s(r\s*=\s*["'](?:[A-Z]{4,}\d*|[A-Z]*\d{8,})["'])/;

/** The first address in a worksheet's XML that lies far beyond the grid; null: there is none. Cost: one search. */
export const beyondInSheet = (xml: string): string | null => placeIn(farAddress.exec(xml)?.[1]);

const cellTag = /<(\/?)table:(table|table-row|(?:covered-)?table-cell)(?=[\s/>])([^<>]*)>/g;

/**
 * The same for the content of an OpenDocument sheet, where cells and rows are repeated: its rows and columns, and the cells that
 * hold something, counted as often as they are repeated. Repeated blanks at the end, which LibreOffice writes, are none.
 */
export function beyondInOds(xml: string): string | null {
  let more = cellCount();
  let [rows, column, filled, repeated] = [0, 0, 0, 1];
  for (const [all, closing, name, inside = ''] of xml.matchAll(cellTag)) {
    if (name === 'table') {
      [rows, column, filled] = [0, 0, 0];
      more = cellCount();
    } else if (name === 'table-row') {
      if (closing === '') {
        repeated = repeatOf(inside, 'rows');
        [column, filled] = [0, 0];
      }
      if (closing === '' && !inside.endsWith('/')) continue;
      rows += repeated;
      if (filled > 0 && (rows > grid.rows || more(repeated, filled))) return placeIn(all);
    } else if (closing === '') {
      const columns = repeatOf(inside, 'columns');
      column += columns;
      const holds = !inside.endsWith('/') || /\s(?:office|calcext):/.test(inside);
      if (!holds) continue;
      if (column > grid.columns) return placeIn(all);
      filled += columns;
    }
  }
  return null;
}

const repeatOf = (inside: string, what: 'rows' | 'columns'): number =>
  Number(new RegExp(`\\btable:number-${what}-repeated\\s*=\\s*["'](\\d+)`).exec(inside)?.[1] ?? 1);

/** The same for an XML spreadsheet of 2003: places, spans and merged cells. */
export function beyondInOfficeXml(xml: string): string | null {
  const more = cellCount();
  for (const [all, name, inside = ''] of xml.matchAll(/<(?:\w+:)?(Row|Cell|Column)\s([^<>]*)>/gi)) {
    const most = name?.toLowerCase() === 'row' ? grid.rows : grid.columns;
    const number = (key: string) =>
      Number(new RegExp(`\\b${key}\\s*=\\s*["'](\\d+)`, 'i').exec(inside)?.[1] ?? 0);
    if (number('Index') > most || number('Span') > most) return placeIn(all);
    const [right, down] = [number('MergeAcross'), number('MergeDown')];
    if (right + down > 0 && (right > grid.columns || down > grid.rows || more(down + 1, right + 1)))
      return placeIn(all);
  }
  return null;
}

/** A piece of XML as a message may quote it. */
const placeIn = (found: string | undefined): string | null =>
  found === undefined ? null : found.trim().slice(0, 80);
