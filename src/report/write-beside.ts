import type { FileHash, Run } from '../model/run.js';
import { adjustmentsTable } from './adjustments.js';
import type { ReportTable, Voice } from './column.js';
import { tableAsBytes } from './csv.js';
import { outcomesGuide, unfiledGuide } from './guide/beside-guides.js';
import { outcomesTable } from './outcomes-table.js';
import { writeParts } from './publish/write-file.js';
import { reportSheet } from './report-sheet.js';
import { districtsTable, unfiledTable } from './roster.js';
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
  const write = async (name: string, tables: readonly ReportTable[], guide: () => SheetSpec) => {
    if (csv) return await asCsv(name, tables[0]!);
    const sheets = tables.map((one) => reportSheet(run, one, voice));
    return files.push(await writeBook(folder, `${name}.xlsx`, [...sheets, guide()]));
  };
  if (run.feedback !== undefined) {
    const outcomes = outcomesTable(run, voice, csv);
    await write('outcomes', [outcomes], () => outcomesGuide(run, outcomes, voice));
  }
  if (run.adjustments !== undefined) await asCsv('adjustments', adjustmentsTable(run, voice));
  if (run.roster !== undefined) {
    const tables = [unfiledTable(run, voice, csv), districtsTable(run)];
    await write('unfiled', tables, () => unfiledGuide(run, tables, voice));
  }
  return files;
}
