import { attributesOf, isTrue } from './xml.js';

/** Hidden rows (1-based) and column ranges (0-based, inclusive) of a sheet's XML. */
export interface HiddenParts {
  readonly rows: readonly number[];
  readonly columns: readonly (readonly [from: number, to: number])[];
}

/** A row or column tag is shorter than this. */
const longestTag = 1024;

/**
 * Looks at the tags that say `hidden` and at nothing else. SheetJS tells the same only with `cellStyles`, which costs a
 * style for each cell. Cost: one native search through the bytes.
 */
export function hiddenParts(xml: Buffer): HiddenParts {
  const rows: number[] = [];
  const columns: (readonly [number, number])[] = [];
  for (let at = xml.indexOf('hidden='); at >= 0; at = xml.indexOf('hidden=', at + 7)) {
    const from = Math.max(0, at - longestTag);
    const around = xml.toString('latin1', from, at + longestTag);
    const open = around.lastIndexOf('<', at - from);
    const close = around.indexOf('>', at - from);
    if (open < 0 || close < 0) continue;
    const tag = around.slice(open + 1, close);
    const name = /^(?:[\w.-]+:)?(row|col)(?=\s)/.exec(tag)?.[1];
    if (name === undefined) continue;
    const attributes = attributesOf(tag);
    if (!isTrue(attributes.get('hidden'))) continue;
    if (name === 'row') rows.push(Number(attributes.get('r')));
    else columns.push([Number(attributes.get('min')) - 1, Number(attributes.get('max')) - 1]);
  }
  return { rows, columns };
}
