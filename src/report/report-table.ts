import type { Run } from '../model/run.js';
import { assessmentTable } from './assessment.js';
import type { ReportTable, Voice } from './column.js';
import { tableAsCsv, tableAsNdjson } from './csv.js';
import { exposureTable } from './exposure.js';
import { findingsTable } from './findings-table.js';
import { listTable } from './list-table.js';
import { offersTable } from './offers.js';

export type ReportName = 'whitelist' | 'referrals' | 'offers' | 'exposure' | 'assessment' | 'findings';

/** One report of a run as data. */
export function tableOf(run: Run, name: ReportName, voice: Voice): ReportTable {
  switch (name) {
    case 'whitelist':
      return listTable(run, 'whitelist', voice, true);
    case 'referrals':
      return listTable(run, 'referral', voice, true);
    case 'offers':
      return offersTable(run, voice, true);
    case 'exposure':
      return exposureTable(run, voice, true);
    case 'assessment':
      return assessmentTable(run, voice);
    case 'findings':
      return findingsTable(run, voice);
  }
}

/** The same as text for a pipe, in parts: CSV without a byte order mark, or one JSON object a line keyed by ids. */
export async function reportTable(
  run: Run,
  name: ReportName,
  options: { readonly format: 'csv' | 'ndjson'; readonly headers: 'id' | 'text' },
  print: (chunk: string) => Promise<void>,
): Promise<void> {
  // A line of JSON is for programs: its values are codes, as under `--headers id`.
  const voice: Voice = { lang: run.lang, headers: options.format === 'ndjson' ? 'id' : options.headers };
  const table = tableOf(run, name, voice);
  const parts = options.format === 'csv' ? tableAsCsv(table, voice, false) : tableAsNdjson(table);
  for (const part of parts) await print(part);
}
