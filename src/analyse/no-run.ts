import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type EdgeError, Findings, inputError } from '../finding/index.js';

/** Where `--force` puts the old run while the new one takes its place (report/publish); a kill between leaves it there. */
const asideName = (name: string): string => `.${name}.old`;

/**
 * Why a folder cannot be opened as a run, exit 3: it is none; or it is not there, and the run that it was stands aside, whole,
 * since a replacement of it was cut short.
 */
export function noRun(folder: string): EdgeError {
  const path = resolve(folder);
  const name = basename(path);
  const aside = asideName(name);
  const findings = new Findings();
  if (!existsSync(path) && existsSync(join(dirname(path), aside, 'manifest.json')))
    findings.add('file.run-aside', { file: folder }, { path: folder, aside, name });
  else findings.add('file.run-none', { file: folder }, { path: folder });
  return inputError(findings.all);
}
