import { Findings, inputError, usageError } from '../finding/index.js';
import { takeIn } from '../intake/index.js';
import { describeSheet, type FieldIndex, findTables, type GivenTable, givenFor } from '../match/index.js';
import type { Firms } from '../model/firms.js';
import type { Mapping } from '../model/mapping.js';
import type { Sheet, Source } from '../model/table.js';
import { tellHidden } from '../table/index.js';

export interface FirmsRead {
  readonly firms: Firms;
  readonly mappings: readonly Mapping[];
  /** Sheets that hold no table of firms, as far as their headers were understood. */
  readonly others: readonly Mapping[];
  /** Rows that the sheets gave, counted apart from the ledger that must agree with them. */
  readonly rowsSeen: number;
}

export interface ReadHow {
  /** Sheets by name; undefined or empty: every visible one. */
  readonly sheets: readonly string[] | undefined;
  /** Tables of a saved mapping. */
  readonly given: readonly GivenTable[];
}

/** Reads every sheet that holds a table of firms. Rows stream through match into intake; nothing else is kept. */
export async function readFirms(
  sources: readonly Source[],
  index: FieldIndex,
  { sheets, given }: ReadHow,
  findings: Findings,
): Promise<FirmsRead> {
  const intake = takeIn(index.plan, findings);
  const mappings: Mapping[] = [];
  const others: Mapping[] = [];
  let rowsSeen = 0;
  for (const sheet of chooseSheets(sources, sheets, findings)) {
    const saved = givenFor(given, sheet.file, sheet.name);
    let tables = 0;
    tellHidden(sheet, findings);
    const counted: Sheet = {
      ...sheet,
      async *rows() {
        for await (const batch of sheet.rows()) {
          rowsSeen += batch.length;
          yield batch;
        }
      },
    };
    for await (const piece of findTables(counted, index, findings, saved)) {
      if (piece.kind === 'table') {
        mappings.push(piece.mapping);
        tables++;
      }
      intake.take(piece);
    }
    if (tables > 0) continue;
    const other = await describeSheet(sheet, index, new Findings());
    if (other !== null) others.push(other);
    findings.add('sheet.not-a-table', { file: sheet.file, sheet: sheet.name }, headersOf(other));
  }
  return { firms: intake.finish(), mappings, others, rowsSeen };
}

/** Visible sheets, or the ones named; hidden ones that nobody asked for are told and left. */
export function chooseSheets(
  sources: readonly Source[],
  wanted: readonly string[] | undefined,
  findings: Findings,
): readonly Sheet[] {
  const sheets = sources.flatMap((source) => source.sheets);
  if (wanted === undefined || wanted.length === 0) {
    for (const sheet of sheets) {
      if (sheet.visibility !== 'visible')
        findings.add('sheet.hidden', { file: sheet.file, sheet: sheet.name }, { sheet: sheet.name });
    }
    const visible = sheets.filter((sheet) => sheet.visibility === 'visible');
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

function headersOf(mapping: Mapping | null): { headers: readonly string[]; row: number } {
  const headers = mapping?.columns.map((column) => column.header).filter((header) => header !== '') ?? [];
  return { headers: headers.slice(0, 40), row: mapping?.headerFrom ?? 0 };
}

/** No table of firms anywhere: exit 3, with the headers that were seen. */
export function requireTable(mappings: readonly Mapping[], findings: Findings): void {
  if (mappings.length > 0) return;
  const shown = findings.all.map((one) =>
    one.id === 'sheet.not-a-table' ? { ...one, severity: 'error' as const } : one,
  );
  throw inputError(shown.filter((one) => one.severity === 'error'));
}
