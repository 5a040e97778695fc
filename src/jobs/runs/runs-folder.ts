import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noRun } from '../../analyse/index.js';
import type { ArgsOf } from '../../finding/index.js';
import { type EdgeError, type FindingId, Findings, inputError } from '../../finding/index.js';
import { readManifest, type SavedIdentification, type SavedManifest } from '../../report/index.js';

/** A folder that `assess` or `identify` wrote. */
export type OpenedFolder =
  | { readonly kind: 'assess'; readonly manifest: SavedManifest }
  | { readonly kind: 'identify'; readonly manifest: SavedIdentification };

/** Opens a run folder of `assess`. Throws exit 3 as `openFolder` does, and for one of `identify`. */
export async function openRunFolder(folder: string): Promise<SavedManifest> {
  const opened = await openFolder(folder);
  if (opened.kind === 'identify') throw refuse(folder, 'file.run-identified', { path: folder });
  return opened.manifest;
}

/** Opens a folder by its manifest. Throws exit 3: no folder of ours, a newer format, a manifest that was damaged. */
export async function openFolder(folder: string): Promise<OpenedFolder> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  const read = text === null ? { kind: 'other' as const } : readManifest(text);
  switch (read.kind) {
    case 'read':
      return { kind: 'assess', manifest: read.manifest };
    case 'identified':
      return { kind: 'identify', manifest: read.manifest };
    case 'newer':
      throw refuse(folder, 'file.run-newer', { format: read.format, version: read.version });
    case 'damaged':
      throw refuse(folder, 'file.run-damaged', { file: 'manifest.json', why: 'form' });
    case 'other':
      throw noRun(folder);
  }
}

type RunTrouble = Extract<FindingId, 'file.run-newer' | 'file.run-damaged' | 'file.run-identified'>;

function refuse<Id extends RunTrouble>(folder: string, id: Id, args: ArgsOf<Id>): EdgeError {
  const findings = new Findings();
  findings.add<RunTrouble>(id, { file: folder }, args as ArgsOf<RunTrouble>);
  return inputError(findings.all);
}
