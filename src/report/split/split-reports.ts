import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../../model/cell.js';
import type { FileHash, Run } from '../../model/run.js';
import type { Split } from '../../model/split.js';
import type { Text } from '../../model/text.js';
import { assessmentTable } from '../assessment.js';
import type { ReportTable, Voice } from '../column.js';
import { tableAsBytes } from '../csv.js';
import { type FetchRows, type ReturnedTable, returnedTables } from '../exceptions.js';
import { findingsTable } from '../findings-table.js';
import { rowsInOrder } from '../firm-column.js';
import { listGuide } from '../guide/guides.js';
import { listTable } from '../list-table.js';
import { offersGuide, offerTables } from '../offer-book.js';
import { outputTrouble } from '../output-trouble.js';
import { rankingTable } from '../ranking-table.js';
import { reportSheet } from '../report-sheet.js';
import { writeParts } from '../write-file.js';
import { listFiles, type ReportOptions, writeBook, writeExceptions } from '../write-reports.js';
import type { SheetSpec } from '../xlsx/write-sheet.js';
import { safeFolderName } from './folder-name.js';

/** Rows of one table that are held for all parts; beyond them each part makes a pass of its own. */
const HELD = 20_000;

const none: readonly never[] = [];

const blank: Text = { zh: '未填', en: 'blank' };

/** What one part needs, taken apart once for all parts. */
interface Part {
  /** The run as if nobody else were on a list; made when it is needed, for each is as long as the firms. */
  readonly view: () => Run;
  readonly order: readonly number[];
  readonly tables: readonly ReturnedTable[];
  readonly note: Text;
}

/**
 * `by/<value>/…`: every report that goes out once more, for the firms of each value apart; what speaks of no firm stands
 * with the blanks. Places, ranks and notices are those of the whole run. Cost: the reports once more, each row in one file;
 * a look at every firm a value; one more pass over inputs that hold rows to send back.
 */
export async function writeSplit(
  folder: string,
  run: Run,
  split: Split,
  options: ReportOptions,
): Promise<FileHash[]> {
  const voice: Voice = { lang: run.lang, headers: options.headers };
  const assessment = assessmentTable(run, voice);
  const fetch = heldRows(options.fetch, returnedTables(run));
  const files: FileHash[] = [];
  const taken = new Set<string>();
  const names = new Map<number, string>();
  // The blanks' name first: a firm that wrote 未填 stands apart from those that wrote nothing.
  const parts = partsOf(run, split, assessment.firms?.order ?? []);
  for (const code of [...parts.keys()].sort(
    (a, b) => Number(isBlank(split, b)) - Number(isBlank(split, a)) || a - b,
  ))
    names.set(code, `by/${safeFolderName(split.words[code] ?? blank[run.lang], taken)}`);
  for (const [code, part] of parts) {
    const name = names.get(code)!;
    await makeFolder(join(folder, ...name.split('/')));
    const written = await writePart(join(folder, ...name.split('/')), part, voice, assessment, {
      ...options,
      fetch,
    });
    files.push(...written.map((one) => ({ ...one, file: `${name}/${one.file}` })));
  }
  return files;
}

const isBlank = ({ words }: Split, code: number): boolean => (words[code] ?? null) === null;

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw outputTrouble(error, path);
  }
}

