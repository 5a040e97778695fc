import { commentLine } from './words.js';

/** What a new profile says of itself. */
export interface NewHead {
  readonly id: string;
  /** 2026-01-01 */
  readonly from: string;
  /** The schema as seen from the new file; null where none is known. */
  readonly schema: string | null;
}

/** Where the day is not told: the first of the year that the id ends in, else that of the profile it is made from. */
export const inForceFrom = (id: string, parent: string): string => {
  const year = /-(\d{4})$/.exec(id)?.[1];
  return year === undefined ? parent : `${year}-01-01`;
};

/** Editors that know YAML complete and check a file with this first line. */
export const modeline = (schema: string | null): string[] =>
  schema === null
    ? [
        commentLine(
          '编辑器提示：profile schema > profile.schema.json，再把 yaml-language-server: $schema=profile.schema.json 写进首行注释（for editors）。',
        ),
      ]
    : [commentLine(`yaml-language-server: $schema=${schema}`)];
