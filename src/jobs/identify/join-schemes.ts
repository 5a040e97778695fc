import { sortFindings } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import type { Fate } from '../../model/firms.js';
import type { Identified, SharedFinding, Told } from '../../model/identified.js';
import type { SkipReason } from '../../model/mapping.js';
import type { RowPosition } from '../../model/position.js';
import type { RowLedger } from '../../model/run.js';
import type { SchemeFirm, SchemeJudged } from './judge-scheme.js';

export type Joined = Pick<Identified, 'strays' | 'findings' | 'rowLedger'> & {
  readonly firms: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly told: readonly Told[];
  }[];
};

const absent: Told = { standing: 'absent', total: null, stage: null, said: '', lacksColumns: false };

/**
 * What many schemes read of one input, laid side by side: firms by id, each row under one fate, each finding once. A
 * row that some scheme gives to a firm is that firm's, even where another scheme's id rule turned it away. Throws where
 * the schemes did not see the same rows of the `forms`
 * (a list of another bureau is read only by schemes that ask for it): a bug. Cost: rows × schemes.
 */
export function joinSchemes(
  schemes: readonly SchemeJudged[],
  { files, forms }: { readonly files: readonly string[]; readonly forms: ReadonlySet<string> },
  opening: readonly Finding[],
): Joined {
  const ownerOf = owners(schemes);
  const firms = new Map<string, { name: string | null; told: Told[] }>();
  const strays = new Map<string, { at: RowPosition; name: string | null; findings: Finding[] }>();
  for (const [index, scheme] of schemes.entries())
    for (const firm of scheme.firms) {
      const id =
        firm.id ?? firm.rows.map(({ at }) => ownerOf.get(keyOf(at))).find((one) => one !== undefined);
      if (id === undefined) addStray(strays, firm, scheme.findings);
      else {
        const row = firms.get(id) ?? { name: null, told: schemes.map(() => absent) };
        row.name ??= firm.name;
        // A firm's own verdict counts before that of a row which this scheme could not give to it.
        if (firm.id !== null || row.told[index] === absent) row.told[index] = firm.told;
        firms.set(id, row);
      }
    }
  return {
    firms: [...firms]
      .map(([id, { name, told }]) => ({ id, name, told }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    strays: [...strays.values()].sort((a, b) => comparePlaces(a.at, b.at, files)),
    findings: shareFindings(schemes, files, opening),
    rowLedger: ledgerOf(schemes, ownerOf, forms),
  };
}

const keyOf = (at: RowPosition): string => `${at.file}\u0000${at.sheet}\u0000${at.row}`;

/** Row → the id of its firm, by the first scheme that knows it. */
function owners(schemes: readonly SchemeJudged[]): ReadonlyMap<string, string> {
  const owner = new Map<string, string>();
  for (const { firms } of schemes)
    for (const { id, rows } of firms)
      if (id !== null)
        for (const { at } of rows) {
          const key = keyOf(at);
          if (!owner.has(key)) owner.set(key, id);
        }
  return owner;
}

function addStray(
  strays: Map<string, { at: RowPosition; name: string | null; findings: Finding[] }>,
  firm: SchemeFirm,
  findings: readonly Finding[],
): void {
  const at = firm.rows[0]!.at;
  const stray = strays.get(keyOf(at)) ?? { at, name: firm.name, findings: [] };
  const seen = new Set(stray.findings.map(textOf));
  for (const index of firm.findings) {
    const one = findings[index]!;
    if (one.severity === 'error' && !seen.has(textOf(one))) stray.findings.push(one);
  }
  strays.set(keyOf(at), stray);
}

const textOf = ({ id, severity, at, args, notes }: Finding): string =>
  JSON.stringify([id, severity, at, args, notes]);

function comparePlaces(a: RowPosition, b: RowPosition, files: readonly string[]): number {
  return (
    files.indexOf(a.file) - files.indexOf(b.file) ||
    (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) ||
    a.row - b.row
  );
}

/** The strictest fate first: a row is skipped only where every scheme skips it. */
const fates: readonly Fate[] = ['used', 'superseded', 'rejected', 'skipped'];

function ledgerOf(
  schemes: readonly SchemeJudged[],
  ownerOf: ReadonlyMap<string, string>,
  forms: ReadonlySet<string>,
): RowLedger {
  const rows = new Map<string, { fate: Fate; reason: SkipReason | null }>();
  const formRows = new Set<string>();
  const note = (at: RowPosition, fate: Fate, reason: SkipReason | null): number => {
    const key = keyOf(at);
    if (forms.has(at.file)) formRows.add(key);
    const known = rows.get(key);
    if (known === undefined || fates.indexOf(fate) < fates.indexOf(known.fate))
      rows.set(key, { fate, reason });
    return forms.has(at.file) ? 1 : 0;
  };
  const seen = schemes.map(({ firms, skipped }) => {
    let count = 0;
    for (const firm of firms)
      for (const { at, superseded } of firm.rows)
        count += note(at, superseded ? 'superseded' : ownerOf.has(keyOf(at)) ? 'used' : 'rejected', null);
    for (const { at, reason } of skipped) count += note(at, 'skipped', reason);
    return count;
  });
  const byFate: Record<Fate, number> = { used: 0, superseded: 0, rejected: 0, skipped: 0 };
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { fate, reason } of rows.values()) {
    byFate[fate]++;
    if (reason !== null) skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  if (seen.some((count) => count !== formRows.size))
    throw new Error(`the schemes saw different rows: ${seen.join(', ')} of ${formRows.size}`);
  return { total: rows.size, byFate, skipped };
}

/** Each finding once, with the schemes that made it; what opening the files told belongs to all. */
function shareFindings(
  schemes: readonly SchemeJudged[],
  files: readonly string[],
  opening: readonly Finding[],
): readonly SharedFinding[] {
  const shared = new Map<
    string,
    { finding: Finding; schemes: number[]; id: string | null; name: string | null }
  >();
  for (const finding of opening)
    shared.set(textOf(finding), { finding, schemes: schemes.map((_, index) => index), id: null, name: null });
  schemes.forEach(({ findings, firms }, index) => {
    for (const finding of findings) {
      const key = textOf(finding);
      const firm = finding.firm === null ? undefined : firms[finding.firm];
      const known = shared.get(key);
      if (known === undefined)
        shared.set(key, { finding, schemes: [index], id: firm?.id ?? null, name: firm?.name ?? null });
      else if (!known.schemes.includes(index)) known.schemes.push(index);
    }
  });
  const byFinding = new Map([...shared.values()].map((one) => [one.finding, one]));
  return sortFindings([...byFinding.keys()], files).map((finding) => byFinding.get(finding)!);
}
