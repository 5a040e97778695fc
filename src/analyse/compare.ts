import { round10 } from '../expr/index.js';
import { Findings, usageError } from '../finding/index.js';
import {
  type Compared,
  type ComparedFirm,
  type ComparedRun,
  type ComparedStand,
  type Move,
  type Mover,
  moves,
  type Standing,
} from '../model/compared.js';
import type { Plan } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';
import { checkComparable } from './comparable.js';
import { countMoves } from './count-moves.js';
import { exactSum } from './exact-sum.js';
import type { SavedRun } from './open-run.js';
import { type Reassessed, reassess, reassessRun } from './reassess.js';

/** How many indicators are told of a firm. */
const MOVERS = 3;

/**
 * The one table of moves: how a firm stood before, how it stands now. Whoever files no more is that first; on the list or
 * off it comes before being new.
 */
const moveOf: readonly (readonly [before: Standing, after: Standing, move: Move])[] = [
  [null, 'listed', 'entered'],
  ['unlisted', 'listed', 'entered'],
  ['listed', 'listed', 'kept'],
  ['listed', 'unlisted', 'left'],
  ['unlisted', 'unlisted', 'outside'],
  ['listed', null, 'not-filed'],
  ['unlisted', null, 'not-filed'],
  [null, 'unlisted', 'newly-filed'],
];

/** What a comparison reads of a run's firms. */
type Scored = Pick<Reassessed, 'firms' | 'scores' | 'decisions'>;

/** One of two runs, scored again, and what it said of itself when it was written. */
export interface Side {
  readonly plan: Plan;
  readonly period: string;
  readonly done: Scored;
  readonly counted: { readonly firms: number; readonly whitelisted: number };
}

/**
 * Two saved runs firm by firm: who entered the whitelist and who left it, whose points moved, and by what. Where the profile
 * changed, the new data are scored by the old profile too, which splits each change into the firm's and the rules'. The sums
 * are held against both runs; a mismatch is a bug. Throws a usage error (exit 2) where the two cannot be compared. Cost: two
 * or three scorings of all firms.
 */
export function compareRuns(before: SavedRun, after: SavedRun, lang: Lang): Compared {
  const findings = new Findings();
  checkComparable(before, after, findings);
  if (findings.hasErrors) throw usageError(findings.all);
  const [old, fresh] = [sideOf(before), sideOf(after)];
  const rulesChanged = before.plan.hash !== after.plan.hash;
  const lacking = rulesChanged ? lackingFields(before, after, old.done) : [];
  // The firms' new figures by the old rules, against cohorts of their own.
  const middle =
    rulesChanged && lacking.length === 0
      ? reassess(after.firms(undefined, before.plan), { plan: before.plan, asOf: after.asOf, cohorts: null })
      : null;
  const compared = compareSides(old, fresh, middle, lang);
  refuseStrangers(compared, before);
  return { ...compared, rulesChanged, lacking: lacking.map((id) => before.plan.fields.get(id)!.name[lang]) };
}

/**
 * A saved run against one that was just made, in that one's language. Changes are not split into the firm's and the rules'.
 * Throws a usage error (exit 2) where no firm stands in both.
 */
export function compareWith(before: SavedRun, run: Run): Compared {
  const { plan, period, firms, scores, decisions, firmLedger } = run;
  const counted = { firms: firmLedger.total, whitelisted: firmLedger.byDisposition.whitelisted };
  const fresh: Side = { plan, period: period.text, done: { firms, scores, decisions }, counted };
  const compared = compareSides(sideOf(before), fresh, null, run.lang);
  refuseStrangers(compared, before);
  return { ...compared, rulesChanged: before.plan.hash !== plan.hash };
}

function refuseStrangers({ firms }: Compared, { folder }: SavedRun): void {
  if (firms.some((one) => one.before !== null && one.after !== null)) return;
  const findings = new Findings();
  findings.add('usage.runs-differ', { file: folder }, { why: 'strangers', before: '', after: '' });
  throw usageError(findings.all);
}

function sideOf(run: SavedRun): Side {
  const { total, byDisposition } = run.manifest.firms;
  return {
    plan: run.plan,
    period: run.manifest.period,
    done: reassessRun(run),
    counted: { firms: total, whitelisted: byDisposition.whitelisted ?? 0 },
  };
}

/** The same for runs that were scored already; `middle` is the new data by the old rules. */
export function compareSides(old: Side, fresh: Side, middle: Scored | null, lang: Lang): Compared {
  const firms = pairsOf(old.done, fresh.done).map((pair) => comparedFirm(pair, old, fresh, middle, lang));
  const compared: Compared = {
    before: runOf(old, lang),
    after: runOf(fresh, lang),
    decimals: Math.max(old.plan.decimals, fresh.plan.decimals),
    rulesChanged: false,
    lacking: [],
    counts: countMoves(firms),
    firms,
  };
  checkSums(compared, old, fresh);
  return compared;
}

