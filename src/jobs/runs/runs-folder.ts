import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArgsOf } from '../../finding/index.js';
import { type EdgeError, type FindingId, Findings, inputError } from '../../finding/index.js';
import { readManifest, type SavedManifest } from '../../report/index.js';

/** Opens a run folder by its manifest. Throws exit 3: no run folder, a newer format, a manifest that was damaged. */
export async function openRunFolder(folder: string): Promise<SavedManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  const read = text === null ? { kind: 'other' as const } : readManifest(text);
  switch (read.kind) {
    case 'read':
      return read.manifest;
    case 'newer':
      throw refuse(folder, 'file.run-newer', { format: read.format, version: read.version });
    case 'damaged':
      throw refuse(folder, 'file.run-damaged', { file: 'manifest.json', why: 'form' });
    case 'other':
      throw refuse(folder, 'file.run-none', { path: folder });
  }
}

type RunTrouble = Extract<FindingId, 'file.run-none' | 'file.run-newer' | 'file.run-damaged'>;

function refuse<Id extends RunTrouble>(folder: string, id: Id, args: ArgsOf<Id>): EdgeError {
  const findings = new Findings();
  findings.add<RunTrouble>(id, { file: folder }, args as ArgsOf<RunTrouble>);
  return inputError(findings.all);
}
