import { distance } from 'fastest-levenshtein';

const most = 3;
/** Longer words are no slip of the pen, and would cost time. */
const longest = 64;

/**
 * The names that a word may have meant, best first, three at most: the same but for case, one holding the other
 * (研发费 → 研发费用), or few characters apart. Cost: one edit distance a name.
 */
export function nearNames(word: string, names: readonly string[]): readonly string[] {
  if (word.length > longest) return [];
  const low = word.toLowerCase();
  return [...new Set(names)]
    .map((name, index) => ({ name, index, far: howFar(low, name.toLowerCase()) }))
    .filter((one) => one.far <= 0.5)
    .sort((a, b) => a.far - b.far || a.index - b.index)
    .slice(0, most)
    .map((one) => one.name);
}

/** 0 for equal words, up to 1 for words that share nothing. */
function howFar(word: string, name: string): number {
  if (word === name) return 0;
  const long = Math.max(word.length, name.length);
  const short = Math.min(word.length, name.length);
  const edits = distance(word, name) / long;
  const holds = short >= 2 && (name.includes(word) || word.includes(name));
  if (holds) return Math.min(edits, 0.3 + 0.2 * (1 - short / long));
  // One character of two may be wrong; half of a long word would be another word.
  if (edits <= (long <= 4 ? 0.5 : 0.4)) return edits;
  return sameSigns(word, name) ? 0.5 : 1;
}

const han = /\p{Script=Han}/gu;

/** The same Chinese characters in another order: 上年营业收入, 营业收入（上年）. */
function sameSigns(word: string, name: string): boolean {
  const signs = (text: string) => (text.match(han) ?? []).sort().join('');
  const asked = signs(word);
  return asked.length > 2 && asked === signs(name);
}
