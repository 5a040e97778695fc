import { Findings, usageError } from '../finding/index.js';

/** A table of an analysis is a workbook or a CSV; anything else is exit 2, before anything is read. */
export function requireTablePath(path: string | null): void {
  if (path === null || /\.(?:xlsx|csv)$/i.test(path)) return;
  const findings = new Findings();
  findings.add('usage.extension', { file: '--out' }, { path, extension: '.xlsx / .csv' });
  throw usageError(findings.all);
}
