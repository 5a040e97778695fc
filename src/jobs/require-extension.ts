import { Findings, usageError } from '../finding/index.js';

/** A file that says it is something else does not open in Excel: exit 2. */
export function requireExtension(path: string, option: string, extension: '.xlsx' | '.csv' | '.yaml'): void {
  if (path.toLowerCase().endsWith(extension)) return;
  const findings = new Findings();
  findings.add('usage.extension', { file: option }, { path, extension });
  throw usageError(findings.all);
}
