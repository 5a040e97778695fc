import { NotKnown } from './not-known.js';

/*
 *   <row r="7" spans="1:60" x14ac:dyDescent="0.25">
 *       ▲ p    ▲ after the first call
 */

/** Where the last attribute read stands; no name (nameFrom = nameTo): the tag ended. */
export interface Attribute {
  nameFrom: number;
  nameTo: number;
  from: number;
  to: number;
}

export const attribute = (): Attribute => ({ nameFrom: 0, nameTo: 0, from: 0, to: 0 });

/** Letters that name what matters of rows and cells: r, s, t. */
const matters = (letter: number | undefined): boolean => letter === 114 || letter === 115 || letter === 116;

/**
 * Reads the attribute behind `p`, which is where a name or a value ended. Gives the place behind it; at the end of the
 * tag the place of its > or />. Throws NotKnown on anything that is not name="value".
 */
export function nextAttribute(b: Buffer, p: number, found: Attribute): number {
  let q = p;
  while (b[q]! <= 32) q++;
  found.nameFrom = q;
  found.nameTo = q;
  const first = b[q];
  if (first === 62 || first === 47) return q;
  if (q === p) throw new NotKnown('attribute');
  let byte = first;
  while (byte !== 61 && byte !== undefined && byte > 32 && byte !== 60 && byte !== 62) byte = b[++q];
  found.nameTo = q;
  while (byte !== undefined && byte <= 32) byte = b[++q];
  if (byte !== 61 || found.nameTo === found.nameFrom) throw new NotKnown('attribute');
  byte = b[++q];
  while (byte !== undefined && byte <= 32) byte = b[++q];
  if (byte !== 34 && byte !== 39) throw new NotKnown('attribute without quotes');
  found.from = q + 1;
  q = b.indexOf(byte, q + 1);
  if (q < 0) throw new NotKnown('attribute without an end');
  found.to = q;
  checkName(b, found.nameFrom, found.nameTo);
  return q + 1;
}

/** SheetJS leaves prefixes out and cuts names at an underscore: then a stranger may pass for r, s or t. */
function checkName(b: Buffer, from: number, to: number): void {
  const foreign = b[to - 2] === 58 && matters(b[to - 1]);
  if (foreign || (matters(b[from]) && b[from + 1] === 95)) throw new NotKnown('attribute name');
}

export function isNamed(b: Buffer, { nameFrom, nameTo }: Attribute, name: string): boolean {
  if (nameTo - nameFrom !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (b[nameFrom + i] !== name.charCodeAt(i)) return false;
  return true;
}
