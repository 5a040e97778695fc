import { type EdgeError, errnoOf, type FindingId, Findings, outputError } from '../../finding/index.js';

/** What the system says (errno) → what a person is told. */
const known: Readonly<Record<string, PathFinding>> = {
  EACCES: 'file.output-denied',
  EPERM: 'file.output-denied',
  EROFS: 'file.output-read-only',
  ENOSPC: 'file.output-full',
  EDQUOT: 'file.output-full',
  ENOTDIR: 'file.output-parent',
  EBUSY: 'file.output-open',
  ETXTBSY: 'file.output-open',
  EFBIG: 'file.output-limit',
  ENAMETOOLONG: 'file.output-name',
};

/** Findings that say no more than the path. */
export type PathFinding = Extract<
  FindingId,
  | 'file.output-denied'
  | 'file.output-read-only'
  | 'file.output-full'
  | 'file.output-parent'
  | 'file.output-open'
  | 'file.output-too-large'
  | 'file.output-limit'
  | 'file.output-name'
  | 'file.output-exists'
  | 'file.output-file-exists'
  | 'file.output-not-a-file'
  | 'file.output-not-a-folder'
>;

/** Exit 4 for a path. */
export function refuseOutput(id: PathFinding, path: string): EdgeError {
  const findings = new Findings();
  findings.add(id, { file: path }, { path });
  return outputError(findings.all);
}

/**
 * A failed write as exit 4, naming the path; anything that is no system error is a bug and comes back as it was. On
 * Windows a file that Excel or WPS holds open answers EPERM or EACCES to a rename.
 */
export function outputTrouble(error: unknown, path: string, renaming = false): unknown {
  const code = errnoOf(error);
  if (code === null) return error;
  const held = renaming && process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES');
  const id = held ? 'file.output-open' : known[code];
  if (id !== undefined) return refuseOutput(id, path);
  const findings = new Findings();
  findings.add('file.output-failed', { file: path }, { path, code });
  return outputError(findings.all);
}
