import { attribute, isNamed, nextAttribute } from './attributes.js';
import { NotKnown } from './not-known.js';
import { type } from './row-tokens.js';

/*
 *   <c r="AB7" s="3" t="s">      in any order; r and t may be left out, s too
 *        │      │     └─ type
 *        │      └─ style
 *        └─ column 27, and 7 must be the row it stands in
 */

export interface CellTag {
  column: number;
  style: number;
  type: number;
}

const found = attribute();

/**
 * Reads a cell's tag from behind its name to its > or />, and gives the place of that. `tag.column` is kept where the
 * tag says none.
 */
export function cellTag(b: Buffer, at: number, row: number, tag: CellTag): number {
  tag.style = 0;
  tag.type = type.number;
  let p = at;
  // SheetJS takes a cell for none unless a plain blank follows its name.
  if (b[p]! <= 32 && b[p] !== 32) throw new NotKnown('blank in a cell');
  while (b[p] === 32) {
    const name = b[p + 1];
    if (b[p + 2] !== 61 || b[p + 3] !== 34) p = otherAttribute(b, p, row, tag);
    else if (name === 114) p = address(b, p + 4, row, tag);
    else if (name === 115) p = style(b, p + 4, tag);
    else if (name === 116) p = cellType(b, p + 4, tag);
    else p = otherAttribute(b, p, row, tag);
  }
  return b[p] === 62 || b[p] === 47 ? p : otherAttribute(b, p, row, tag);
}

/** An attribute that says nothing here, or one that is written as few write it. */
function otherAttribute(b: Buffer, at: number, row: number, tag: CellTag): number {
  const p = nextAttribute(b, at, found);
  const value = () => Buffer.from(`${b.toString('latin1', found.from, found.to)}"`, 'latin1');
  if (isNamed(b, found, 'r')) address(value(), 0, row, tag);
  else if (isNamed(b, found, 's')) style(value(), 0, tag);
  else if (isNamed(b, found, 't')) cellType(value(), 0, tag);
  return p;
}

/** AB7" */
function address(b: Buffer, at: number, row: number, tag: CellTag): number {
  let p = at;
  let byte = b[p]!;
  let letters = 0;
  let number = 0;
  for (; byte >= 65 && byte <= 90; byte = b[++p]!) letters = letters * 26 + byte - 64;
  for (; byte >= 48 && byte <= 57; byte = b[++p]!) number = number * 10 + byte - 48;
  if (byte !== 34 || number !== row || letters === 0 || letters > 20_000) throw new NotKnown('address');
  tag.column = letters - 1;
  return p + 1;
}

/** 3" */
function style(b: Buffer, at: number, tag: CellTag): number {
  let p = at;
  let byte = b[p]!;
  let number = 0;
  for (; byte >= 48 && byte <= 57; byte = b[++p]!) number = number * 10 + byte - 48;
  if (byte !== 34 || p === at || number > 100_000) throw new NotKnown('style');
  tag.style = number;
  return p + 1;
}

/** s" · str" · n" · inlineStr" · b" · e" · d" */
function cellType(b: Buffer, at: number, tag: CellTag): number {
  if (b[at + 1] === 34) {
    const known = oneLetter(b[at]);
    if (known < 0) throw new NotKnown('type of a cell');
    tag.type = known;
    return at + 2;
  }
  const word = b[at] === 115 ? 'str"' : 'inlineStr"';
  if (b.toString('latin1', at, at + word.length) !== word) throw new NotKnown('type of a cell');
  tag.type = b[at] === 115 ? type.result : type.inline;
  return at + word.length;
}

function oneLetter(letter: number | undefined): number {
  switch (letter) {
    case 115:
      return type.shared;
    case 110:
      return type.number;
    case 98:
      return type.boolean;
    case 101:
      return type.error;
    case 100:
      return type.iso;
    default:
      return -1;
  }
}
