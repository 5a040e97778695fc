import { decide } from '../decide/index.js';
import { round10 } from '../expr/index.js';
import type { Change, Distance } from '../model/explained.js';
import type { Field } from '../model/field.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Lang } from '../model/text.js';
import { units } from '../model/unit.js';
import type { Rules } from './assess-firms.js';
import { decideEdited } from './decide-edited.js';
import { fieldValue, showField } from './inputs.js';
import { type Reassessed, readsRanks, reassess } from './reassess.js';
import { type Edit, variantsOf } from './variants.js';

/** How many changes are told, each of another field. */
const TOLD = 3;
/** Values tried between two known ones in a round of narrowing. */
const BETWEEN = 15;
/** Rounds of narrowing at most: 16^9 is finer than any step below, whatever the range. */
const ROUNDS = 9;
/** As far as a figure is followed upwards: a hundredfold is no advice any more. */
const FOLD = 100;

/** A field that one could change, and the way to go from its value. */
interface Way {
  readonly field: Field;
  readonly from: number | null;
  /** The smallest change that makes sense: 1 of a count, 0.01 万元, 0.01 %. */
  readonly step: number;
  readonly up: boolean;
  /** Furthest value still off the list, and nearest on it; null until one is found. */
  off: number;
  on: number | null;
}

/**
 * How far a firm is from the whitelist, and which change of one figure alone would put it there, for as little as possible:
 * measured by |to − from| / |from|, and 1 where there is nothing to measure by (0 or blank). Every figure that the plan
 * reads is tried both ways, last year's aside, which nobody can change any more. Within what was tried the answer is
 * narrowed down as if a figure helped the more the further it goes; what is told was scored and decided again, and stands
 * on the list. null where the profile has no whitelist. Cost: some ten passes over a few hundred variants of the firm.
 */
export function distanceOf(done: Reassessed, firm: number, rules: Rules, lang: Lang): Distance | null {
  const { plan } = rules;
  if (!plan.lists.some((list) => list.kind === 'whitelist')) return null;
  if (done.barred.mask[firm] === 1) return { listed: false, changes: [], notSought: 'vetoed' };
  if (done.scores.scored[firm] === 0) return { listed: false, changes: [], notSought: 'rejected' };
  if (isListed(done, firm, plan)) return { listed: true, changes: [], notSought: 'listed' };
  const ask = asker(done, firm, rules);
  const ways = waysOf(done.firms, firm, plan);
  findOn(ways, ask);
  const open = ways.filter((way) => way.on !== null);
  for (let round = 0; round < ROUNDS && narrow(open, ask); round++);
  return { listed: false, changes: verified(open, done, firm, rules, lang), notSought: null };
}

export const isListed = ({ decisions }: Pick<Reassessed, 'decisions'>, firm: number, plan: Plan): boolean =>
  decisions.lists[firm]!.some((list) => plan.lists[list]!.kind === 'whitelist');

/** Whether each of some changes puts the firm on a whitelist, in one pass. */
type Ask = (edits: readonly Edit[]) => readonly boolean[];

/**
 * Alone a firm has no rank among the others. Where a rule reads ranks, the least total that would put the firm on the list,
 * all else as it is, is found first, and a change is held against it.
 */
function asker(done: Reassessed, firm: number, rules: Rules): Ask {
  const { plan } = rules;
  const variants = (edits: readonly Edit[]) =>
    reassess(
      variantsOf(
        done.firms,
        firm,
        plan,
        edits.map((edit) => [edit]),
      ),
      rules,
    );
  if (!readsRanks(plan))
    return (edits) => {
      const tried = variants(edits);
      return edits.map((_, variant) => isListed(tried, variant, plan));
    };
  const least = leastTotal(done, firm, rules);
  return (edits) => {
    const { scores, barred } = variants(edits);
    return edits.map((_, variant) => barred.mask[variant] === 0 && scores.total[variant]! >= least);
  };
}

/** NaN where no total would do. A sum of points cannot pass the scale, nor a bonus take it far beyond the best. */
function leastTotal({ firms, scores, barred }: Reassessed, firm: number, { plan, asOf }: Rules): number {
  const units = 10 ** plan.decimals;
  const holds = (total: number): boolean => {
    const changed = scores.total.slice();
    changed[firm] = total;
    return isListed(
      { decisions: decide(firms, plan, { ...scores, total: changed }, barred, asOf) },
      firm,
      plan,
    );
  };
  let off = Math.round(scores.total[firm]! * units);
  let on = Math.round(Math.max(plan.scale ?? 0, highest(scores.total)) * units) + 1;
  if (Number.isNaN(off) || !holds(on / units)) return Number.NaN;
  while (on - off > 1) {
    const middle = Math.floor((on + off) / 2);
    if (holds(middle / units)) on = middle;
    else off = middle;
  }
  return on / units;
}

