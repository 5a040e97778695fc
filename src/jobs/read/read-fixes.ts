import { Findings, inputError, parseRowName } from '../../finding/index.js';
import type { Intake } from '../../intake/index.js';
import { type FieldIndex, findTables, type GivenTable, givenFor } from '../../match/index.js';
import type { Row } from '../../model/cell.js';
import { exceptionHeaders } from '../../model/exception-form.js';
import type { Mapping, Origins } from '../../model/mapping.js';
import type { Sheet, Source } from '../../model/table.js';

export interface FixesHow {
  readonly index: FieldIndex;
  /** Tables of a saved mapping; one holds for the sheet that came back too. */
  readonly given: readonly GivenTable[];
  /** Names of files that hold last year's figures: their rows come back as such. */
  readonly prior: ReadonlySet<string>;
  /** Names of all files of the run: a place in any other is no place. */
  readonly files: ReadonlySet<string>;
}

/**
 * Reads files of `--fixes`, the last one first, so that a fix of a fix is known when the first comes. Gives their
 * mappings. A file without a table, or a sheet with rows but no table, is an error (exit 3), told of all files at once. Cost: each is read twice, for what it mends stands in it.
 */
export async function readFixes(
  intake: Intake,
  sources: readonly Source[],
  sheetsOf: (source: Source) => readonly Sheet[],
  counted: (sheet: Sheet) => Sheet,
  { index, given, prior, files }: FixesHow,
  findings: Findings,
): Promise<readonly Mapping[]> {
  const mappings: Mapping[] = [];
  const unread = new Findings();
  for (const source of [...sources].reverse()) {
    let any = false;
    for (const sheet of sheetsOf(source)) {
      const { origins, header, rows, strangers } = await originsOf(sheet, files);
      let tables = 0;
      const [place] = origins.values();
      const isPrior = place !== undefined && prior.has(place.file);
      const known = isPrior && index.year !== null ? { ...index, year: index.year - 1 } : index;
      const saved = savedFor(given, place, sheet, header);
      for await (const piece of findTables(counted(sheet), known, findings, saved)) {
        if (piece.kind === 'table') {
          mappings.push(piece.mapping);
          tables++;
        }
        intake.take(piece.kind === 'table' ? { ...piece, prior: isPrior, origins } : piece);
      }
      any ||= tables > 0 || rows > 0;
      const at = { file: source.file, sheet: sheet.name };
      if (tables === 0 && rows > 0) unread.add('sheet.fixes-no-table', at, { sheet: sheet.name });
      if (tables > 0 && header === 0) findings.add('header.fix-place', at, {});
      for (const [missing, count] of strangers)
        findings.add('sheet.fixes-of-absent', at, { missing, rows: count, file: source.file });
    }
    if (!any) unread.add('file.side-no-table', { file: source.file }, { option: '--fixes' });
  }
  if (unread.hasErrors) throw inputError(unread.all);
  return mappings.reverse();
}

/** What the rows of a sheet say that they mend. */
export interface Named {
  readonly origins: Origins;
  /** Row number of the header that says so; 0 for none. */
  readonly header: number;
  readonly rows: number;
  /** Files that rows name and that are none of the run's, with how many rows. */
  readonly strangers: ReadonlyMap<string, number>;
}

/** Cost: the sheet is read once. */
export async function originsOf(sheet: Sheet, files: ReadonlySet<string>): Promise<Named> {
  const strangers = new Map<string, number>();
  const origins = new Map<number, { file: string; sheet: string; row: number }>();
  let column = -1;
  let header = 0;
  let rows = 0;
  for await (const batch of sheet.rows())
    for (const row of batch) {
      rows++;
      const at = originColumn(row);
      if (at >= 0) [column, header] = [at, row.number];
      const cell = column < 0 ? null : row.cells[column];
      // A CSV guards what a spreadsheet would take for a formula.
      const place = typeof cell === 'string' ? parseRowName(cell.trim().replace(/^'/, '')) : null;
      if (place === null) continue;
      if (files.has(place.file)) origins.set(row.number, place);
      else strangers.set(place.file, (strangers.get(place.file) ?? 0) + 1);
    }
  return { origins, header, rows, strangers };
}

const { zh, en } = exceptionHeaders.origin;
const isOrigin = (text: string): boolean => text === zh || text === en;
const originColumn = (row: Row): number =>
  row.cells.findIndex((cell) => typeof cell === 'string' && isOrigin(cell.trim()));

/** A table of exceptions that was given as a form of its own: its rows would stand beside those that they mend. */
export async function tellGivenFixes(
  sheet: Sheet,
  { headerTo, columns }: Mapping,
  files: ReadonlySet<string>,
  findings: Findings,
): Promise<void> {
  // Under a header of two lines a CSV, which has no merged cells, puts a neighbour's words over it.
  const column = columns.find(({ header }) => isOrigin((header.split(' / ').at(-1) ?? '').trim()))?.index;
  if (column === undefined) return;
  const { origins } = await originsOf(sheet, new Set([...files].filter((file) => file !== sheet.file)));
  const at = { file: sheet.file, sheet: sheet.name, row: headerTo, column };
  const [place] = origins.values();
  const args = { file: sheet.file, of: place?.file ?? '' };
  findings.add('header.fixes-as-input', at, args, { severity: place === undefined ? 'warning' : 'error' });
}

/** The saved tables of the sheet that was sent back, where their headers stand in the one that came. */
function savedFor(
  given: readonly GivenTable[],
  place: { readonly file: string; readonly sheet: string } | undefined,
  { file, name }: Sheet,
  header: number,
): readonly GivenTable[] {
  const own = given.filter((one) => one.file === file && one.sheet === name);
  if (own.length > 0 || place === undefined) return own;
  const tables = givenFor(given, place.file, place.sheet);
  // Exceptions are one sheet a table: of several it is not known which.
  if (tables.length !== 1) return [];
  const [{ headerFrom, headerTo, columns }] = tables as [GivenTable];
  return [{ file, sheet: name, headerFrom: header - headerTo + headerFrom, headerTo: header, columns }];
}
