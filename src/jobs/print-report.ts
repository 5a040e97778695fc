import type { Run } from '../model/run.js';
import { type ReportName, reportTable } from '../report/index.js';

export type { ReportName };

/** One report of a run as CSV or NDJSON, for a pipe: no BOM, nothing but data. */
export async function printReport(
  run: Run,
  name: ReportName,
  options: { readonly format: 'csv' | 'ndjson'; readonly headers: 'id' | 'text' },
  print: (chunk: string) => Promise<void>,
): Promise<void> {
  await reportTable(run, name, options, print);
}
