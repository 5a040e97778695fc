/** A4 across less its margins, in points; and upright. */
const PAGE = 784;
const UPRIGHT = 537;
/**
 * Points of a column's width for each character at full size. Spreadsheets take the widest digit of the font at hand: 6 for
 * 等线 in Excel, 7 where another font stands in for it. The wider one, so that a page never breaks where we did not mean it.
 */
const CHARACTER = 7;
/** Points of the letters at full size, and the smallest that people read on paper without trouble. */
const LETTERS = 11;
const SMALLEST = 8;

/** Characters across a page of A4 whose letters are not too small to read. */
export const READABLE = Math.floor(((PAGE / CHARACTER) * LETTERS) / SMALLEST);
/** A table that passes a page by so little is printed a little smaller, not on two. */
const SLACK = 1.06;
/** Where the scale is ours it looks best no larger than that of the sheets beside it. */
const LARGEST_SCALE = 85;

/** How a sheet is printed: all of it across one page, or a page for each group of columns. */
export interface PagePlan {
  /** First column of each page but the first, 0-based; empty where all of it fits. */
  readonly breaks: readonly number[];
  /** Percent; a table on one page across is fitted by the program that prints, unless we say where its pages start. */
  readonly scale: number;
  /** Characters that a line above the table may take: beyond them it is cut on some page. */
  readonly room: number;
  /** Columns that this room spans. */
  readonly span: number;
  /** A narrow table is printed upright at full size: across, half of each page would be blank. */
  readonly upright: boolean;
}

/** Columns that are printed on each page, and those that start one where there are several. */
export interface PageColumns {
  readonly kept: number;
  readonly starts: ReadonlySet<number>;
}

/** Cost: columns. */
export function planPages(widths: readonly number[], columns: PageColumns): PagePlan {
  const { kept } = columns;
  const whole = sum(widths);
  const fewest = pagesFor(widths, columns);
  const upright = whole * CHARACTER <= UPRIGHT;
  if (fewest === 1) return { breaks: [], scale: scaleFor(whole), room: whole, span: widths.length, upright };
  let breaks = breaksAt(widths, columns, READABLE);
  // The narrowest pages of that number: they are about equally full then.
  for (let room = READABLE - 1; room > 0; room--) {
    const narrower = breaksAt(widths, columns, room);
    if (narrower.length + 1 > fewest) break;
    breaks = narrower;
  }
  const starts = [kept, ...breaks, widths.length];
  const before = sum(widths.slice(0, kept));
  const widest = Math.max(
    ...starts.slice(1).map((end, index) => before + sum(widths.slice(starts[index], end))),
  );
  const scale = scaleFor(widest);
  // What stands over the kept columns is printed on each page; where there are hardly any, on the first.
  const span = before >= READABLE / 4 ? kept : breaks[0]!;
  return { breaks, scale, room: sum(widths.slice(0, span)), span, upright };
}

const scaleFor = (width: number): number =>
  Math.min(LARGEST_SCALE, Math.floor((100 * PAGE) / (CHARACTER * width)));

/** Pages across that a table takes. */
export const pagesFor = (widths: readonly number[], columns: PageColumns): number =>
  sum(widths) <= READABLE * SLACK ? 1 : Math.max(2, breaksAt(widths, columns, READABLE).length + 1);

function breaksAt(widths: readonly number[], { kept, starts }: PageColumns, room: number): number[] {
  const before = sum(widths.slice(0, kept));
  const breaks: number[] = [];
  let used = before;
  for (let at = kept; at < widths.length; at++) {
    const width = widths[at]!;
    if (used > before && (used + width > room || starts.has(at))) {
      breaks.push(at);
      used = before;
    }
    used += width;
  }
  return breaks;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
