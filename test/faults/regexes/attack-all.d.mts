import type { Regex } from './collect.mjs';

export interface Attacked extends Regex {
  /** Of the slowest attack; Infinity where it was ended. */
  readonly ms: number;
  readonly attacks: number;
  readonly sample: string;
}
export function attackAll(
  regexes: readonly Regex[],
  how: { readonly length: number; readonly thorough: boolean; readonly limit: number },
): Promise<Attacked[]>;
