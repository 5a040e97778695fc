/** The grid of Excel: no honest writer names a cell beyond it. */
export const grid = { rows: 1_048_576, columns: 16_384 } as const;

/**
 * What the ranges and repetitions of one sheet may add up to, in cells. SheetJS makes a cell for each: a range of the whole
 * grid would keep it busy for hours, and one cell at column 10⁸ ends the process. A filled sheet of 100,000 × 60 has 6 million.
 */
const mostCells = 20_000_000;

/** Adds up cells; true from the first that is too many. */
export function cellCount(): (rows: number, columns: number) => boolean {
  let cells = 0;
  return (rows, columns) => {
    cells += Math.max(1, rows) * Math.max(1, columns);
    return !(cells <= mostCells);
  };
}
