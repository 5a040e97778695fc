import { join } from 'node:path';
import type { ListKind } from '../model/plan.js';
import type { FileHash, Run } from '../model/run.js';
import type { SheetSplit } from '../model/sheet-split.js';
import { assessmentTable } from './assessment.js';
import { bookBody, type SheetLimit } from './book.js';
import type { Voice } from './column.js';
import { tableAsBytes } from './csv.js';
import { writeData } from './data/index.js';
import { type FetchRows, type ReturnedTable, returnedTables } from './exceptions/exceptions.js';
import { exceptionCsv } from './exceptions/exceptions-csv.js';
import { exceptionSheet } from './exceptions/exceptions-xlsx.js';
import { findingsTable } from './findings-table.js';
import { listGuide } from './guide/guides.js';
import { htmlReport } from './html/html-report.js';
import { listTable } from './list-table.js';
import { writeOffers } from './offer-book.js';
import { oneWorkbook } from './one-workbook.js';
import { writeFile, writeParts } from './publish/write-file.js';
import { rankingTable } from './ranking-table.js';
import { reportSheet } from './report-sheet.js';
import { writeBeside } from './write-beside.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

export interface ReportOptions {
  readonly format: 'xlsx' | 'csv';
  readonly headers: 'id' | 'text';
  readonly html: boolean;
  /** report.xlsx in place of the workbooks of lists and offers. */
  readonly oneWorkbook?: boolean;
  readonly fetch: FetchRows;
  /** Rows of a sheet; the grid of Excel unless told. */
  readonly rowsPerSheet?: number;
  /** Hears of each sheet that had more rows than a sheet takes. */
  readonly onSplit?: (split: SheetSplit) => void;
}

/** Lists that are a file of their own. The whitelist always is; the others where the profile has such a list. */
const listFiles: readonly { readonly kind: ListKind; readonly name: string }[] = [
  { kind: 'whitelist', name: 'whitelist' },
  { kind: 'referral', name: 'referrals' },
  { kind: 'pool', name: 'pool' },
  { kind: 'ranking', name: 'ranking' },
  { kind: 'publicity', name: 'publicity' },
];

/**
 * Writes every report and `data/` into a folder that is there, one file after another, in bounded memory. Tells each
 * file's hash. Throws exit 4 where the disk fails; what `fetch` throws passes. Cost: one more pass over the inputs that
 * hold rows to send back.
 */
export const writeReports = async (folder: string, run: Run, options: ReportOptions): Promise<FileHash[]> => [
  ...(await writeRunReports(folder, run, options, returnedTables(run))),
  ...(await writeData(folder, run)),
];

/** The reports of a run, or of its part, without `data/`. `returned`: the rows that go back, told as `fetch` numbers them. */
export async function writeRunReports(
  folder: string,
  run: Run,
  options: ReportOptions,
  returned: readonly ReturnedTable[],
): Promise<FileHash[]> {
  const voice: Voice = { lang: run.lang, headers: options.headers };
  const csv = options.format === 'csv';
  const book = bookWriter(options);
  const files: FileHash[] = [];
  const one = !csv && options.oneWorkbook === true;
  const lists = listFiles
    .filter(({ kind }) => kind === 'whitelist' || run.plan.lists.some((list) => list.kind === kind))
    .map(({ kind, name }) => ({
      kind,
      name,
      table: kind === 'ranking' ? rankingTable(run, voice, csv) : listTable(run, kind, voice, csv),
    }));
  if (one)
    files.push(
      await book(folder, 'report.xlsx', await oneWorkbook(run, lists, voice, returned, options.fetch)),
    );
  else
    for (const { kind, name, table } of lists)
      files.push(
        csv
          ? await writeParts(folder, `${name}.csv`, tableAsBytes(table, voice, true))
          : await book(folder, `${name}.xlsx`, [
              reportSheet(run, table, voice),
              listGuide(run, kind, table, voice),
            ]),
      );
  files.push(...(await writeExceptions(folder, run, options, returned)));
  if (!one) files.push(...(await writeOffers(folder, run, voice, csv, book)));
  for (const [name, table] of [
    ['assessment.csv', assessmentTable(run, voice)],
    ['findings.csv', findingsTable(run, voice)],
  ] as const)
    files.push(await writeParts(folder, name, tableAsBytes(table, voice, true)));
  files.push(...(await writeBeside(folder, run, voice, csv, book)));
  if (options.html) files.push(await writeParts(folder, 'report.html', htmlReport(run)));
  return files;
}

/** What there is of a part without a firm: its findings, and who should have filed. */
export async function writeFirmless(folder: string, run: Run, options: ReportOptions): Promise<FileHash[]> {
  const voice: Voice = { lang: run.lang, headers: options.headers };
  const files: FileHash[] = [];
  if (run.findings.length > 0)
    files.push(
      await writeParts(folder, 'findings.csv', tableAsBytes(findingsTable(run, voice), voice, true)),
    );
  const beside = { ...run, feedback: undefined, adjustments: undefined };
  files.push(...(await writeBeside(folder, beside, voice, options.format === 'csv', bookWriter(options))));
  return files;
}

/** One sheet an input table, or one CSV each: exceptions.csv, exceptions-2.csv … */
async function writeExceptions(
  folder: string,
  run: Run,
  options: ReportOptions,
  tables: readonly ReturnedTable[],
): Promise<FileHash[]> {
  const { format, fetch } = options;
  const files: FileHash[] = [];
  if (format === 'csv') {
    for (const [index, table] of tables.entries()) {
      const name = index === 0 ? 'exceptions.csv' : `exceptions-${index + 1}.csv`;
      files.push(await writeParts(folder, name, exceptionCsv(run, table, fetch)));
    }
    return files;
  }
  const sheets: SheetSpec[] = [];
  for (const table of tables) sheets.push(await exceptionSheet(run, table, fetch));
  if (sheets.length > 0) files.push(await bookWriter(options)(folder, 'exceptions.xlsx', sheets));
  return files;
}

/** One workbook of a folder. */
const writeBook = (
  folder: string,
  name: string,
  sheets: readonly SheetSpec[],
  limit: SheetLimit = {},
): Promise<FileHash> => writeFile(folder, name, bookBody(sheets, join(folder, name), limit));

/** The same, where a sheet that goes on in further ones is told. */
export const bookWriter =
  ({ rowsPerSheet, onSplit }: Pick<ReportOptions, 'rowsPerSheet' | 'onSplit'>) =>
  (folder: string, file: string, sheets: readonly SheetSpec[]): Promise<FileHash> =>
    writeBook(folder, file, sheets, {
      rows: rowsPerSheet,
      told: (sheet, count) => onSplit?.({ file, sheet, sheets: count }),
    });
