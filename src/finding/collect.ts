import type { Finding, Note, Severity } from '../model/finding.js';
import type {
  CellPosition,
  FilePosition,
  Position,
  ProfilePosition,
  RowPosition,
  SheetPosition,
} from '../model/position.js';
import { compareText } from '../model/text-order.js';
import { type ArgsOf, catalogue, type FindingId } from './catalogue.js';

/** The place named by an id decides how exact its position must be: a `cell.*` finding without a cell does not compile. */
export type PositionOf<Id extends string> = Id extends `cell.${string}`
  ? CellPosition
  : Id extends `row.${string}` | `firm.${string}`
    ? RowPosition
    : Id extends `sheet.${string}` | `header.${string}`
      ? SheetPosition
      : Id extends `profile.${string}`
        ? ProfilePosition
        : FilePosition;

export interface More {
  readonly firm?: number;
  /** Raises the catalogue's severity, or states the one a profile chose. */
  readonly severity?: Severity;
  readonly notes?: readonly Note[];
}

/** Most findings have no second place to speak of: they share that. */
const noNotes: readonly Note[] = [];

/** Findings of a step, in the order they were seen. Nothing is rendered and nothing is capped. */
export class Findings {
  readonly all: Finding[] = [];

  add<Id extends FindingId>(id: Id, at: PositionOf<Id>, args: ArgsOf<Id>, more: More = {}): void {
    this.all.push({
      id,
      severity: more.severity ?? catalogue[id].severity,
      at: at as Position,
      args,
      notes: more.notes ?? noNotes,
      firm: more.firm ?? null,
    });
  }

  /** Gives what was said of a row before its firm was known to that firm. Looks back as far as the row's own batch. */
  attach(at: RowPosition, firm: number, severity?: Severity): void {
    for (let i = this.all.length - 1; i >= 0; i--) {
      const one = this.all[i]!;
      if (one.firm !== null || !('row' in one.at) || one.at.row !== at.row) continue;
      if (one.at.file !== at.file || one.at.sheet !== at.sheet) continue;
      this.all[i] = { ...one, firm, severity: severity ?? one.severity };
      return;
    }
  }

  get hasErrors(): boolean {
    return this.all.some((one) => one.severity === 'error');
  }
}

const key = (at: Position): readonly [string, string, number, number] => [
  at.file,
  'sheet' in at ? at.sheet : '',
  'row' in at ? at.row : 'line' in at ? (at.line ?? 0) : 0,
  'column' in at ? at.column : -1,
];

/** Sorted by file, sheet, row, column, id: the order never depends on timing. File and sheet keep the order given. */
export function sortFindings(findings: readonly Finding[], files: readonly string[] = []): Finding[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const rank = (file: string) => order.get(file) ?? files.length;
  return findings
    .map((one) => ({ one, at: key(one.at) }))
    .sort(
      (a, b) =>
        rank(a.at[0]) - rank(b.at[0]) ||
        compareText(a.at[0], b.at[0]) ||
        compareText(a.at[1], b.at[1]) ||
        a.at[2] - b.at[2] ||
        a.at[3] - b.at[3] ||
        compareText(a.one.id, b.one.id),
    )
    .map(({ one }) => one);
}
