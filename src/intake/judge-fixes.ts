import { rowName } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { RowPosition } from '../model/position.js';
import { rowAt, type Table } from './prepare-table.js';
import { type IdRead, plainId } from './read-id.js';

/** What a row says of whose it is. */
export interface Standing {
  readonly at: RowPosition;
  /** Where it stands, as one word. */
  readonly place: string;
  /** Its usable id; null where it has none. */
  readonly id: string | null;
  /** Folded; '' for none. */
  readonly name: string;
  /** What stands under code and name, folded: they may stand in each other's column. */
  readonly words: ReadonlySet<string>;
}

/** A row of `--fixes`. `origin` is the place that it says it mends; null where it does not say. */
export interface Claim extends Standing {
  readonly origin: string | null;
}

export type Refusal =
  /** No row of this firm stands at the place that it names. */
  | { readonly kind: 'elsewhere' | 'two'; readonly place: string }
  /** Several rows without a usable code bear its name, and it does not say which it mends. */
  | { readonly kind: 'name' }
  /** Its code is another firm's. */
  | { readonly kind: 'taken'; readonly by: RowPosition };

export interface Verdict {
  /** The rows whose place it takes, whatever they say. */
  readonly over: readonly string[];
  /** Names that make a row of its code one of its firm. */
  readonly names: ReadonlySet<string>;
  /** Why it is rejected, as a firm of its own that has no code. */
  readonly refusal: Refusal | null;
}

/**
 * Who may take whose place. A mended row takes the place of
 * 1. the row that its 原表位置 names (and of the one that this row mended), if a code or a name is the same in both, or
 *    that row has neither; where it names none, of the one row under its name that has no usable code;
 * 2. beside it, rows of its code under its name: nobody is known by a code alone, for a code may be mistyped, or another's.
 * And a code that stands in the inputs under other names only is not its own: then it is rejected and the other firm keeps
 * all it has. `claims` and `inputs` may come in any order. Cost: a few maps over them; nothing else of the inputs is held.
 */
export function judgeFixes(
  claims: readonly Claim[],
  inputs: readonly Standing[],
): ReadonlyMap<string, Verdict> {
  const court = opened(claims);
  followPlaces(court, inputs);
  findByName(court, inputs);
  refuseTwoOfOne(court);
  refuseTakenCodes(court, inputs);
  return new Map(
    [...court.heads(), ...court.refusals.keys()].map((one) => [
      one.place,
      {
        over: court.over.get(one)!.map((row) => row.place),
        names: namesOf(court, one),
        refusal: court.refusals.get(one) ?? null,
      },
    ]),
  );
}

/** What is known of the claims so far. */
interface Court {
  readonly claims: readonly Claim[];
  readonly refusals: Map<Claim, Refusal>;
  /** Whose place a claim takes. */
  readonly over: Map<Claim, readonly Standing[]>;
  refuse(one: Claim, refusal: Refusal): void;
  /** Places that are taken. */
  replaced(): ReadonlySet<string>;
  /** Claims that no other takes the place of, and that were not refused. */
  heads(): readonly Claim[];
}

function opened(claims: readonly Claim[]): Court {
  const refusals = new Map<Claim, Refusal>();
  const over = new Map<Claim, readonly Standing[]>();
  const replaced = () => new Set([...over.values()].flat().map((row) => row.place));
  return {
    claims,
    refusals,
    over,
    refuse(one, refusal) {
      refusals.set(one, refusal);
      // With another's code it still is the row that it mends.
      if (refusal.kind !== 'taken') over.set(one, []);
    },
    replaced,
    heads() {
      const gone = replaced();
      return claims.filter((one) => !gone.has(one.place) && !refusals.has(one));
    },
  };
}

const namesOf = ({ over }: Court, one: Claim): ReadonlySet<string> =>
  new Set([one.name, ...over.get(one)!.map((row) => row.name)]);

function followPlaces({ claims, over, refuse }: Court, inputs: readonly Standing[]): void {
  const standing = new Map([...inputs, ...claims].map((row) => [row.place, row]));
  const claimed = new Map(claims.map((one) => [one.place, one]));
  for (const one of claims) {
    const chain = chainOf(one, standing, claimed);
    if (typeof chain === 'string') refuse(one, { kind: 'elsewhere', place: chain });
    else over.set(one, chain);
  }
}

