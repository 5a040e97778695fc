import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Findings, usageError } from '../../finding/index.js';
import { type GivenTable, readMappingFile } from '../../match/index.js';
import type { Plan } from '../../model/plan.js';
import type { FileHash } from '../../model/run.js';

export interface OpenedMapping {
  readonly given: readonly GivenTable[];
  readonly hash: FileHash | null;
}

/** Reads the saved mapping of a request, or none. A wrong one is wrong usage: exit 2, with line and key. */
export function openMapping(path: string | undefined, plan: Plan): OpenedMapping {
  if (path === undefined) return { given: [], hash: null };
  const file = basename(path);
  const refuse = (id: 'file.not-found' | 'file.is-folder' | 'file.not-regular' | 'file.not-utf8') => {
    const findings = new Findings();
    findings.add(id, { file }, { path });
    return usageError(findings.all);
  };
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw refuse('file.is-folder');
  // A pipe would make the run wait, and a device has no end.
  if (found !== undefined && !found.isFile()) throw refuse('file.not-regular');
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw refuse('file.not-found');
  }
  if (!isUtf8(bytes)) throw refuse('file.not-utf8');
  const hash = { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return { given: readMappingFile(bytes.toString('utf8'), file, plan), hash };
}
