import { join } from 'node:path';
import { noRun } from '../../analyse/index.js';
import type { ArgsOf } from '../../finding/index.js';
import { type EdgeError, errnoOf, type FindingId, Findings, inputError } from '../../finding/index.js';
import type { Seal } from '../../model/seal.js';
import {
  manifestSeal,
  readManifest,
  readPlain,
  type SavedIdentification,
  type SavedManifest,
} from '../../report/index.js';

/** A folder that `assess` or `identify` wrote. */
export type OpenedFolder = (
  | { readonly kind: 'assess'; readonly manifest: SavedManifest }
  | { readonly kind: 'identify'; readonly manifest: SavedIdentification }
) & {
  /** Whether the manifest is as it was written. */
  readonly seal: Seal;
};

/** Opens a folder by its manifest. Throws exit 3: no folder of ours, a newer format, a manifest that was damaged. */
export async function openFolder(folder: string): Promise<OpenedFolder> {
  const text = await manifestText(folder);
  const read = text === null ? { kind: 'other' as const } : readManifest(text);
  const seal = manifestSeal(text ?? '');
  switch (read.kind) {
    case 'read':
      return { kind: 'assess', manifest: read.manifest, seal };
    case 'identified':
      return { kind: 'identify', manifest: read.manifest, seal };
    case 'newer':
      throw refuse(folder, 'file.run-newer', { format: read.format, version: read.version });
    case 'damaged':
      throw refuse(folder, 'file.run-damaged', { file: 'manifest.json', why: 'form' });
    case 'other':
      throw noRun(folder);
  }
}

/** Null where there is none. One that is there and may not be read is told as such: it may well be a run. */
async function manifestText(folder: string): Promise<string | null> {
  const path = join(folder, 'manifest.json');
  try {
    return await readPlain(path);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EACCES' || code === 'EPERM') throw refuse(folder, 'file.no-permission', { path });
    if (code === null || absent.has(code)) return null;
    throw refuse(folder, 'file.cannot-read', { path, code });
  }
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO', 'ELOOP', 'ENAMETOOLONG']);

type RunTrouble = Extract<
  FindingId,
  'file.run-newer' | 'file.run-damaged' | 'file.no-permission' | 'file.cannot-read'
>;

function refuse<Id extends RunTrouble>(folder: string, id: Id, args: ArgsOf<Id>): EdgeError {
  const findings = new Findings();
  findings.add<RunTrouble>(id, { file: folder }, args as ArgsOf<RunTrouble>);
  return inputError(findings.all);
}
