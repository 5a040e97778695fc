import { Findings, inputError } from '../../finding/index.js';
import type { SettledGiven } from '../../match/index.js';
import type { Sheet } from '../../model/table.js';

/** Headers that a message quotes. */
const most = 6;

/**
 * A mapping is used as it was meant or not at all: a saved table that no sheet has stops the run (exit 3), with what was
 * saved and what is there. A sheet that has it under another name is told.
 */
export function holdMapping(
  { renamed, lost }: SettledGiven,
  mapping: string,
  sheets: readonly Sheet[],
  findings: Findings,
): void {
  for (const { sheet, from } of renamed)
    findings.add('header.mapping-renamed', { file: sheet.file, sheet: sheet.name }, { saved: from.sheet });
  if (lost.length === 0) return;
  const told = new Findings();
  for (const { file, sheet, headerFrom, columns } of lost) {
    const headers = columns.filter(({ field }) => field !== null).map(({ header }) => header);
    told.add(
      'file.mapping-unfit',
      { file: mapping },
      {
        file,
        sheet,
        row: headerFrom,
        headers: headers.slice(0, most),
        sheets: sheets.map((one) => (one.name === '' ? one.file : `${one.file}/${one.name}`)),
      },
    );
  }
  throw inputError(told.all);
}
