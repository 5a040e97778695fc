import type { Position } from './position.js';
import type { Text } from './text.js';

/** `error` keeps the firm (or the run) from going on, `warning` travels with the firm, `info` is told once. */
export type Severity = 'error' | 'warning' | 'info';

/** What a text of the catalogue takes: in one language. */
export type SpokenArgument = string | number | boolean | null | readonly string[];

/**
 * What a finding keeps. A name that the profile gives in both languages is kept as that very `Text`, not copied: it is
 * put into a language where the finding is rendered. Runs written before this kept the Chinese name alone.
 */
export type Argument = SpokenArgument | Text | readonly (string | Text)[];

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
