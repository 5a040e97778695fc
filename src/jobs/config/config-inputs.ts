import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { EdgeError, errnoOf, Findings, inputError } from '../../finding/index.js';
import { openFolder } from '../runs/runs-folder.js';

/** Below a `**`, so far and no further. */
const DEPTH = 16;

/**
 * Patterns of inputs → paths, each pattern's sorted by name, none twice. `*` and `?` stand for characters of one name, `**`
 * for any folders. Hidden names and those of open workbooks (`~$企业.xlsx`) are never meant by a star, and no linked folder
 * is entered by `**`. No star leads into a folder that innopoints wrote: the last run's
 * lists and exceptions are no firms that filed; who means one names its folder. Throws exit 3 for a pattern that nothing fits and
 * for a folder that cannot be listed. Cost: listing the folders.
 */
export async function expandInputs(patterns: readonly string[], folder: string): Promise<readonly string[]> {
  const findings = new Findings();
  const paths = new Set<string>();
  for (const pattern of patterns) {
    const found = /[*?]/.test(pattern) ? await matches(pattern, folder) : [resolve(folder, pattern)];
    if (found.length === 0) findings.add('file.glob-empty', { file: pattern }, { pattern, folder });
    for (const path of found) paths.add(path);
  }
  if (findings.hasErrors) throw inputError(findings.all);
  return [...paths];
}

async function matches(pattern: string, folder: string): Promise<string[]> {
  const parts = pattern.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const from = isAbsolute(pattern) ? resolve(pattern.slice(0, pattern.search(/[/\\]/) + 1)) : folder;
  const found = await below(
    from,
    isAbsolute(pattern) ? parts.filter((part) => !part.endsWith(':')) : parts,
    0,
  );
  return [...new Set(found)].sort();
}

async function below(folder: string, parts: readonly string[], depth: number): Promise<string[]> {
  const [part, ...rest] = parts;
  if (part === undefined || depth > DEPTH) return [];
  if (part === '..') return below(join(folder, '..'), rest, depth + 1);
  const entries = await entriesOf(folder);
  const found: string[] = [];
  if (part === '**') {
    found.push(...(await below(folder, rest, depth + 1)));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !(await isWritten(path)))
        found.push(...(await below(path, parts, depth + 1)));
    }
    return found;
  }
  for (const entry of entries) {
    if (!nameFits(entry.name, part)) continue;
    const path = join(folder, entry.name);
    if (rest.length > 0) {
      if (!/[*?]/.test(part) || !(await isWritten(path))) found.push(...(await below(path, rest, depth + 1)));
    } else if (!entry.isDirectory()) found.push(path);
  }
  return found;
}

/** Nothing where there is no such folder. One that is there and cannot be listed may hold a district: exit 3. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = errnoOf(error);
    if (code === null) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    const findings = new Findings();
    if (code === 'EACCES' || code === 'EPERM')
      findings.add('file.no-permission', { file: folder }, { path: folder });
    else findings.add('file.cannot-read', { file: folder }, { path: folder, code });
    throw inputError(findings.all);
  }
}

/** A folder that assess or identify wrote, whatever became of it since. */
const isWritten = (folder: string): Promise<boolean> =>
  openFolder(folder).then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof EdgeError)) throw error;
      return error.findings[0]?.id !== 'file.run-none';
    },
  );

const meant = (name: string, pattern: string): boolean =>
  !(/^[*?]/.test(pattern) && (name.startsWith('.') || name.startsWith('~$')));

/** One name against `*` and `?`. Goes back to the last star only: linear for one star, never exponential. */
export function nameFits(name: string, pattern: string): boolean {
  if (!meant(name, pattern)) return false;
  const [text, signs] = [[...name.normalize('NFC')], [...pattern.normalize('NFC')]];
  let [at, sign, star, starAt] = [0, 0, -1, 0];
  while (at < text.length) {
    if (signs[sign] === '*') [star, starAt] = [sign++, at];
    else if (signs[sign] === '?' || signs[sign] === text[at]) [sign, at] = [sign + 1, at + 1];
    else if (star >= 0) [sign, at] = [star + 1, ++starAt];
    else return false;
  }
  while (signs[sign] === '*') sign++;
  return sign === signs.length;
}
