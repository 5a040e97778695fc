import { Findings, inputError, usageError } from '../../finding/index.js';
import { doubtValues, takeIn } from '../../intake/index.js';
import {
  describeSheet,
  type FieldIndex,
  findTables,
  type GivenTable,
  indexList,
  settleGiven,
} from '../../match/index.js';
import type { Firms } from '../../model/firms.js';
import type { Mapping } from '../../model/mapping.js';
import type { Plan } from '../../model/plan.js';
import type { Sheet, Source } from '../../model/table.js';
import { tellHidden } from '../../table/index.js';
import { templateAids } from '../template/template-aids.js';
import { headersOf } from './headers-of.js';
import type { NoTable } from './hold-files.js';
import { holdMapping } from './hold-mapping.js';
import { type Beside, type BesideFile, readBeside } from './read-beside.js';
import { readFixes, tellGivenFixes } from './read-fixes.js';
import { readList } from './read-list.js';

export interface FirmsRead {
  readonly firms: Firms;
  readonly mappings: readonly Mapping[];
  /** Sheets that hold no table of firms, as far as their headers were understood. */
  readonly others: readonly Mapping[];
  /** Files in which no table at all was recognised, where another file has one: `holdFiles` decides. */
  readonly noTables: readonly NoTable[];
  /** Rows that the sheets gave, counted apart from the ledger that must agree with them. */
  readonly rowsSeen: number;
  /** Banks' answers and other tables beside the firms', held to them. */
  readonly beside: Beside;
}

export interface ReadHow {
  /** Sheets by name; undefined or empty: every visible one. */
  readonly sheets: readonly string[] | undefined;
  /** Tables of a saved mapping. */
  readonly given: readonly GivenTable[];
  /** Name of the file that they were read from. */
  readonly mapping?: string | undefined;
  /** The run's period as rows may state it; 0 where it is not known. */
  readonly period: number;
  /** Names of files that hold last year's figures. */
  readonly prior: ReadonlySet<string>;
  /** Lists of other bureaus: file name → the field of whoever stands on it. */
  readonly lists: ReadonlyMap<string, string>;
  /** Names of files whose rows take the place of rows of the others. */
  readonly fixes?: ReadonlySet<string>;
  /** Tables beside the firms': file name → what it is. */
  readonly beside?: ReadonlyMap<string, BesideFile>;
}

/** Reads every sheet that holds a table of firms. Rows stream through match into intake; nothing else is kept. */
export async function readFirms(
  sources: readonly Source[],
  index: FieldIndex,
  how: ReadHow,
  findings: Findings,
): Promise<FirmsRead> {
  const { plan } = index;
  const intake = takeIn(plan, findings, how.period);
  const mappings: Mapping[] = [];
  const others: Mapping[] = [];
  const counter = { rows: 0 };
  const besides = how.beside ?? new Map<string, BesideFile>();
  const fixes = how.fixes ?? new Set<string>();
  const forms = sources.filter(({ file }) => !how.lists.has(file) && !besides.has(file) && !fixes.has(file));
  const files = new Set(sources.map(({ file }) => file));
  const mended = await readFixes(
    intake,
    sources.filter(({ file }) => fixes.has(file)),
    (source) => chooseSheets([source], undefined, findings),
    (sheet) => counted(sheet, counter),
    { ...how, index, files },
    findings,
  );
  const chosen = chooseSheets(forms, how.sheets, findings);
  const none = counter.rows;
  const tabled = new Set<string>();
  const guesses = new Map<string, Mapping>();
  const tableless: { readonly sheet: Sheet; readonly other: Mapping | null }[] = [];
  const settled = await settleGiven(
    how.given,
    chosen,
    forms.flatMap((source) => source.sheets),
    index,
  );
  holdMapping(settled, how.mapping ?? '', chosen, findings);
  for (const sheet of chosen) {
    const saved = settled.of(sheet);
    const prior = how.prior.has(sheet.file);
    const before = counter.rows;
    let tables = 0;
    tellHidden(sheet, findings);
    // Under 2024年营业收入 a file of last year holds its own year's figures.
    const known = prior && index.year !== null ? { ...index, year: index.year - 1 } : index;
    for await (const piece of findTables(counted(sheet, counter), known, findings, saved)) {
      if (piece.kind === 'table') {
        mappings.push(piece.mapping);
        tables++;
        tabled.add(sheet.file);
        await tellGivenFixes(sheet, piece.mapping, files, findings);
      }
      intake.take(piece.kind === 'table' ? { ...piece, prior } : piece);
    }
    if (how.given.length > 0 && saved.length === 0 && tables > 0)
      findings.add('header.mapping-unused', { file: sheet.file, sheet: sheet.name }, { sheet: sheet.name });
    if (tables > 0 || counter.rows === before) continue;
    const other = await describeSheet(sheet, index, new Findings());
    if (other !== null) others.push(other);
    if (other !== null && !guesses.has(sheet.file)) guesses.set(sheet.file, other);
    tableless.push({ sheet, other });
  }
  for (const { sheet, other } of tableless) {
    const lost = tabled.has(sheet.file) && namesFirms(other, plan);
    const id = lost ? 'sheet.no-codes' : 'sheet.not-a-table';
    findings.add(id, { file: sheet.file, sheet: sheet.name }, headersOf(other));
  }
  // Where no file has a table, the sheets say it themselves.
  const noTables =
    tabled.size === 0
      ? []
      : forms
          .filter(({ file }) => !tabled.has(file))
          .map(({ file }) => noTable(file, how.prior.has(file) ? '--prior' : '', guesses.get(file) ?? null));
  mappings.push(...mended);
  // The sheets that do hold something are hidden, and nobody asked for them.
  const [blank] = chosen;
  if (counter.rows === none && blank !== undefined)
    findings.add('file.no-rows', { file: blank.file }, { sheets: chosen.map((sheet) => sheet.name) });
  const listIndex = indexList(plan);
  for (const source of sources.filter((one) => how.lists.has(one.file))) {
    const field = plan.fields.get(how.lists.get(source.file)!)!;
    const sheets = chooseSheets([source], undefined, findings);
    const count = (sheet: Sheet) => counted(sheet, counter);
    const { held, guess } = await readList(sheets, count, intake, field, listIndex, findings);
    // A list that cannot be read says nothing of anybody: no firm may count as not listed.
    if (held === null) noTables.push(noTable(source.file, '--veto', guess));
    else held.end(source.file);
  }
  const settle = await readBeside(intake, sources, besides, plan, findings, (source) =>
    chooseSheets([source], undefined, findings).map((sheet) => counted(sheet, counter)),
  );
  const firms = intake.finish();
  doubtValues(firms, plan, findings);
  return { firms, mappings, others, noTables, rowsSeen: counter.rows, beside: settle(firms) };
}

