// A Chinese keyboard writes key：value, which YAML takes for one word.

/** True where the trouble at an offset is one of them: at the beginning of its line, or right before it. */
export function hasWideColon(text: string, position: number): boolean {
  const from = text.lastIndexOf('\n', position - 1) + 1;
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end < 0 ? text.length : end);
  return /^\s*(?:- )?[^\s:#'"]+：/.test(line) || /[\w\p{L}]：\s*$/u.test(text.slice(from, position));
}

/** Within { } key：value is read as a key alone; and no key of a profile goes on after its colon. */
export const isWideKey = (key: string, alone: boolean): boolean =>
  alone ? key.includes('：') : /^[a-z][a-z0-9_]*：/.test(key);
