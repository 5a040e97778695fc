import type { Text } from './text.js';

/** Firms by what a column says of them (`--by`), to send reports out apart. */
export interface Split {
  /** The column as it is called: a field's name, or the header as it was asked for. */
  readonly by: Text;
  /** The values, each once, sorted; null (blank) last, and only where some firm has none. */
  readonly words: readonly (string | null)[];
  /** By firm: index into `words`. */
  readonly codes: Int32Array;
  /** Set where the column is what a roster calls the district: then those who have not filed are split by it too. */
  readonly districts?: boolean;
}

/** The value that a part of a run is of. */
export interface Part {
  readonly by: Text;
  readonly word: Text;
}
