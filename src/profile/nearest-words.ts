import { distance } from 'fastest-levenshtein';

/** The words nearest to one that is not known, best first, three at most; fewer where nothing is near. */
export function nearestWords(word: string, known: readonly string[]): readonly string[] {
  // Compared in full this is quadratic; a word longer than any id has no neighbour worth naming.
  if (word.length > 80) return [];
  const key = word.toLowerCase();
  return known
    .filter((one) => one !== word && one.length <= 80)
    .map((one) => {
      const other = one.toLowerCase();
      const length = Math.max(key.length, other.length);
      const contained =
        key.length >= 2 && (other.includes(key) || (other.length >= 2 && key.includes(other)));
      const apart = distance(key, other) / length;
      return { one, far: contained ? Math.min(0.34, apart) : apart };
    })
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
    .slice(0, 3)
    .map(({ one }) => one);
}
