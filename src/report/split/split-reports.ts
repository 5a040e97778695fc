import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../../model/cell.js';
import type { FileHash, Run } from '../../model/run.js';
import type { Part } from '../../model/split.js';
import type { Lang } from '../../model/text.js';
import type { FetchRows, ReturnedTable } from '../exceptions/exceptions.js';
import { outputTrouble } from '../publish/output-trouble.js';
import { type ReportOptions, writeFirmless, writeRunReports } from '../write-reports.js';
import { safeFolderName } from './folder-name.js';

/** Rows of one table that are held for all parts; beyond them each part makes a pass of its own. */
const HELD = 20_000;

/** What is sent out for one value of the column that a run is split by. */
export interface RunPart {
  /** null: the column was blank. */
  readonly word: string | null;
  readonly part: Part;
  /** The part as a run of its own; made when it is needed, since it copies its firms. */
  readonly run: () => Run;
  /** Rows of the run's tables that go back to its firms, none where it has none. */
  readonly returned: readonly ReturnedTable[];
  readonly firms: number;
}

/**
 * `by/<value>/…`: every report once more, for the firms of each value apart; `data/` is of the whole run alone. Points,
 * places, ranks, grades and notices are those of the whole run. Cost: the reports once more, each row in one file; one more
 * pass over inputs that hold rows to send back; one part's copy of its firms at a time.
 */
export async function writeSplit(
  folder: string,
  parts: readonly RunPart[],
  lang: Lang,
  options: ReportOptions,
): Promise<FileHash[]> {
  const files: FileHash[] = [];
  const fetch = heldRows(
    options.fetch,
    parts.flatMap((one) => one.returned),
  );
  const names = namesOf(parts, lang);
  for (const one of parts) {
    const name = names.get(one)!;
    const place = join(folder, ...name.split('/'));
    await makeFolder(place);
    const part = one.run();
    const own: ReportOptions = {
      ...options,
      fetch,
      onSplit: (split) => options.onSplit?.({ ...split, file: `${name}/${split.file}` }),
    };
    // What speaks of no firm is all there is: empty lists would say that no firm made it.
    const written =
      one.firms === 0
        ? await writeFirmless(place, part, own)
        : await writeRunReports(place, part, own, one.returned);
    files.push(...written.map((file) => ({ ...file, file: `${name}/${file.file}` })));
  }
  return files;
}

/** The blanks' name first: a firm that wrote 未填 stands apart from those that wrote nothing. */
function namesOf(parts: readonly RunPart[], lang: Lang): ReadonlyMap<RunPart, string> {
  const taken = new Set<string>();
  const blanksFirst = [...parts].sort((a, b) => Number(b.word === null) - Number(a.word === null));
  return new Map(blanksFirst.map((one) => [one, `by/${safeFolderName(one.part.word[lang], taken)}`]));
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw outputTrouble(error, path);
  }
}

/** Rows to send back are fetched in one pass for all parts, where they are not too many to hold. */
function heldRows(fetch: FetchRows, tables: readonly ReturnedTable[]): FetchRows {
  const wanted = new Map<number, number[]>();
  for (const { table, head, rows } of tables)
    wanted.set(table, [...(wanted.get(table) ?? head), ...rows.map((row) => row.number)]);
  if ([...wanted.values()].reduce((sum, rows) => sum + rows.length, 0) > HELD) return fetch;
  const held = new Map<number, Promise<ReadonlyMap<number, Row>>>();
  return (table) => {
    const rows = held.get(table) ?? fetch(table, wanted.get(table) ?? []);
    held.set(table, rows);
    return rows;
  };
}
