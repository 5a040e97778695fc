import type { Finding, Note } from '../../../model/finding.js';
import type { Firms } from '../../../model/firms.js';
import type { Roster } from '../../../model/roster.js';
import type { Run } from '../../../model/run.js';
import type { Split } from '../../../model/split.js';
import type { Text } from '../../../model/text.js';
import { compareText } from '../../../model/text-order.js';
import { type RunPart, returnedTables } from '../../../report/index.js';
import { type Own, partRun } from './part-run.js';
import type { RowIndex } from './row-index.js';

const blank: Text = { zh: '未填', en: 'blank' };

/**
 * The parts of a run by the values of a column, in their order, the blanks last. What speaks of no firm stands with the
 * blanks. Where a roster tells of the same column, who has not filed stands in the part it belongs to, even where nobody
 * of it has filed. Cost: a look at each firm, row and finding.
 */
export function partsOf(whole: Run, split: Split): readonly RunPart[] {
  const run = { ...whole, findings: apart(whole, split) };
  const returned = returnedTables(run);
  const { by, codes } = split;
  const roster = split.districts === true ? (run.roster ?? null) : null;
  const words = wordsOf(split, roster);
  const codeOf = new Map(words.map((word, code) => [word, code]));
  const place = split.words.map((word) => codeOf.get(word)!);
  const code = (firm: number): number => place[codes[firm]!]!;
  const firms = group(numbers(run.firms.count), code);
  const rows = group(
    numbers(run.firms.rows.count).filter((row) => run.firms.rows.firm[row]! >= 0),
    (row) => code(run.firms.rows.firm[row]!),
  );
  const last = codeOf.get(null) ?? words.length;
  const findings = group(run.findings, ({ firm }) => (firm === null ? last : code(firm)));
  const tables = returned.map((table) => ({ table, rows: group(table.rows, ({ firm }) => code(firm)) }));
  const index: RowIndex = { firms: places(firms, run.firms.count), rows: places(rows, run.firms.rows.count) };
  const parts: RunPart[] = [];
  for (let one = 0; one <= last; one++) {
    const word = words[one] ?? null;
    const unfiled = roster === null ? null : rosterOf(roster, word, (firm) => code(firm) === one, index);
    if (!firms.has(one) && !findings.has(one) && !unfiled?.expected) continue;
    const own: Own = {
      part: { by, word: { zh: word ?? blank.zh, en: word ?? blank.en } },
      firms: firms.get(one) ?? [],
      rows: rows.get(one) ?? [],
      findings: findings.get(one) ?? [],
      roster: unfiled,
    };
    parts.push({
      word,
      part: own.part,
      run: () => partRun(run, own, index),
      returned: tables.flatMap(({ table, rows }) => {
        const mine = rows.get(one);
        return mine === undefined
          ? []
          : [{ ...table, rows: mine.map((row) => ({ ...row, firm: index.firms[row.firm]! })) }];
      }),
      firms: own.firms.length,
    });
  }
  return parts;
}

/** Those of the firms and of the roster, each once. */
function wordsOf({ words }: Split, roster: Roster | null): readonly (string | null)[] {
  const more = (roster?.districts ?? []).map(({ district }) => plain(district));
  const said = [...new Set([...words, ...more])].filter((word) => word !== null).sort(compareText);
  return [...words, ...more].includes(null) ? [...said, null] : said;
}

const plain = (word: string | null): string | null => word?.normalize('NFC') ?? null;

function rosterOf(
  roster: Roster,
  word: string | null,
  isOwn: (firm: number) => boolean,
  index: RowIndex,
): Roster {
  const districts = roster.districts.filter(({ district }) => plain(district) === word);
  const sum = (of: 'expected' | 'filed') => districts.reduce((all, one) => all + one[of], 0);
  return {
    expected: sum('expected'),
    filed: sum('filed'),
    unfiled: roster.unfiled.filter(({ district }) => plain(district) === word),
    districts,
    unexpected: roster.unexpected.filter(isOwn).map((firm) => index.firms[firm]!),
  };
}

/** The findings, none of which names a second place that belongs to a firm of another part: one name under two codes. */
function apart({ findings, firms }: Run, { codes }: Split): readonly Finding[] {
  const noted = findings.flatMap(({ firm, notes }) => (firm === null ? [] : notes));
  if (noted.length === 0) return findings;
  const owner = ownersOf(firms, noted);
  return findings.map((one) => {
    const { firm, notes } = one;
    if (firm === null || notes.length === 0) return one;
    const own = notes.filter((note) => {
      const other = owner.get(keyOf(note.at));
      return other === undefined || codes[other] === codes[firm];
    });
    return own.length === notes.length ? one : { ...one, notes: own };
  });
}

const keyOf = (at: Note['at']): string =>
  JSON.stringify([at.file, 'sheet' in at ? at.sheet : '', 'row' in at ? at.row : 0]);

/** Whose rows the notes point at. */
function ownersOf({ tables, rows }: Firms, notes: readonly Note[]): ReadonlyMap<string, number> {
  const wanted = new Set(notes.flatMap(({ at }) => ('row' in at ? [at.row] : [])));
  const owners = new Map<string, number>();
  for (let row = 0; row < rows.count; row++) {
    if (rows.firm[row]! < 0 || !wanted.has(rows.number[row]!)) continue;
    const { file, sheet } = tables[rows.table[row]!]!;
    owners.set(keyOf({ file, sheet, row: rows.number[row]! }), rows.firm[row]!);
  }
  return owners;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function group<T>(all: readonly T[], codeOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const code = codeOf(one);
    const list = groups.get(code);
    if (list === undefined) groups.set(code, [one]);
    else list.push(one);
  }
  return groups;
}

/** By member of any group: its place within it; -1 for one of none. */
function places(groups: ReadonlyMap<number, readonly number[]>, count: number): Int32Array {
  const place = new Int32Array(count).fill(-1);
  for (const members of groups.values())
    members.forEach((member, index) => {
      place[member] = index;
    });
  return place;
}