function findByName({ over, refuse, replaced, heads }: Court, inputs: readonly Standing[]): void {
  const placed = replaced();
  const byName = groupBy(inputs, (row) => row.name);
  for (const one of heads().filter(({ origin, name }) => origin === null && name !== '')) {
    const rows = byName.get(one.name) ?? [];
    if (rows.some((row) => row.id !== null && row.id === one.id)) continue;
    const broken = rows.filter((row) => row.id === null && !placed.has(row.place));
    if (broken.length === 1) over.set(one, broken);
    else if (broken.length > 1) refuse(one, { kind: 'name' });
  }
}

/** One row can become one firm only. */
function refuseTwoOfOne({ over, refuse, heads }: Court): void {
  const pairs = heads().flatMap((one) => over.get(one)!.map(({ place }) => ({ one, place })));
  for (const [place, takers] of groupBy(pairs, (pair) => pair.place)) {
    const ids = new Set(takers.map(({ one }) => one.id));
    if (takers.length < 2 || (ids.size === 1 && !ids.has(null))) continue;
    for (const { one } of takers) refuse(one, { kind: 'two', place });
  }
}

function refuseTakenCodes(court: Court, inputs: readonly Standing[]): void {
  const { over, refuse } = court;
  const heads = court.heads();
  // A row that is mended to another code no longer speaks for the one it had.
  const moved = new Set(
    heads.flatMap((one) => over.get(one)!.filter(({ id }) => id !== one.id)).map(({ place }) => place),
  );
  const owners = groupBy(
    inputs.filter((row) => row.name !== '' && !moved.has(row.place)),
    (row) => row.id,
  );
  const mended = groupBy(
    heads.filter((one) => one.name !== '' && over.get(one)!.length > 0),
    (one) => one.id,
  );
  for (const one of heads.filter(({ id }) => id !== null)) {
    const by = otherOwner(namesOf(court, one), owners.get(one.id) ?? [], mended.get(one.id) ?? []);
    if (by !== null) refuse(one, { kind: 'taken', by });
  }
}

/** The row it names, the row that this one mended, and so on; or the place where that breaks off. */
function chainOf(
  one: Claim,
  standing: ReadonlyMap<string, Standing>,
  claimed: ReadonlyMap<string, Claim>,
): Standing[] | string {
  const chain: Standing[] = [];
  const words = new Set(one.words);
  const seen = new Set([one.place]);
  for (let place = one.origin; place !== null; place = claimed.get(place)?.origin ?? null) {
    const row = standing.get(place);
    if (row === undefined || seen.has(place) || !isSame(row, words)) return place;
    seen.add(place);
    for (const word of row.words) words.add(word);
    chain.push(row);
  }
  return chain;
}

/** Without a usable code and a name the position is all there is. */
export const isSame = (row: Standing, words: ReadonlySet<string>): boolean =>
  (row.id === null && row.name === '') || [...row.words].some((word) => words.has(word));

/** The row that shows that a code is another firm's; null where it is not. What inputs say comes before mended rows. */
function otherOwner(
  names: ReadonlySet<string>,
  owners: readonly Standing[],
  mended: readonly Standing[],
): RowPosition | null {
  if (owners.length > 0) return owners.some((row) => names.has(row.name)) ? null : owners[0]!.at;
  return mended.find((row) => !names.has(row.name))?.at ?? null;
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** What a row says of whose it is. */
export function standingOf(from: Table, row: Row, read: IdRead, blanks: ReadonlySet<string>): Standing {
  const at = rowAt(from, row);
  const name = nameIn(from, row, blanks);
  const words = new Set([wordIn(row, from.id, blanks), name].filter((one) => one !== ''));
  return { at, place: rowName(at), id: read.kind === 'id' ? read.id : null, name, words };
}

/** Its name, folded; '' for none. */
export const nameIn = (from: Table, row: Row, blanks: ReadonlySet<string>): string =>
  wordIn(row, from.name, blanks);

function wordIn(row: Row, column: number, blanks: ReadonlySet<string>): string {
  const text = column < 0 ? '' : cellText(row.cells[column]);
  return blanks.has(text) ? '' : plainId(text).replace(/[()]/g, '');
}
