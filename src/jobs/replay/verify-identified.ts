import { join } from 'node:path';
import { changes } from '../../model/identified.js';
import { standings } from '../../model/judged.js';
import { type SavedIdentification, standingsFile } from '../../report/index.js';
import { checkRows, type LedgerCheck, recordsOf, sum } from './verify-ledgers.js';

/** What the manifest of an identification says of itself: rows, and the firms of each scheme, add up. */
export const checkIdentifiedSums = ({ rows, firms, schemes }: SavedIdentification): LedgerCheck[] => [
  ...checkRows(rows),
  ...schemes.map((scheme) => ({
    check: `${scheme.id}: Σ standings`,
    told: firms,
    counted: sum(Object.fromEntries(standings.map((one) => [one, scheme.firms[one]]))),
  })),
];

/** Files whose contents are counted against the manifest. */
export const countedIdentified = {
  [standingsFile]: countStandings,
  'changes.csv': countChanges,
  'exceptions.csv': async (folder, { exceptions }) => [
    { check: 'exceptions.csv', told: exceptions, counted: await countLines(join(folder, 'exceptions.csv')) },
  ],
  'findings.csv': async (folder, { findings }) => [
    { check: 'findings.csv', told: sum(findings), counted: await countLines(join(folder, 'findings.csv')) },
  ],
} as const satisfies Record<string, CountFile>;

type CountFile = (folder: string, manifest: SavedIdentification) => Promise<LedgerCheck[]>;

/** Every firm once, and how many have which standing in each scheme. */
async function countStandings(
  folder: string,
  { firms, schemes }: SavedIdentification,
): Promise<LedgerCheck[]> {
  const found = schemes.map(() => new Map<string, number>());
  let columns: number[] = [];
  let count = -1;
  for await (const record of recordsOf(join(folder, ...standingsFile.split('/')))) {
    if (++count === 0) columns = schemes.map(({ id }) => record.indexOf(`scheme_${id}`));
    else
      columns.forEach((column, at) => {
        const standing = record[column] ?? '';
        found[at]!.set(standing, (found[at]!.get(standing) ?? 0) + 1);
      });
  }
  return [
    { check: `${standingsFile}: firms`, told: firms, counted: Math.max(0, count) },
    ...schemes.flatMap((scheme, at) =>
      standings.map((one) => ({
        check: `${standingsFile}: ${scheme.id} ${one}`,
        told: scheme.firms[one],
        counted: found[at]!.get(one) ?? 0,
      })),
    ),
  ];
}

/** A line a change; those that stayed have none. */
async function countChanges(folder: string, { schemes }: SavedIdentification): Promise<LedgerCheck[]> {
  const told = schemes.map((scheme) =>
    changes.reduce((all, one) => all + (one === 'kept' ? 0 : (scheme.changes?.[one] ?? 0)), 0),
  );
  const counted = await countLines(join(folder, 'changes.csv'));
  return [{ check: 'changes.csv', told: told.reduce((all, one) => all + one, 0), counted }];
}

async function countLines(path: string): Promise<number> {
  let count = -1;
  for await (const _ of recordsOf(path)) count++;
  return Math.max(0, count);
}
