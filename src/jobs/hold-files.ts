import { Findings, inputError } from '../finding/index.js';

/** A file that was given and in which no table was recognised, with what its header seems to be. */
export interface NoTable {
  readonly file: string;
  /** '' for the firms' files, else the option that named it. */
  readonly option: '' | '--prior' | '--veto';
  readonly sheet: string;
  readonly headers: readonly string[];
  /** 1-based; 0 where nothing looks like a header. */
  readonly row: number;
}

/** Says of each file that it holds no table. */
export function tellNoTable(
  files: readonly NoTable[],
  findings: Findings,
  severity: 'error' | 'warning' = 'error',
): void {
  for (const { file, ...args } of files) findings.add('file.no-table', { file }, args, { severity });
}

/**
 * DESIGN rule 14: a file that was given and is no table stops the run (exit 3), all of them told at once with the sheets'
 * own errors; under `--skip-unreadable` it is left out and told. Gives the names of those left out.
 */
export function holdFiles(
  noTables: readonly NoTable[],
  skip: boolean | undefined,
  findings: Findings,
): readonly string[] {
  if (noTables.length === 0) return [];
  tellNoTable(noTables, findings, skip === true ? 'warning' : 'error');
  if (skip === true) return noTables.map(({ file }) => file);
  const told = new Findings();
  told.all.push(...findings.all.filter((one) => one.severity === 'error' && isOfWhole(one.id)));
  throw inputError(told.all);
}

const isOfWhole = (id: string): boolean => /^(?:file|sheet|header)\./.test(id);