/** Columns that the old run had and the old profile reads, of which the new data have none of that kind. */
const lackingFields = (before: SavedRun, after: SavedRun, { firms }: Scored): string[] =>
  before.plan.reads.filter((id) => {
    const [was, is] = [before.plan.fields.get(id), after.plan.fields.get(id)];
    const same = was?.type === is?.type && was?.unit === is?.unit;
    return (firms.numbers.has(id) || firms.texts.has(id)) && !(same && after.header.includes(id));
  });

/** A firm by its place in each run; -1 where it is not there. */
interface Pair {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** By id, as both runs have them sorted. */
function pairsOf(old: Scored, fresh: Scored): Pair[] {
  const placesOf = ({ firms }: Scored) =>
    new Map(firms.ids.flatMap((id, firm) => (id === null ? [] : [[id, firm] as const])));
  const [was, is] = [placesOf(old), placesOf(fresh)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((id) => ({ id, before: was.get(id) ?? -1, after: is.get(id) ?? -1 }));
}

function comparedFirm(pair: Pair, old: Side, fresh: Side, middle: Scored | null, lang: Lang): ComparedFirm {
  const before = standOf(old, pair.before, lang);
  const after = standOf(fresh, pair.after, lang);
  const change = less(after?.total, before?.total);
  const between = change === null || middle === null ? null : orNull(middle.scores.total[pair.after]!);
  return {
    id: pair.id,
    name: fresh.done.firms.names[pair.after] ?? old.done.firms.names[pair.before] ?? null,
    move: moveOf.find(([was, is]) => was === standing(before) && is === standing(after))![2],
    before,
    after,
    change,
    byFirm: less(between, before?.total),
    byRules: less(after?.total, between),
    movers: change === null ? [] : moversOf(pair, old, fresh, lang),
  };
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
const less = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : round10(a - b);
const standing = (stand: ComparedStand | null): Standing =>
  stand === null ? null : stand.disposition === 'whitelisted' ? 'listed' : 'unlisted';

function standOf(
  { plan, done: { decisions, scores } }: Side,
  firm: number,
  lang: Lang,
): ComparedStand | null {
  if (firm < 0) return null;
  return {
    disposition: decisions.disposition[firm]!,
    total: orNull(scores.total[firm]!),
    rank: decisions.rank[firm]!,
    vetoes: (decisions.vetoes[firm] ?? []).map((index) => {
      const { id, text } = plan.vetoes[index]!;
      return { id, text: text[lang] };
    }),
  };
}

/** Indicators by id, those of one profile only against 0. */
function moversOf(pair: Pair, old: Side, fresh: Side, lang: Lang): Mover[] {
  const named = new Map(
    [...old.plan.indicators, ...fresh.plan.indicators].map(({ id, name }) => [id, name[lang]]),
  );
  return [...named]
    .map(([id, name]): Mover => {
      const before = pointsOf(id, old, pair.before);
      const after = pointsOf(id, fresh, pair.after);
      return { id, name, before, after, change: round10(after - before) };
    })
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MOVERS);
}

function pointsOf(id: string, { plan, done }: Side, firm: number): number {
  const index = plan.indicators.findIndex((one) => one.id === id);
  const points = done.scores.points[index]?.[firm] ?? Number.NaN;
  if (Number.isNaN(points)) return 0;
  return plan.groups[plan.indicators[index]!.group]!.part === 'deduction' ? 0 - points : points;
}

function runOf({ plan, period, done: { firms, scores, decisions } }: Side, lang: Lang): ComparedRun {
  const totals = scores.total.filter((one) => !Number.isNaN(one));
  return {
    profile: plan.id,
    name: plan.name[lang],
    period,
    firms: firms.count,
    whitelisted: decisions.disposition.filter((one) => one === 'whitelisted').length,
    nameless: firms.ids.filter((id) => id === null).length,
    totals: totals.length,
    sum: exactSum(totals, plan.decimals),
  };
}

/** Every firm of both runs is told once, with its own points: held against the runs and what they said of themselves. */
function checkSums({ before, after, decimals, counts, firms }: Compared, old: Side, fresh: Side): void {
  const hold = (what: string, told: number, whole: number) => {
    if (told !== whole) throw new Error(`${what} do not tie: compared ${told}, the run ${whole}`);
  };
  const all = moves.reduce((sum, move) => sum + counts[move], 0);
  hold('moves', all, firms.length);
  for (const [side, run, { counted }] of [
    ['before', before, old],
    ['after', after, fresh],
  ] as const) {
    const stands = firms.flatMap((one) => one[side] ?? []);
    const listed = stands.filter((one) => one.disposition === 'whitelisted');
    const totals = stands.flatMap(({ total }) => total ?? []);
    // Without a usable id a firm is rejected: it has no total and stands on no list.
    hold(`firms ${side}`, stands.length + run.nameless, counted.firms);
    hold(`whitelisted firms ${side}`, listed.length, counted.whitelisted);
    hold(`totals ${side}`, exactSum(totals, decimals), run.sum);
  }
  for (const one of firms) {
    if (one.byFirm !== null && one.byRules !== null)
      hold(`causes of ${one.id}`, round10(one.byFirm + one.byRules), one.change ?? Number.NaN);
  }
}
