import type { FileHash, Run } from '../model/run.js';
import { adjustmentsTable } from './adjustments.js';
import type { ReportTable, Voice } from './column.js';
import { tableAsBytes } from './csv.js';
import { outcomesTable } from './outcomes-table.js';
import { reportSheet } from './report-sheet.js';
import { districtsTable, unfiledTable } from './roster.js';
import { writeParts } from './write-file.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

/**
 * The reports of tables that stand beside the firms': outcomes of banks' answers, adjustments, who has not filed. Each
 * is there only where such a table was given.
 */
export async function writeBeside(
  folder: string,
  run: Run,
  voice: Voice,
  csv: boolean,
  writeBook: (folder: string, name: string, sheets: readonly SheetSpec[]) => Promise<FileHash>,
): Promise<FileHash[]> {
  const files: FileHash[] = [];
  const asCsv = async (name: string, table: ReportTable) =>
    files.push(await writeParts(folder, `${name}.csv`, tableAsBytes(table, voice, true)));
  const write = async (name: string, table: ReportTable, ...more: readonly ReportTable[]) => {
    if (csv) await asCsv(name, table);
    else
      files.push(
        await writeBook(
          folder,
          `${name}.xlsx`,
          [table, ...more].map((one) => reportSheet(run, one, voice)),
        ),
      );
  };
  if (run.feedback !== undefined) await write('outcomes', outcomesTable(run, voice, csv));
  if (run.adjustments !== undefined) await asCsv('adjustments', adjustmentsTable(run, voice));
  if (run.roster !== undefined) await write('unfiled', unfiledTable(run, voice, csv), districtsTable(run));
  return files;
}
