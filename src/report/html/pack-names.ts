import { visible } from './markup.js';
import { packList, packTexts } from './pack-columns.js';
import type { PackedNames, PackedSorted } from './page/packed.js';

/** One digit of base 45 names a part. */
const PARTS = 44;
const LONGEST = 12;
/** Parts are chosen on so many names, evenly taken: looking at all of 15,000 finds no better ones. */
const SAMPLE = 1000;

/** Ids stand in order: each tells only where it leaves the one before. */
export function packSorted(values: readonly string[]): PackedSorted {
  const shown = values.map(visible);
  const shared = shown.map((text, index) => {
    const before = shown[index - 1] ?? '';
    let length = 0;
    while (length < text.length && text[length] === before[length]) length++;
    return length;
  });
  return { shared: packList(shared), rest: shown.map((text, index) => text.slice(shared[index])).join('\n') };
}

/** Names of one zone begin and end alike: 合肥……科技有限公司. Half of their length is said once. */
export function packNames(values: readonly string[]): PackedNames {
  const shown = values.map(visible);
  const headOf = partsOf(shown, (text, length) => text.slice(0, length));
  const heads = shown.map(headOf);
  const bodies = shown.map((text, index) => text.slice(heads[index]!.length));
  const tailOf = partsOf(bodies, (text, length) => text.slice(text.length - length));
  const tails = bodies.map(tailOf);
  const rest = bodies.map((text, index) => text.slice(0, text.length - tails[index]!.length));
  const asShown = (text: string): string => text;
  return { heads: packTexts(heads, asShown), tails: packTexts(tails, asShown), rest: rest.join('\n') };
}

/** The longest part of a text among those that save most, each chosen for what the ones before it left. '' for none. */
function partsOf(
  texts: readonly string[],
  cut: (text: string, length: number) => string,
): (text: string) => string {
  const step = Math.max(1, Math.floor(texts.length / SAMPLE));
  const sample = texts.filter((_, index) => index % step === 0);
  const covered = sample.map(() => 0);
  const parts = new Set<string>();
  while (parts.size < PARTS) {
    const saved = new Map<string, { characters: number; texts: number }>();
    sample.forEach((text, index) => {
      for (let length = covered[index]! + 1; length <= Math.min(LONGEST, text.length); length++) {
        const part = cut(text, length);
        const one = saved.get(part) ?? { characters: 0, texts: 0 };
        one.characters += length - covered[index]!;
        one.texts++;
        saved.set(part, one);
      }
    });
    let best = '';
    // A part of one name saves nothing; a few characters are no better than the part's own place.
    let most = 20;
    for (const [part, { characters, texts }] of saved)
      if (texts > 1 && characters > most) {
        best = part;
        most = characters;
      }
    if (best === '') break;
    parts.add(best);
    sample.forEach((text, index) => {
      if (cut(text, best.length) === best) covered[index] = Math.max(covered[index]!, best.length);
    });
  }
  return (text) => {
    for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
      const part = cut(text, length);
      if (parts.has(part)) return part;
    }
    return '';
  };
}
