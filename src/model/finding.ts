import type { Position } from './position.js';

/** `error` keeps the firm (or the run) from going on, `warning` travels with the firm, `info` is told once. */
export type Severity = 'error' | 'warning' | 'info';

export type Argument = string | number | boolean | null | readonly string[];

/** A second place that a finding speaks of, like "first seen here". */
export interface Note {
  readonly id: NoteId;
  readonly at: Position;
  readonly raw?: string;
}

export type NoteId = 'first-seen' | 'other-value' | 'same-row' | 'seen-at';

/** Something about the input: an id of the catalogue, where, and the arguments of its text. No prose. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly at: Position;
  readonly args: Readonly<Record<string, Argument>>;
  readonly notes: readonly Note[];
  /** The firm it concerns, by index in `Firms`; null where it concerns the file or the profile. */
  readonly firm: number | null;
}
