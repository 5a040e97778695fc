import type { Currency } from './unit.js';

/** The type of an expression. A number carries its currency; ratios, counts and points are plain numbers. */
export type Type =
  | { readonly kind: 'number'; readonly money: Currency | null }
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' };

/** Where a piece of an expression stands in its text, 0-based, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Node = Span &
  (
    | {
        readonly op: 'number';
        readonly value: number;
        readonly money: Currency | null;
        readonly shown: string;
      }
    | { readonly op: 'text'; readonly value: string }
    | { readonly op: 'boolean'; readonly value: boolean }
    /** Nothing: made by methods that choose between values, never written in a profile. Fits any type. */
    | { readonly op: 'null' }
    /** Days since 1970-01-01. */
    | { readonly op: 'date'; readonly days: number; readonly shown: string }
    /** `kind` is set by the check: which column of the frame to read. */
    | { readonly op: 'name'; readonly name: string; readonly kind?: Type['kind'] }
    | { readonly op: 'negate' | 'not'; readonly of: Node }
    | {
        readonly op: '+' | '-' | '*' | '/' | 'and' | 'or' | Comparison;
        readonly left: Node;
        readonly right: Node;
      }
    | { readonly op: 'in'; readonly of: Node; readonly list: readonly Node[]; readonly negated: boolean }
    | {
        readonly op: 'between';
        readonly of: Node;
        readonly low: Node;
        readonly high: Node;
        readonly negated: boolean;
      }
    | { readonly op: 'missing'; readonly of: Node; readonly negated: boolean }
    | { readonly op: 'if'; readonly when: Node; readonly then: Node; readonly otherwise: Node }
    | { readonly op: 'call'; readonly name: string; readonly args: readonly Node[] }
  );

/** A checked expression: plain data, bound to columns when it is run. */
export interface Expression {
  readonly text: string;
  readonly node: Node;
  readonly type: Type;
  /** Canonical names that it reads, without repetition, in order of appearance. */
  readonly reads: readonly string[];
}

/** What a name in an expression may stand for. */
export interface Scope {
  /** The canonical id and type of a name (id, or an alias like its Chinese name); null where unknown. */
  lookup(name: string): { readonly id: string; readonly type: Type } | null;
  /** All names, for did-you-mean. */
  readonly names: readonly string[];
  /** Whether an unknown name is known once a firm is scored, so that its place is wrong and not its spelling. */
  knownLater?(name: string): boolean;
}

/**
 * The columns that expressions are bound to. Numbers, dates (days) and booleans (0, 1) are float64 with NaN for null;
 * texts hold null for null.
 */
export interface Frame {
  readonly size: number;
  number(name: string): ArrayLike<number>;
  text(name: string): ArrayLike<string | null>;
}
