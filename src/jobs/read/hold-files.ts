import { Findings, inputError } from '../../finding/index.js';

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
  const files = new Set(noTables.map(({ file }) => file));
  if (skip === true) {
    // What is wrong with them travels with the run and stops nothing.
    findings.all.forEach((one, i) => {
      if (one.severity === 'error' && files.has(one.at.file))
        findings.all[i] = { ...one, severity: 'warning' };
    });
    return [...files];
  }
  const told = new Findings();
  const saidAlready = (id: string, file: string) => id === 'sheet.no-header' && files.has(file);
  told.all.push(
    ...findings.all.filter(
      ({ id, severity, at }) => severity === 'error' && isOfWhole(id) && !saidAlready(id, at.file),
    ),
  );
  throw inputError(told.all);
}

const isOfWhole = (id: string): boolean => /^(?:file|sheet|header)\./.test(id);