/** The same sheet, its rows counted as they leave: what the ledger must agree with. */
const counted = (sheet: Sheet, counter: { rows: number }): Sheet => ({
  ...sheet,
  async *rows(...demand: Parameters<Sheet['rows']>) {
    for await (const batch of sheet.rows(...demand)) {
      counter.rows += batch.length;
      yield batch;
    }
  },
});

/** Visible sheets, or the ones named; hidden ones that nobody asked for are told and left. */
function chooseSheets(
  sources: readonly Source[],
  wanted: readonly string[] | undefined,
  findings: Findings,
): readonly Sheet[] {
  const sheets = sources.flatMap((source) => source.sheets);
  if (wanted === undefined || wanted.length === 0) {
    const aids = new Set(sources.flatMap(templateAids));
    for (const sheet of sheets) {
      if (sheet.visibility !== 'visible' && !aids.has(sheet))
        findings.add('sheet.hidden', { file: sheet.file, sheet: sheet.name }, { sheet: sheet.name });
    }
    const visible = sheets.filter((sheet) => sheet.visibility === 'visible' && !aids.has(sheet));
    if (visible.length === 0 && sheets.length > 0) throw onlyHidden(sheets);
    return visible;
  }
  const names = [...new Set(sheets.map((sheet) => sheet.name))];
  const unknown = new Findings();
  for (const name of wanted) {
    if (!names.includes(name))
      unknown.add('usage.unknown-sheet', { file: '--sheet' }, { sheet: name, sheets: names });
  }
  if (unknown.hasErrors) throw usageError(unknown.all);
  return sheets.filter((sheet) => wanted.includes(sheet.name));
}

function onlyHidden(sheets: readonly Sheet[]) {
  const findings = new Findings();
  findings.add('file.only-hidden', { file: sheets[0]!.file }, { sheets: sheets.map((sheet) => sheet.name) });
  return inputError(findings.all);
}

/** A header with firms' names and a field that the plan reads: firms stand there, and none can be read without its code. */
const namesFirms = (mapping: Mapping | null, plan: Plan): boolean => {
  const fields = new Set(mapping?.columns.flatMap((column) => column.field ?? []));
  return plan.nameField !== null && fields.has(plan.nameField) && plan.reads.some((id) => fields.has(id));
};

const noTable = (file: string, option: NoTable['option'], guess: Mapping | null): NoTable => ({
  file,
  option,
  sheet: guess?.sheet ?? '',
  ...headersOf(guess),
});

/** No firm anywhere: exit 3, with the headers that were seen. An empty list must not take the place of a full one. */
export function requireFirms({ mappings, firms }: FirmsRead, findings: Findings): void {
  if (mappings.length > 0 && firms.count > 0) return;
  const fatal = new Set(mappings.length === 0 ? ['sheet.not-a-table'] : ['sheet.no-firms']);
  const shown = findings.all.map((one) => (fatal.has(one.id) ? { ...one, severity: 'error' as const } : one));
  const errors = shown.filter((one) => one.severity === 'error');
  // What was passed over may be what was meant.
  const hidden = shown.filter((one) => one.id === 'sheet.hidden');
  if (errors.length > 0) throw inputError([...errors, ...hidden]);
  // Rows there were, all of them withdrawn, examples or of another period.
  const [{ file, sheet, headerTo }] = mappings as readonly [Mapping, ...Mapping[]];
  const none = new Findings();
  none.add('sheet.no-firms', { file, sheet }, { row: headerTo }, { severity: 'error' });
  throw inputError(none.all);
}
