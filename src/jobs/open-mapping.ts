import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Findings, usageError } from '../finding/index.js';
import { type GivenTable, readMappingFile } from '../match/index.js';
import type { Plan } from '../model/plan.js';
import type { FileHash } from '../model/run.js';

export interface OpenedMapping {
  readonly given: readonly GivenTable[];
  readonly hash: FileHash | null;
}

/** Reads the saved mapping of a request, or none. A wrong one is wrong usage: exit 2, with line and key. */
export function openMapping(path: string | undefined, plan: Plan): OpenedMapping {
  if (path === undefined) return { given: [], hash: null };
  const file = basename(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    const findings = new Findings();
    findings.add('file.not-found', { file }, { path });
    throw usageError(findings.all);
  }
  const hash = { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  return { given: readMappingFile(bytes.toString('utf8'), file, plan), hash };
}
