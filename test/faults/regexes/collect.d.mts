import type { SourceFile } from 'typescript';

export interface Regex {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}
export function regexesIn(folder: string, root?: string): Regex[];
export function regexesOf(file: SourceFile, name: string): Regex[];