const highest = (totals: Float64Array): number =>
  totals.reduce((most, one) => Math.max(most, Number.isNaN(one) ? 0 : one), 0);

const steps = { money: 0.01, ratio: 0.0001, count: 1 } as const;

/** Upwards and downwards for each figure that the plan reads and that can still be changed. */
function waysOf(firms: Firms, firm: number, plan: Plan): Way[] {
  return plan.reads.flatMap((id) => {
    const field = plan.fields.get(id);
    if (field === undefined || field.type !== 'number' || field.priorOf !== null) return [];
    const value = fieldValue(firms, firm, field, plan);
    const from = typeof value === 'number' ? value : null;
    const step = steps[units.get(field.unit ?? '')?.kind ?? 'money'];
    const off = from ?? -step;
    const up = { field, from, step, up: true, off, on: null };
    return from === null ? [up] : [up, { ...up, up: false }];
  });
}

/** Nearest first: steps that grow by half, out to a hundredfold; from 0 or blank they double. Within the field's bounds. */
function ladderOf({ field, from, step, up }: Way): number[] {
  const start = from ?? 0;
  const low = field.min ?? (start < 0 ? Number.NEGATIVE_INFINITY : 0);
  const high = field.max ?? Number.POSITIVE_INFINITY;
  const size = Math.abs(start);
  const [first, growth, most] = size === 0 ? [step, 2, 1e6] : [Math.max(step, size / 1000), 1.5, size * FOLD];
  const values = from === null ? [0] : [];
  for (let change = first; change <= most; change *= growth)
    values.push(up ? start + change : start - change);
  const inBounds = values.map((value) => onStep(Math.min(high, Math.max(low, value)), step, up));
  return [...new Set(inBounds)].filter((value) => value !== from && value >= low && value <= high);
}

/** A figure as one would write it, no nearer than what was asked. */
const onStep = (value: number, step: number, up: boolean): number => {
  const steps = round10(value / step);
  return round10((up ? Math.ceil(steps) : Math.floor(steps)) * step);
};

/** The nearest rung of each way that puts the firm on the list, and the last before it that does not. */
function findOn(ways: readonly Way[], ask: Ask): void {
  const ladders = ways.map(ladderOf);
  settle(ways, ladders, ask);
}

/** A round of narrowing between off and on; false where nothing is left to narrow. */
function narrow(ways: readonly Way[], ask: Ask): boolean {
  const between = ways.map(({ off, on, step, up }) => {
    const width = (on! - off) / (BETWEEN + 1);
    const values = Array.from({ length: BETWEEN }, (_, index) => onStep(off + width * (index + 1), step, up));
    return [...new Set(values)].filter((value) =>
      up ? value > off && value < on! : value < off && value > on!,
    );
  });
  if (between.every((values) => values.length === 0)) return false;
  settle(ways, between, ask);
  return true;
}

function settle(ways: readonly Way[], tried: readonly (readonly number[])[], ask: Ask): void {
  const answers = ask(
    ways.flatMap(({ field }, index) => tried[index]!.map((value) => ({ field: field.id, value }))),
  );
  let at = 0;
  ways.forEach((way, index) => {
    const values = tried[index]!;
    const first = values.findIndex((_, place) => answers[at + place] === true);
    at += values.length;
    if (first >= 0) way.on = values[first]!;
    const last = first < 0 ? values.at(-1) : values[first - 1];
    if (last !== undefined) way.off = last;
  });
}

/** The cheapest of each field first; only what was scored and decided again, among the others where ranks count. */
function verified(
  ways: readonly Way[],
  done: Reassessed,
  firm: number,
  rules: Rules,
  lang: Lang,
): readonly Change[] {
  const { plan } = rules;
  const found = ways
    .map((way) => ({ ...way, to: way.on!, relative: relativeOf(way.from, way.on!) }))
    .sort(
      (a, b) => a.relative - b.relative || plan.reads.indexOf(a.field.id) - plan.reads.indexOf(b.field.id),
    );
  const changes: Change[] = [];
  for (const { field, from, to, relative } of found) {
    if (changes.length === TOLD) break;
    if (changes.some((one) => one.field === field.id)) continue;
    const again = decideEdited(done, firm, [{ field: field.id, value: to }], rules);
    if (!isListed(again.done, again.firm, plan)) continue;
    const total = again.done.scores.total[again.firm]!;
    changes.push({
      field: field.id,
      name: field.name[lang],
      from,
      to,
      fromShown: showField(field, from, lang),
      toShown: showField(field, to, lang),
      relative,
      total: Number.isNaN(total) ? null : total,
    });
  }
  return changes;
}

const relativeOf = (from: number | null, to: number): number =>
  from === null || from === 0 ? 1 : round10(Math.abs(to - from) / Math.abs(from));
