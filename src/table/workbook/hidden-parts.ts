import { attributesOf, isTrue } from './xml.js';

/** Hidden rows (1-based) and column ranges (0-based, inclusive) of a sheet's XML. */
export interface HiddenParts {
  readonly rows: readonly number[];
  readonly columns: readonly (readonly [from: number, to: number])[];
}

/**
 * Looks at the tags that say `hidden` and at nothing else. SheetJS tells the same only with `cellStyles`, which costs a
 * style for each cell. Cost: one native search through the bytes.
 */
export function hiddenParts(xml: Buffer): HiddenParts {
  const rows: number[] = [];
  const columns: (readonly [number, number])[] = [];
  for (let at = xml.indexOf('hidden='); at >= 0; at = xml.indexOf('hidden=', at + 7)) {
    const open = xml.lastIndexOf(0x3c, at);
    const close = xml.indexOf(0x3e, at);
    if (open < 0 || close < 0 || at - open > 2048) continue;
    const tag = xml.toString('latin1', open + 1, close);
    const name = /^(?:[\w.-]+:)?(row|col)(?=\s)/.exec(tag)?.[1];
    if (name === undefined) continue;
    const attributes = attributesOf(tag);
    if (!isTrue(attributes.get('hidden'))) continue;
    if (name === 'row') rows.push(Number(attributes.get('r')));
    else columns.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
  }
  return { rows, columns };
}
