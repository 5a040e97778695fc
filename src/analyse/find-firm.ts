import { Findings, usageError } from '../finding/index.js';
import type { Plan } from '../model/plan.js';
import type { SavedRun } from './open-run.js';
import { fieldsOf, recordAt } from './records.js';

/** How many firms are named where a part of a name fits several. */
const NAMED = 10;

/**
 * The firm that a person means by its code, its whole name, or a part of a name that no other has: its place in
 * data/firms.csv. Throws a usage error (exit 2) that names all it could be, or that there is none. Cost: a search of the
 * file's bytes; only where they do not hold the words as they were typed is every name read.
 */
export function findFirm(run: SavedRun, query: string): number {
  const wanted = plainText(query);
  const inBytes = wanted === '' ? [] : recordsWith(run, query.trim());
  const found = meant(run, inBytes, wanted);
  const all = found.length > 0 ? found : meant(run, everyRecord(run), wanted);
  const [only] = all;
  if (wanted !== '' && all.length === 1 && only !== undefined) return only.firm;
  const findings = new Findings();
  if (wanted === '' || only === undefined) {
    findings.add('usage.firm-unknown', { file: run.folder }, { query, near: [] });
  } else {
    const firms = all.slice(0, NAMED).map(({ id, name }) => `${id ?? '-'} ${name ?? ''}`.trim());
    findings.add(
      'usage.firm-ambiguous',
      { file: run.folder },
      { query, firms, more: all.length - firms.length },
    );
  }
  throw usageError(findings.all);
}

interface Found {
  readonly firm: number;
  readonly id: string | null;
  readonly name: string | null;
}

/** By code if one has it; else by whole name; else by a part of it. */
function meant(run: SavedRun, records: Iterable<number>, wanted: string): readonly Found[] {
  const [idAt, nameAt] = placesOf(run.header, run.plan);
  const parts: Found[] = [];
  const wholes: Found[] = [];
  for (const record of records) {
    const fields = fieldsOf(run.records, record);
    const found = { firm: record - 1, id: fields[idAt] || null, name: fields[nameAt] || null };
    if (found.id !== null && plainText(found.id) === wanted) return [found];
    const name = plainText(found.name ?? '');
    if (name === wanted) wholes.push(found);
    else if (name.includes(wanted)) parts.push(found);
  }
  return wholes.length > 0 ? wholes : parts;
}

const placesOf = (header: readonly string[], plan: Plan): readonly [number, number] => [
  header.indexOf(plan.idField),
  plan.nameField === null ? -1 : header.indexOf(plan.nameField),
];

/** Width, case and blanks make no other firm. */
const plainText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** Records whose bytes hold the words as they were typed; the header is none. */
function recordsWith({ records }: SavedRun, words: string): number[] {
  const needle = Buffer.from(words.replaceAll('"', '""'));
  const found: number[] = [];
  for (let at = records.bytes.indexOf(needle); at >= 0; ) {
    const record = recordAt(records, at);
    if (record > 0) found.push(record);
    at = records.bytes.indexOf(needle, records.starts[record + 1]!);
  }
  return found;
}

function* everyRecord({ records }: SavedRun): Generator<number> {
  for (let record = 1; record < records.count; record++) yield record;
}
