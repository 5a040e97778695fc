import type { Severity, SpokenArgument } from '../model/finding.js';
import type { Lang } from '../model/text.js';

/** What was found, what was expected, what to do: one sentence each, without the place. */
export interface Said {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export type Args = { readonly [name: string]: SpokenArgument };

/** A kind of finding: its severity (a profile may raise a warning, never lower an error) and its text. */
export interface Kind<A extends Args> {
  readonly severity: Severity;
  readonly zh: (args: A) => Said;
  readonly en: (args: A) => Said;
  /** Arguments that show the text in `innopoints finding <id>` and in tests. */
  readonly sample: A;
}

export const say = (found: string, expected = '', fix = ''): Said => ({ found, expected, fix });

/** The argument type is taken from the sample, so the sample can never be missing or wrong. */
export const finding = <A extends Args>(kind: Kind<A>): Kind<A> => kind;

/** Words joined for people: 「a」、「b」 or "a", "b". */
export const quoteAll = (words: readonly string[], lang: Lang): string =>
  lang === 'zh' ? words.map((word) => `「${word}」`).join('、') : words.map((word) => `"${word}"`).join(', ');