/** By code, in the order of the values. */
function partsOf(run: Run, { by, words, codes }: Split, order: readonly number[]): ReadonlyMap<number, Part> {
  const { decisions } = run;
  const unsaid = words.indexOf(null);
  const last = unsaid < 0 ? words.length : unsaid;
  const codeOf = (firm: number | null) => (firm === null ? last : codes[firm]!);
  const findings = group(run.findings, ({ firm }) => codeOf(firm));
  const firmsOf = group(order, (firm) => codes[firm]!);
  const returned = returnedTables(run).map((table) => ({
    table,
    rows: group(table.rows, ({ firm }) => codes[firm]!),
  }));
  const parts = new Map<number, Part>();
  for (let code = 0; code <= last; code++) {
    if (!firmsOf.has(code) && !findings.has(code)) continue;
    const only = <T>(all: readonly (readonly T[])[]): readonly (readonly T[])[] =>
      all.map((some, firm) => (codes[firm] === code ? some : none));
    const said = words[code] ?? null;
    const value = { zh: said ?? blank.zh, en: said ?? blank.en };
    parts.set(code, {
      view: () => ({
        ...run,
        findings: findings.get(code) ?? [],
        decisions: { ...decisions, lists: only(decisions.lists), offers: only(decisions.offers) },
      }),
      order: firmsOf.get(code) ?? [],
      tables: returned.flatMap(({ table, rows }) => {
        const own = rows.get(code);
        return own === undefined ? [] : [{ ...table, rows: own }];
      }),
      note: {
        zh: `仅含「${by.zh}」为「${value.zh}」的企业，名次是全部企业中的名次`,
        en: `Only firms whose ${by.en} is "${value.en}"; ranks are those among all firms`,
      },
    });
  }
  return parts;
}

function group<T>(all: readonly T[], codeOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const code = codeOf(one);
    const list = groups.get(code);
    if (list === undefined) groups.set(code, [one]);
    else list.push(one);
  }
  return groups;
}

async function writePart(
  folder: string,
  { view, order, tables, note }: Part,
  voice: Voice,
  assessment: ReportTable,
  options: ReportOptions,
): Promise<FileHash[]> {
  const csv = options.format === 'csv';
  const run = view();
  const files: FileHash[] = [];
  const write = async (name: string, guide: () => SheetSpec, ...all: readonly ReportTable[]) => {
    const noted = all.map((table) => ({ ...table, notes: [note, ...(table.notes ?? [])] }));
    const sheets = noted.map((table) => reportSheet(run, table, voice));
    if (csv) files.push(await writeParts(folder, `${name}.csv`, tableAsBytes(all[0]!, voice, true)));
    else files.push(await writeBook(folder, `${name}.xlsx`, [...sheets, guide()]));
  };
  // What speaks of no firm is all there is: empty lists would say that no firm made it.
  if (order.length === 0)
    return [await writeParts(folder, 'findings.csv', tableAsBytes(findingsTable(run, voice), voice, true))];
  for (const { kind, name } of listFiles) {
    if (kind !== 'whitelist' && !run.plan.lists.some((list) => list.kind === kind)) continue;
    const table = kind === 'ranking' ? rankingTable(run, voice, csv) : listTable(run, kind, voice, csv);
    await write(name, () => listGuide(run, kind, table, voice), table);
  }
  if (run.plan.offers.length > 0) {
    const tables = offerTables(run, voice, csv);
    const guide = () => offersGuide(run, tables, voice);
    if (csv) await write('exposure', guide, tables[1]);
    await write('offers', guide, ...(csv ? [tables[0]] : tables));
  }
  if (tables.length > 0) files.push(...(await writeExceptions(folder, run, options, tables)));
  for (const [name, table] of [
    ['assessment.csv', restricted(assessment, order)],
    ['findings.csv', findingsTable(run, voice)],
  ] as const)
    files.push(await writeParts(folder, name, tableAsBytes(table, voice, true)));
  return files;
}

/** The same columns for some of the firms. */
function restricted(table: ReportTable, order: readonly number[]): ReportTable {
  const cells = table.firms?.cells ?? [];
  return { ...table, count: order.length, rows: () => rowsInOrder(cells, order), firms: { cells, order } };
}

/** Rows to send back are fetched in one pass for all parts, where they are not too many to hold. */
function heldRows(fetch: FetchRows, tables: readonly ReturnedTable[]): FetchRows {
  const wanted = new Map(
    tables.map(({ table, head, rows }) => [table, [...head, ...rows.map((row) => row.number)]] as const),
  );
  if ([...wanted.values()].reduce((sum, rows) => sum + rows.length, 0) > HELD) return fetch;
  const held = new Map<number, Promise<ReadonlyMap<number, Row>>>();
  return (table) => {
    const rows = held.get(table) ?? fetch(table, wanted.get(table) ?? []);
    held.set(table, rows);
    return rows;
  };
}
