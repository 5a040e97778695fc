/** What an input may grow to. Each can be raised by the user, who then knows why. */
export interface Limits {
  /** Bytes that one compressed workbook, or one file held in memory, may take. */
  readonly inflatedBytes: number;
  /** Parts in one zip container. */
  readonly entries: number;
  /** Cells in one record of a text table; a workbook has its grid. */
  readonly columns: number;
}

const MiB = 1024 * 1024;

/** No ratio rule: DEFLATE reaches 1032:1 on honest, repetitive sheets (ECOSYSTEM §3, 12). */
export const defaultLimits: Limits = { inflatedBytes: 1024 * MiB, entries: 10_000, columns: 16_384 };

/** Bytes or characters of one record of a text table: a whole row of Excel's longest cells has 32 KiB × its columns, no honest one 16 MiB. */
export const longestRecord = 16 * MiB;

/**
 * Bytes of one text in a workbook: a cell of Excel has 32,767 characters. The scanner gives an item of this length to the library,
 * which would take eight times as much to read it: 300 MiB of one text were 2.4 GB and 18 s.
 */
export const longestText = longestRecord;

/** V8's longest string is 512 MiB; SheetJS turns a longer sheet into an empty one without a word. */
export const longestSheet = 500 * MiB;

/** SheetJS takes some four times a sheet's XML, so one sheet, or the strings of all, may fill a quarter of the whole. */
export const sheetShare = 4;
export const sheetLimit = (limits: Limits): number =>
  Math.min(longestSheet, Math.floor(limits.inflatedBytes / sheetShare));

/**
 * Styles, relationships and whatever else is neither a sheet nor its strings, all together: some KiB in an honest workbook,
 * 20 MB where 64,000 styles were pasted into it, and four times that once they are text.
 */
export const smallShare = 16;
export const smallLimit = (limits: Limits): number =>
  Math.min(longestSheet, Math.floor(limits.inflatedBytes / smallShare));

/** What the library takes of memory to read a sheet, measured: 60, 120 and 250 MiB of figures took 0.5, 1.0 and 2.0 GiB. */
const libraryShare = 8;
/** null: no more than anybody may be asked for who raised no limit. */
export const memoryFor = (bytes: number): number | null =>
  bytes > sheetLimit(defaultLimits) ? bytes * libraryShare : null;

/** 1536 → 1.5 KiB, as messages say it. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toFixed(1))} ${units[unit]}`;
}

/** The next round limit that would do, as the option takes it. */
export function raiseTo(bytes: number): string {
  let gib = 4;
  while (gib * 1024 * MiB < bytes) gib *= 2;
  return `${gib}GiB`;
}
