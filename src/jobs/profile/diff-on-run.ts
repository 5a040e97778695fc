import { openRun, reassess, type SavedRun } from '../../analyse/index.js';
import { round10, roundHalfUp } from '../../expr/index.js';
import type { Decisions, Disposition } from '../../model/decisions.js';
import type { Firms } from '../../model/firms.js';
import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';

/** How a firm comes out under one of the profiles. */
export interface Outcome {
  /** null: no total. */
  readonly total: number | null;
  readonly grade: string | null;
  readonly disposition: Disposition;
  /** Ids of lists, sorted. */
  readonly lists: readonly string[];
}

export interface FirmMove {
  readonly id: string | null;
  readonly name: string | null;
  readonly a: Outcome;
  readonly b: Outcome;
  readonly change: number;
}

/** What the two profiles make of a saved run's firms. */
export interface RunEffect {
  readonly run: string;
  readonly period: string;
  readonly firms: number;
  /** Names of fields that a profile reads and the run does not have: blank for every firm. */
  readonly lacking: { readonly a: readonly string[]; readonly b: readonly string[] };
  /** How many firms come out otherwise. */
  readonly moved: {
    readonly disposition: number;
    readonly lists: number;
    readonly grade: number;
    readonly total: number;
  };
  /** Of each list, by its id: who comes on and who goes off it. */
  readonly lists: readonly { readonly list: string; readonly on: number; readonly off: number }[];
  /** Of the firms that have a total under both; null where there is none. */
  readonly mean: { readonly firms: number; readonly a: number; readonly b: number } | null;
  /** The ten whose total moves most. */
  readonly moves: readonly FirmMove[];
}

const mostMoves = 10;

/**
 * Scores a run's firms by both profiles, from its `data/`; what people adjusted by hand is left aside, for only rules are
 * compared. Throws exit 3 where it is no run or a damaged one. Cost: two scoring passes.
 */
export function effectOnRun(folder: string, a: Plan, b: Plan, lang: Lang): RunEffect {
  const run = openRun(folder);
  const { ids, names, count } = run.firms();
  const [before, after] = [outcomesOf(run, a), outcomesOf(run, b)];
  const pairs = before.map((one, firm) => ({ firm, a: one, b: after[firm]! }));
  const moves = pairs.flatMap(({ firm, a, b }): FirmMove[] =>
    a.total === null || b.total === null || a.total === b.total
      ? []
      : [{ id: ids[firm]!, name: names[firm]!, a, b, change: round10(b.total - a.total) }],
  );
  const differing = (of: (outcome: Outcome) => unknown) =>
    pairs.filter((pair) => JSON.stringify(of(pair.a)) !== JSON.stringify(of(pair.b))).length;
  return {
    run: folder,
    period: run.manifest.period,
    firms: count,
    lacking: { a: lackingIn(run, a).map(nameIn(a, lang)), b: lackingIn(run, b).map(nameIn(b, lang)) },
    moved: {
      disposition: differing((one) => one.disposition),
      lists: differing((one) => one.lists),
      grade: differing((one) => one.grade),
      total: differing((one) => one.total),
    },
    lists: listMoves(pairs),
    mean: meanOf(pairs, Math.max(a.decimals, b.decimals)),
    moves: moves
      .sort(
        (one, other) =>
          Math.abs(other.change) - Math.abs(one.change) || ((one.id ?? '') < (other.id ?? '') ? -1 : 1),
      )
      .slice(0, mostMoves),
  };
}

interface Pair {
  readonly a: Outcome;
  readonly b: Outcome;
}

const nameIn = (plan: Plan, lang: Lang) => (id: string) => plan.fields.get(id)!.name[lang];

/** Fields that the plan reads and of which the run has no column, or one of another kind. */
const lackingIn = ({ plan: saved, header }: SavedRun, plan: Plan): string[] =>
  plan.reads.filter((id) => {
    const [is, was] = [plan.fields.get(id)!, saved.fields.get(id)];
    return !header.includes(id) || was?.type !== is.type || was.unit !== is.unit;
  });

/** What `assess` would say, every firm being there: cohorts and ranks are among them. */
function outcomesOf(run: SavedRun, plan: Plan): readonly Outcome[] {
  const lacking = new Set(lackingIn(run, plan));
  const saved = run.firms(undefined, plan);
  const known = <Column>(columns: ReadonlyMap<string, Column>) =>
    new Map([...columns].filter(([id]) => !lacking.has(id)));
  const firms: Firms = { ...saved, numbers: known(saved.numbers), texts: known(saved.texts) };
  const { scores, decisions } = reassess(firms, { plan, asOf: run.asOf, cohorts: null });
  return Array.from(scores.total, (total, firm) => outcomeOf(total, firm, plan, decisions));
}

const outcomeOf = (total: number, firm: number, plan: Plan, decisions: Decisions): Outcome => ({
  total: Number.isNaN(total) ? null : total,
  grade: plan.grades[decisions.grade[firm]!]?.id ?? null,
  disposition: decisions.disposition[firm]!,
  lists: decisions.lists[firm]!.map((list) => plan.lists[list]!.id).sort(),
});

function listMoves(pairs: readonly Pair[]): RunEffect['lists'] {
  const lists = [...new Set(pairs.flatMap(({ a, b }) => [...a.lists, ...b.lists]))].sort();
  return lists.flatMap((list) => {
    const on = pairs.filter(({ a, b }) => !a.lists.includes(list) && b.lists.includes(list)).length;
    const off = pairs.filter(({ a, b }) => a.lists.includes(list) && !b.lists.includes(list)).length;
    return on + off === 0 ? [] : [{ list, on, off }];
  });
}

function meanOf(pairs: readonly Pair[], decimals: number): RunEffect['mean'] {
  const both = pairs.filter(({ a, b }) => a.total !== null && b.total !== null);
  if (both.length === 0) return null;
  const mean = (of: (pair: Pair) => number | null) =>
    roundHalfUp(both.reduce((sum, pair) => sum + of(pair)!, 0) / both.length, decimals);
  return { firms: both.length, a: mean((pair) => pair.a.total), b: mean((pair) => pair.b.total) };
}
