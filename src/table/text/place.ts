import type { Layout } from './detect-separator.js';

/** Where in the file the next record stands: records before it, and the line it begins at. Whoever reads one moves it. */
export interface Place {
  number: number;
  line: number;
}

/** The first record's place; a `sep=` line before it is a line but no record. */
export const firstPlace = ({ skip }: Layout): Place => ({ number: 0, line: skip > 0 ? 2 : 1 });
