import { NotKnown } from './not-known.js';
import { plainInside } from './unescape-text.js';

/*
 * The inside of <si> or <is>, when it is more than one <t>:
 *
 *   <r><rPr>…</rPr><t>华新</t></r> <r><t> 传感</t></r> <rPh sb="0" eb="1"><t>ホアシン</t></rPh> <phoneticPr/>
 *                     ▲                   ▲                        reading: left out
 *                     └──── the text ─────┘
 */

const token = /<(\/?)(?:\w+:)?(\w+)(?:\s[^<>]*?)?(\/?)>|[^<]+/y;

/** The text, its entities still in it. Cost: one regex a tag; an item of one <t> is never given here. */
export function itemText(inside: string): string {
  const xml = plainInside(inside);
  const path: string[] = [];
  let first = '';
  let text = '';
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const found = token.exec(xml);
    if (found === null) throw new NotKnown('string item');
    const [all, closing, name, alone] = found;
    if (name === undefined) {
      const at = path.join('/');
      if (at === 't' || at === 'r/t') text += all;
      else if (!at.startsWith('rPh/') && all.trim() !== '') throw new NotKnown('stray text in a string item');
      continue;
    }
    if (closing !== '') {
      if (path.pop() !== name) throw new NotKnown('string item');
      continue;
    }
    if (path.length === 0) {
      checkPart(name, first);
      if (first === '') first = name;
    }
    if (path.at(-1) === 't') throw new NotKnown('a tag in a text');
    if (alone === '') path.push(name);
  }
  if (path.length > 0) throw new NotKnown('string item');
  return text;
}

/** One <t>, or runs, and readings behind them. Where both are mixed SheetJS has an order of its own. */
function checkPart(name: string, first: string): void {
  if (!['t', 'r', 'rPh', 'phoneticPr'].includes(name)) throw new NotKnown(`<${name}> in a string item`);
  const readings = first === 'rPh' || first === 'phoneticPr';
  const mixed = first === 't' ? name === 't' || name === 'r' : first === 'r' ? name === 't' : false;
  if (mixed || (readings && (name === 't' || name === 'r'))) throw new NotKnown('order in a string item');
}
