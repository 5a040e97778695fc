import { basename } from 'node:path';
import { Findings, usageError } from '../finding/index.js';

/** A folder under a file's name does not open in Excel, and who asked for a file waits for one: exit 2. */
export function requireFolder(path: string, option: string): void {
  const [extension] = /\.(?:xlsx?|xlsm|csv|ods|html?|pdf)$/i.exec(basename(path)) ?? [];
  if (extension === undefined) return;
  const findings = new Findings();
  findings.add('usage.folder-name', { file: option }, { path, extension });
  throw usageError(findings.all);
}
