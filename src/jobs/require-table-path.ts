import { resolve } from 'node:path';
import { Findings, usageError } from '../finding/index.js';
import { checkFree } from '../report/index.js';

/**
 * Before anything is read: a table of an analysis is a workbook or a CSV (else exit 2), and stands in nobody's place (else
 * exit 4). null writes nothing.
 */
export async function requireTablePath(path: string | null, force: boolean): Promise<void> {
  if (path === null) return;
  if (/\.(?:xlsx|csv)$/i.test(path)) return await checkFree(resolve(path), path, force);
  const findings = new Findings();
  findings.add('usage.extension', { file: '--out' }, { path, extension: '.xlsx / .csv' });
  throw usageError(findings.all);
}
