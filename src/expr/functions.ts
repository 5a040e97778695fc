import type { Type } from '../model/expr.js';
import { wholeYears } from './date.js';
import { divide, finite } from './nulls.js';
import { round10, roundHalfUp } from './round.js';

/** The value for a firm, by index: numbers, dates and booleans (0, 1), NaN for null. */
export type NumberReader = (firm: number) => number;
export type TextReader = (firm: number) => string | null;

export type Takes = 'any' | 'ordered' | 'number' | 'date' | 'text';

/** A function of the language: how it is written, what it takes and gives, how it is run. */
export interface FunctionKind {
  readonly id: string;
  /** The Chinese spelling, read as the same function. */
  readonly zh: string;
  /** How it is written, for messages. */
  readonly form: string;
  readonly least: number;
  readonly most: number;
  /** What every argument must be. Several arguments of `any` or `ordered` must be of one type. */
  readonly takes: Takes;
  /** `same`: the type of the arguments. */
  readonly gives: 'same' | Type;
  /** The arguments must be of one type, whatever it gives. */
  readonly alike?: true;
  /** The last argument is a number of digits, written out. */
  readonly digits?: true;
  /** The result is a length of time, told apart from others. */
  readonly time?: 'years';
  readonly onNumbers?: (args: readonly NumberReader[]) => NumberReader;
  readonly onTexts?: (args: readonly TextReader[]) => NumberReader;
  readonly textOfTexts?: (args: readonly TextReader[]) => TextReader;
}

const plain: Type = { kind: 'number', money: null };
const none = () => Number.NaN;

const holds =
  (test: (text: string, part: string) => boolean) =>
  ([text = () => null, part = () => null]: readonly TextReader[]): NumberReader =>
  (firm) => {
    const whole = text(firm);
    const piece = part(firm);
    return whole === null || piece === null ? Number.NaN : test(whole, piece) ? 1 : 0;
  };

const list: readonly FunctionKind[] = [
  {
    // The first that is not null; null if all are.
    id: 'coalesce',
    zh: '首个非空',
    form: 'coalesce(a, b, …)',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    takes: 'any',
    gives: 'same',
    onNumbers: (args) => (firm) => {
      for (const arg of args) {
        const value = arg(firm);
        if (!Number.isNaN(value)) return value;
      }
      return Number.NaN;
    },
    textOfTexts: (args) => (firm) => {
      for (const arg of args) {
        const value = arg(firm);
        if (value !== null) return value;
      }
      return null;
    },
  },
  {
    // Null if any argument is: a missing value must not be hidden by the others. (`least` of PostgreSQL and DuckDB
    // skips nulls; who wants that writes coalesce.)
    id: 'min',
    zh: '最小值',
    form: 'min(a, b, …)',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    takes: 'ordered',
    gives: 'same',
    onNumbers: (args) => extreme(args, Math.min),
  },
  {
    // Null if any argument is, like min.
    id: 'max',
    zh: '最大值',
    form: 'max(a, b, …)',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    takes: 'ordered',
    gives: 'same',
    onNumbers: (args) => extreme(args, Math.max),
  },
  {
    id: 'abs',
    zh: '绝对值',
    form: 'abs(x)',
    least: 1,
    most: 1,
    takes: 'number',
    gives: 'same',
    onNumbers:
      ([of = none]) =>
      (firm) =>
        Math.abs(of(firm)),
  },
  {
    // To 10 decimals, then half-up, halves away from zero.
    id: 'round',
    zh: '四舍五入',
    form: 'round(x, digits)',
    least: 1,
    most: 2,
    takes: 'number',
    gives: 'same',
    digits: true,
    onNumbers: ([of = none, digits = () => 0]) => {
      const places = digits(0);
      return (firm) => roundHalfUp(of(firm), places);
    },
  },
  {
    // Whole units, downwards: 7 / 4 is 1, −0.5 is −1. To 10 decimals first, so that 0.3 / 0.1 is 3.
    id: 'floor',
    zh: '向下取整',
    form: 'floor(x)',
    least: 1,
    most: 1,
    takes: 'number',
    gives: 'same',
    onNumbers:
      ([of = none]) =>
      (firm) =>
        Math.floor(round10(of(firm))),
  },
  {
    // now / prior − 1; null where either is missing and where the prior value is 0 or negative (DESIGN rule 6).
    id: 'growth',
    zh: '增长率',
    form: 'growth(now, prior)',
    least: 2,
    most: 2,
    takes: 'number',
    gives: plain,
    alike: true,
    onNumbers:
      ([now = none, prior = none]) =>
      (firm) => {
        const base = prior(firm);
        return base > 0 ? divide(now(firm), base) - 1 : Number.NaN;
      },
  },
  {
    // 满周年: whole years from one date to the other.
    id: 'years',
    zh: '满年数',
    form: 'years(from, to)',
    least: 2,
    most: 2,
    takes: 'date',
    gives: plain,
    time: 'years',
    onNumbers:
      ([from = none, to = none]) =>
      (firm) =>
        finite(wholeYears(from(firm), to(firm))),
  },
  {
    // Character by character, case kept; null if either is.
    id: 'starts_with',
    zh: '开头为',
    form: 'starts_with(text, prefix)',
    least: 2,
    most: 2,
    takes: 'text',
    gives: { kind: 'boolean' },
    onTexts: holds((text, prefix) => text.startsWith(prefix)),
  },
  {
    // Anywhere in the text, character by character, case kept; null if either is.
    id: 'contains',
    zh: '包含',
    form: 'contains(text, part)',
    least: 2,
    most: 2,
    takes: 'text',
    gives: { kind: 'boolean' },
    onTexts: holds((text, part) => text.includes(part)),
  },
];

/** Folded from the left; two arguments, the usual case, without a loop. */
function extreme(args: readonly NumberReader[], pick: (a: number, b: number) => number): NumberReader {
  const [first = none, second, ...rest] = args;
  if (second === undefined) return first;
  if (rest.length === 0) return (firm) => pick(first(firm), second(firm));
  return (firm) => {
    let value = pick(first(firm), second(firm));
    for (const arg of rest) value = pick(value, arg(firm));
    return value;
  };
}

const byName: ReadonlyMap<string, FunctionKind> = new Map(
  list.flatMap((one) => [[one.id, one] as const, [one.zh, one] as const]),
);

/** A function by its name in either language. */
export const functionNamed = (name: string): FunctionKind | undefined => byName.get(name);

export const functionNames: readonly string[] = list.map((one) => one.id);
/** Both spellings, for did-you-mean; `date` is a literal that is written like a function. */
export const allFunctionNames: readonly string[] = [...byName.keys(), 'date'];
