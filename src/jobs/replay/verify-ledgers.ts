import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { type Disposition, dispositions } from '../../model/decisions.js';
import { dispositionOf, isDispositionHeader, type SavedManifest } from '../../report/index.js';

/** One count of the manifest against what the files hold. */
export interface LedgerCheck {
  /** What was counted, like `assessment.csv: whitelisted`. */
  readonly check: string;
  readonly told: number;
  readonly counted: number;
}

export const sum = (counts: Readonly<Record<string, number | undefined>>): number =>
  Object.values(counts).reduce<number>((all, one) => all + (one ?? 0), 0);

/** What the manifest says of itself: both ledgers add up. */
export const checkSums = ({ rows, firms, findings, options }: SavedManifest): LedgerCheck[] => [
  ...checkRows(rows),
  { check: 'firms: Σ dispositions', told: firms.total, counted: sum(onlyCounts(firms.byDisposition)) },
  // Each row that was set aside was told: it repeats another, or a row of --fixes took its place.
  ...(onlyFirms(options)
    ? [
        {
          check: 'rows: superseded',
          told: rows.byFate.superseded,
          counted: (findings['row.duplicate'] ?? 0) + (findings['row.fixed'] ?? 0),
        },
      ]
    : []),
];

export const checkRows = (rows: SavedManifest['rows']): LedgerCheck[] => [
  { check: 'rows: Σ fates', told: rows.total, counted: sum(onlyCounts(rows.byFate)) },
  { check: 'rows: Σ skipped', told: rows.byFate.skipped, counted: sum(rows.skipped) },
];

const onlyCounts = (counts: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).filter((one): one is [string, number] => typeof one[1] === 'number'),
  );

/** Files whose contents are counted against the ledgers. */
export const countedFiles = {
  'assessment.csv': countAssessment,
  'findings.csv': countFindings,
  'data/firms.csv': countFirms,
  'data/findings.ndjson': countNotes,
} as const;

export type CountedFile = keyof typeof countedFiles;

async function countAssessment(folder: string, { firms }: SavedManifest): Promise<LedgerCheck[]> {
  const found = new Map<Disposition, number>();
  let column = -1;
  let count = -1;
  for await (const record of recordsOf(join(folder, 'assessment.csv'))) {
    if (++count === 0) column = record.findIndex(isDispositionHeader);
    else {
      const one = dispositionOf(record[column] ?? '');
      if (one !== null) found.set(one, (found.get(one) ?? 0) + 1);
    }
  }
  return [
    { check: 'assessment.csv: firms', told: firms.total, counted: Math.max(0, count) },
    ...dispositions.map((one) => ({
      check: `assessment.csv: ${one}`,
      told: firms.byDisposition[one],
      counted: found.get(one) ?? 0,
    })),
  ];
}

/** Every firm once, and the rows that make it up: all that were used or sent back, but those of lists, which make no firm. */
async function countFirms(folder: string, { firms, rows, options }: SavedManifest): Promise<LedgerCheck[]> {
  let column = -1;
  let count = -1;
  let named = 0;
  for await (const record of recordsOf(join(folder, 'data/firms.csv'))) {
    if (++count === 0) column = record.indexOf('_rows');
    else named += (record[column] ?? '').split(';').filter((one) => one !== '').length;
  }
  const checks = [{ check: 'data/firms.csv: firms', told: firms.total, counted: Math.max(0, count) }];
  const kept = rows.byFate.used + rows.byFate.rejected;
  if (onlyFirms(options)) checks.push({ check: 'data/firms.csv: rows', told: kept, counted: named });
  return checks;
}

/** Whether every row that counts is a row of a firm: there were no files but those of firms. */
const onlyFirms = (options: SavedManifest['options']): boolean =>
  Object.entries(options).every(
    ([key, value]) =>
      !['prior', 'lists', 'feedback', 'adjust', 'roster'].includes(key) ||
      value === null ||
      (Array.isArray(value) && value.length === 0),
  );

async function countFindings(folder: string, { findings }: SavedManifest): Promise<LedgerCheck[]> {
  let count = -1;
  for await (const _ of recordsOf(join(folder, 'findings.csv'))) count++;
  return [{ check: 'findings.csv', told: sum(findings), counted: Math.max(0, count) }];
}

async function countNotes(folder: string, { findings }: SavedManifest): Promise<LedgerCheck[]> {
  let count = 0;
  const lines = createInterface({ input: createReadStream(join(folder, 'data/findings.ndjson')) });
  for await (const line of lines) if (line !== '') count++;
  return [{ check: 'data/findings.ndjson', told: sum(findings), counted: count }];
}

/** Whatever a changed file holds, it is counted and not refused. */
export async function* recordsOf(path: string): AsyncGenerator<string[]> {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  const file = createReadStream(path);
  file.on('error', (error) => parser.destroy(error));
  for await (const record of file.pipe(parser)) yield record as string[];
}
