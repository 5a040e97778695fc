import type { Finding } from '../model/finding.js';

/** Each finding once: what an anchor (&) holds wrong is read again at every * that stands for it, and mended in one place. */
export function tellOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ id, at, args }) => {
    const { file, line, column } = { line: 0, column: 0, ...at };
    const key = JSON.stringify([id, file, line, column, args]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
