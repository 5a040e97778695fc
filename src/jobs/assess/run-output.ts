import { basename } from 'node:path';
import { allMergedDown, mergeHeads, wordColumns } from '../../match/index.js';
import type { FileHash, Run } from '../../model/run.js';
import type { SheetSplit } from '../../model/sheet-split.js';
import {
  type Claim,
  type FetchRows,
  manifestOf,
  pointLatest,
  writeManifest,
  writeReports,
  writeSplit,
} from '../../report/index.js';
import { fetchRows } from '../../table/index.js';
import { recordOptions } from '../replay/recorded-options.js';
import type { AssessRequest } from '../request.js';
import { version } from '../version.js';
import { partsOf } from './parts/parts-of.js';

/** A run folder that stands in its place. */
export interface PublishedRun {
  readonly folder: string;
  /** Names of the reports at its top, in the order written. */
  readonly reports: readonly string[];
  /** Every file of it but the manifest. */
  readonly outputs: readonly FileHash[];
  /** Sheets that had more rows than a sheet takes. */
  readonly splits: readonly SheetSplit[];
}

/** Writes the run folder of a claimed place: reports, data, then the manifest with their hashes; all of it or nothing. */
export async function writeRun(
  claim: Claim,
  run: Run,
  request: AssessRequest,
  started: Date,
): Promise<PublishedRun> {
  const format = request.format ?? 'xlsx';
  const headers = request.headers ?? 'text';
  const splits: SheetSplit[] = [];
  const outputs = await claim.publish(async (folder) => {
    const options = {
      format,
      headers,
      html: request.html !== false,
      oneWorkbook: request.oneWorkbook === true,
      fetch: fetchFrom(run),
      onSplit: (split: SheetSplit) => void splits.push(split),
    };
    const whole = await writeReports(folder, run, options);
    const parts =
      run.split === undefined ? [] : await writeSplit(folder, partsOf(run, run.split), run.lang, options);
    const written = [...whole, ...parts];
    const seconds = (Date.now() - started.getTime()) / 1000;
    const told = {
      version,
      options: recordOptions(request),
      outputs: written,
      started: started.toISOString(),
      seconds,
    };
    await writeManifest(folder, manifestOf(run, told));
    return written;
  });
  if (request.runs !== undefined) await pointLatest(request.runs, basename(claim.target));
  return {
    folder: claim.target,
    reports: [
      ...outputs.map((one) => one.file).filter((file) => !file.includes('/')),
      ...(run.split === undefined ? [] : ['by/']),
    ],
    outputs,
    splits,
  };
}

/** The second pass: whole rows of a table, from the sheet that it stands on. */
const fetchFrom =
  (run: Run): FetchRows =>
  async (table, rows) => {
    const { file, sheet } = run.firms.tables[table]!;
    const source = run.sources.find((one) => one.file === file)?.sheets.find((one) => one.name === sheet);
    if (source === undefined) throw new Error(`the sheet of table ${table} is gone`);
    const { columnOf, headerTo } = run.firms.tables[table]!;
    const id = columnOf.get(run.plan.idField);
    const columns = [...(id === undefined ? [] : [id]), ...wordColumns(run.plan, columnOf)];
    const down = allMergedDown(source.merges, columns, headerTo);
    if (down === null) return fetchRows(source, new Set(rows));
    // Alone, a row would go back without what was merged down to it: whose it is, its district.
    const found = await fetchRows(source, new Set([...rows, ...mergeHeads(source.merges, rows)]));
    const inOrder = [...found.values()].sort((a, b) => a.number - b.number);
    return new Map(inOrder.map((row) => [row.number, down.fill(row)]));
  };
