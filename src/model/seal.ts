/**
 * The last line of a manifest is the hash of all that stands before it: a period, a status or an option that was changed
 * afterwards is noticed. It finds changes, not forgers: whoever rewrites the line too has made another manifest.
 */

/** `whole`: as it was written. `none`: of a version that set no seal. */
export type Seal = 'whole' | 'broken' | 'none';

/** SHA-256 of UTF-8 text, in hex. */
type Hash = (text: string) => string;

/** A manifest's text with its seal; `text` ends in a lone brace. */
export const sealed = (text: string, hash: Hash): string =>
  text.replace(/\n\}\n$/, `,\n  "seal": "${hash(text)}"\n}\n`);

const line = /,\n {2}"seal": "([0-9a-f]{64})"\n\}\n$/;

/** The text without its seal. */
export const unsealed = (text: string): string => text.replace(line, '\n}\n');

/** Whether a manifest's text is what was sealed. */
export function sealOf(text: string, hash: Hash): Seal {
  const found = line.exec(text);
  if (found === null) return /"seal"\s*:/.test(text) ? 'broken' : 'none';
  return hash(unsealed(text)) === found[1] ? 'whole' : 'broken';
}
