import { fateOf } from '../../src/decide/index.js';
import { Findings } from '../../src/finding/index.js';
import { readFirms } from '../../src/jobs/read/read-firms.js';
import { indexFields } from '../../src/match/index.js';
import type { Cell } from '../../src/model/cell.js';
import type { Disposition } from '../../src/model/decisions.js';
import { exceptionHeaders } from '../../src/model/exception-form.js';
import type { Plan } from '../../src/model/plan.js';
import type { Sheet, Source } from '../../src/model/table.js';
import type { ReadBack } from './read.js';
import { sheetOf } from './sheet.js';

/** A file in memory. */
export const sourceOf = (file: string, ...sheets: Sheet[]): Source => ({
  file,
  path: file,
  format: 'xlsx',
  encoding: null,
  separator: null,
  bytes: 0,
  sha256: '',
  reader: 'scanner',
  sheets,
});

export const { result, message, origin } = {
  result: exceptionHeaders.result.zh,
  message: exceptionHeaders.message.zh,
  origin: exceptionHeaders.origin.zh,
};

/** A sheet of fixes: the form's header with our columns, rows with where each stood ('' for none). */
export const fixesSheet = (
  file: string,
  header: readonly Cell[],
  ...rows: readonly (readonly [where: string, ...cells: Cell[]])[]
): Sheet =>
  sheetOf(
    [
      [...header, result, message, origin],
      ...rows.map(([where, ...cells]) => [
        ...Array.from({ length: header.length }, (_, i) => cells[i] ?? null),
        '退回改正',
        '',
        where,
      ]),
    ],
    { file },
  );

export interface FixedRead extends ReadBack {
  /** Fates of rows as `old.xlsx!企业!3: superseded`; skipped ones with their reason. */
  readonly fates: readonly string[];
  readonly rowsSeen: number;
}

/** Inputs and files of fixes, read as the assess job does it. */
export async function readFixed(
  inputs: readonly Source[],
  fixes: readonly Source[],
  plan: Plan,
  prior: readonly string[] = [],
): Promise<FixedRead> {
  const findings = new Findings();
  const how = {
    sheets: undefined,
    given: [],
    period: 20250,
    prior: new Set(prior),
    lists: new Map<string, string>(),
    fixes: new Set(fixes.map(({ file }) => file)),
  };
  const { firms, mappings, rowsSeen } = await readFirms(
    [...inputs, ...fixes],
    indexFields(plan, 2025),
    how,
    findings,
  );
  const dispositions = Array.from(
    { length: firms.count },
    (_, firm): Disposition => (firms.rejected[firm] === 1 ? 'rejected' : 'below-line'),
  );
  const fates: string[] = [];
  for (let row = 0; row < firms.rows.count; row++) {
    const { file, sheet } = firms.tables[firms.rows.table[row]!]!;
    if (firms.rows.firm[row]! >= 0)
      fates.push(`${file}!${sheet}!${firms.rows.number[row]}: ${fateOf(firms, dispositions, row)}`);
  }
  for (const { at, reason } of firms.skipped) fates.push(`${at.file}!${at.sheet}!${at.row}: ${reason}`);
  return { firms, mappings, findings, fates: fates.sort(), rowsSeen };
}
