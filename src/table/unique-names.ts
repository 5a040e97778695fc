import { basename } from 'node:path';

/**
 * Base names that tell the inputs of a run apart: 企业.xlsx, 企业.xlsx → 企业.xlsx, 企业.xlsx (2). `-` is stdin.
 * The order of the paths decides, never the folder they stand in.
 */
export function uniqueNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const base = path === '-' ? 'stdin' : basename(path.replaceAll('\\', '/')) || path;
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base} (${n})`;
    taken.add(name);
    return name;
  });
}
