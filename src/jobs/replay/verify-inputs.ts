import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileHash } from '../../model/run.js';
import { compareHash } from '../../report/index.js';

/** An input of a run, looked for by name and hash. */
export interface LocatedInput {
  readonly file: string;
  /** `differs`: files of that name are there, none of them is the one that was read. */
  readonly status: 'same' | 'differs' | 'absent';
  /** Where it is now, or the first of its name; null where there is none. */
  readonly path: string | null;
}

/** How far below a folder inputs are looked for: `in/2026Q3/district/firms.xlsx`, and never a whole disk. */
const DEPTH = 3;
const ENTRIES = 20_000;

/** Looks for inputs by base name below each folder, in order; of several the one whose hash is right. */
export async function locateInputs(
  wanted: readonly FileHash[],
  folders: readonly string[],
): Promise<readonly LocatedInput[]> {
  const names = new Set(wanted.map(({ file }) => baseOf(file)));
  const places = new Map<string, string[]>();
  for (const folder of new Set(folders)) await gather(folder, names, places);
  const located: LocatedInput[] = [];
  for (const told of wanted) located.push(await locate(told, places.get(baseOf(told.file)) ?? []));
  return located;
}

/** The folder of the identification whose standings were read, by their hash; null where it is not found. */
export async function locatePrevious(
  standings: FileHash,
  folders: readonly string[],
): Promise<string | null> {
  const [, name = ''] = /([^/]+)$/.exec(standings.file) ?? [];
  // Every identification has a file of that name: only the one that was read counts.
  const [found] = await locateInputs([{ ...standings, file: name }], folders);
  return found?.status === 'same' && found.path !== null ? dirname(dirname(found.path)) : null;
}

/** The folder of a run, by the hash of its manifest; null where it is not found. */
export async function locateRun(manifest: FileHash, folders: readonly string[]): Promise<string | null> {
  const [found] = await locateInputs([manifest], folders);
  return found?.status === 'same' && found.path !== null ? dirname(found.path) : null;
}

/** 企业.xlsx (2) is the second input called 企业.xlsx. */
export const baseOf = (name: string): string => name.replace(/ \(\d+\)$/, '');

async function locate(told: FileHash, paths: readonly string[]): Promise<LocatedInput> {
  for (const path of paths)
    if ((await compareHash(path, told, { links: true })) === 'same')
      return { file: told.file, status: 'same', path };
  return { file: told.file, status: paths.length > 0 ? 'differs' : 'absent', path: paths[0] ?? null };
}

async function gather(top: string, names: ReadonlySet<string>, places: Map<string, string[]>): Promise<void> {
  let left = ENTRIES;
  for (let level = [top], depth = 0; level.length > 0 && depth <= DEPTH && left > 0; depth++) {
    const below: string[] = [];
    for (const folder of level) {
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      left -= entries.length;
      if (left < 0) break;
      for (const { name, isFolder, path } of entries.sort(byName).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
        path: join(folder, entry.name),
      }))) {
        if (names.has(name) && !isFolder) places.set(name, [...(places.get(name) ?? []), path]);
        else if (isFolder && !name.startsWith('.') && name !== 'node_modules') below.push(path);
      }
    }
    level = below;
  }
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;
