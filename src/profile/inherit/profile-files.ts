import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Findings } from '../../finding/index.js';
import { profileIdPattern } from '../document/words.js';
import { yamlLimits } from '../yaml/yaml-limits.js';

export interface ProfileFile {
  readonly path: string;
  /** Base name, as findings show it; packs with their folder. */
  readonly file: string;
}

/** Ids as they may be asked for: a profile, or a pack in its folder. Nothing that could leave a folder. */
export const isProfileId = (id: string): boolean => {
  const [own = '', pack, ...more] = id.split('/').reverse();
  return (
    more.length === 0 &&
    profileIdPattern.test(own) &&
    (pack === undefined || /^[a-z0-9][a-z0-9_-]*$/.test(pack))
  );
};

/** The file of an id in the first folder that has it; null where none has. */
export function findProfile(id: string, folders: readonly string[]): ProfileFile | null {
  if (!isProfileId(id)) return null;
  for (const folder of folders) {
    const path = join(folder, `${id}.yaml`);
    if (existsInFolder(path)) return { path, file: `${id}.yaml` };
  }
  return null;
}

/** Ids of all profiles (not packs), each once: the folder named first wins. Sorted by id. */
export function profileIds(folders: readonly string[], within = ''): readonly string[] {
  const ids = new Set<string>();
  for (const folder of folders) {
    for (const name of namesIn(join(folder, within))) {
      const id = name.endsWith('.yaml') ? `${within}${name.slice(0, -'.yaml'.length)}` : '';
      if (isProfileId(id)) ids.add(id);
    }
  }
  return [...ids].sort();
}

/** Text of a profile; null, with a finding, where it cannot be read as one. */
export function readProfileFile({ path, file }: ProfileFile, findings: Findings): string | null {
  const at = { file, line: 1, column: 1 };
  const bytes = readBytes(path);
  if (typeof bytes === 'string') findings.add('profile.unreadable', at, { path, why: bytes });
  else if (!isUtf8(bytes)) findings.add('profile.not-utf8', at, {});
  else return bytes.toString('utf8').replace(/^\ufeff/, '');
  return null;
}

/** The bytes of a file of a profile's size, or why there are none. */
function readBytes(path: string): Buffer | string {
  let handle: number;
  try {
    // A pipe must not make the run wait; Windows knows no such flag.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return codeOf(error);
  }
  try {
    const stat = fstatSync(handle);
    const { size } = stat;
    if (!stat.isFile()) return 'not-a-file';
    if (size > yamlLimits.bytes) return 'too-large';
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(handle, bytes, 0, size, 0));
  } catch (error) {
    return codeOf(error);
  } finally {
    closeSync(handle);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** By listing the folder, so that a case-blind file system gives the same answer. */
const existsInFolder = (path: string): boolean => namesIn(dirname(path)).includes(basename(path));

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
