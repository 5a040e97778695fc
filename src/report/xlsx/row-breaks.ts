/**
 * A4 across between its margins, in points, less what programs reckon rows higher than we do: a page of ours must be full
 * before theirs is, or it would be followed by one with a row or two.
 */
const PAGE_HEIGHT = 516 * 0.94;
/** A part up to this much of a page stands on one page; of a longer one so many rows stay with its heading. */
const KEPT_WHOLE = 0.5;
const KEPT_ROWS = 2;

export interface PrintedRow {
  readonly points: number;
  /** It stands over the rows below it, to the next of its kind. */
  readonly heads: boolean;
}

/**
 * Rows that start a page (0-based), such that no heading stands last on one and short parts stay whole. Points at full size;
 * `first` is taken by the lines above the table, `later` by those that are repeated. Cost: rows.
 */
export function rowBreaks(
  rows: readonly PrintedRow[],
  first: number,
  later: number,
  scale: number,
): readonly number[] {
  const room = (PAGE_HEIGHT * 100) / scale;
  const breaks: number[] = [];
  let used = first;
  let top = 0;
  const start = (row: number): void => {
    if (row === top) return;
    breaks.push(row);
    top = row;
    used = later;
  };
  for (let from = 0; from < rows.length; ) {
    let end = from + 1;
    while (end < rows.length && !rows[end]!.heads) end++;
    const size = sum(rows.slice(from, end));
    const whole = size <= (room - later) * KEPT_WHOLE;
    const together = whole ? size : sum(rows.slice(from, Math.min(end, from + 1 + KEPT_ROWS)));
    if (used + together > room) start(from);
    for (let row = from; row < end; row++) {
      if (used + rows[row]!.points > room) start(row);
      used += rows[row]!.points;
    }
    from = end;
  }
  return breaks;
}

const sum = (rows: readonly PrintedRow[]): number => rows.reduce((total, { points }) => total + points, 0);
