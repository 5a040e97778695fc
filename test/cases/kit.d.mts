// What the tests use of kit.mjs, which is kept as it was handed over.
export interface Firm {
  readonly no: number;
  readonly name: string;
  readonly id: string;
  readonly rev: number;
  readonly prev: number;
  readonly rd: number;
}
export type KitCell =
  | null
  | string
  | number
  | { readonly n: number | string; readonly s?: number }
  | { readonly t: string; readonly s?: number }
  | { readonly d: string; readonly s?: number }
  | { readonly blank: number }
  | { readonly f?: string; readonly v?: string | number; readonly e?: string; readonly s?: number };
export interface KitSheet {
  readonly name: string;
  readonly rows: readonly (readonly KitCell[] | null)[];
  readonly merges?: readonly string[];
  readonly hidden?: readonly number[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly dim?: string | null;
  readonly tail?: string;
}
export const HEAD: readonly string[];
export function firms(count: number, from?: number): Firm[];
export function row(firm: Firm): (string | number)[];
export function uscc(region: string, body: string): string;
export function csv(
  rows: readonly (readonly (string | number | null)[])[],
  how?: { readonly sep?: string; readonly eol?: string; readonly all?: boolean },
): string;
export function enc(text: string, encoding?: string): Buffer;
export function xlsx(book: {
  readonly sheets: readonly KitSheet[];
  readonly date1904?: boolean;
  readonly strict?: boolean;
}): Buffer;
