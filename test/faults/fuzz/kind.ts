import type { Draw } from './draw.js';

/** One case: what is given to the program. Its bytes are what is saved where it fails. */
export interface Case {
  /** The name of the file it would be, which says what it was made from. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What came of a case that held: read, or refused with findings; and what is counted beside. */
export interface Outcome {
  readonly came: 'read' | 'refused';
  /** Other things that were held, by name: 'rows', 'csv-parse', 'sheetjs' … */
  readonly held: readonly string[];
}

/** What is fuzzed: cases are made from draws, and judged. */
export interface Kind {
  make(draw: Draw): Case;
  /** Throws where a promise is broken. `nth` lets costly questions be asked of some cases only. */
  judge(one: Case, nth: number): Promise<Outcome>;
}

/** A broken promise: told like a crash. */
export class Broken extends Error {
  override readonly name = 'Broken';
}
