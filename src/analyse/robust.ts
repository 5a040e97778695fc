import { decide } from '../decide/index.js';
import { Findings, usageError } from '../finding/index.js';
import type { Plan } from '../model/plan.js';
import type { Robust, RobustFirm } from '../model/robust.js';
import type { Lang } from '../model/text.js';
import type { SavedRun } from './open-run.js';
import { randomOf } from './random.js';
import { type Reassessed, reassess } from './reassess.js';
import { shakenScores } from './shaken-scores.js';

export interface RobustOptions {
  /** A fraction: 0.1 is 10 %. */
  readonly weights: number;
  readonly draws: number;
  readonly seed: number;
}

/** Ranks are told from the 5th to the 95th of 100 draws. */
const [LOW, HIGH] = [0.05, 0.95];

/**
 * Shakes the weights of the base groups: in each draw every one is drawn evenly from `weights` below to `weights` above
 * itself, then all of a stage are brought back to the sum that they had. Bonus and deductions are no weights and stay, as do
 * caps, minima and people's adjustments, which are left out: it is the rules that are tried. Same seed, same answer. Throws
 * a usage error (exit 2) where the profile has no points or no whitelist. Cost: firms × (indicators + two sorts' log) a draw.
 */
export function shakeWeights(run: SavedRun, options: RobustOptions, lang: Lang): Robust {
  requireWeights(run);
  const done = reassess(run.firms(), run);
  const adjusted = (run.adjustments() ?? []).filter((one) => one.effect === 'done').length;
  return { ...shaken(run, done, options, lang), adjusted };
}

function requireWeights({ plan, folder }: SavedRun): void {
  const why = !plan.scored
    ? 'gates'
    : plan.lists.some((list) => list.kind === 'whitelist')
      ? null
      : 'no-whitelist';
  if (why === null) return;
  const findings = new Findings();
  findings.add('usage.robust', { file: folder }, { why, value: plan.id });
  throw usageError(findings.all);
}

/** The same for firms that were scored already. */
export function shaken(
  {
    plan,
    asOf,
    manifest,
  }: Pick<SavedRun, 'plan' | 'asOf'> & { readonly manifest: Pick<SavedRun['manifest'], 'period'> },
  done: Reassessed,
  options: RobustOptions,
  lang: Lang,
): Omit<Robust, 'adjusted'> {
  const { firms, scores, decisions } = done;
  const { weights, draws, seed } = options;
  const { ranked, listedIn, ranks, leanOf } = drawAll(plan, asOf, done, options);
  const told = ranked.map((firm, place): RobustFirm => {
    const count = listedIn[place]!;
    const sorted = ranks[place]!.sort();
    return {
      id: firms.ids[firm] ?? null,
      name: firms.names[firm] ?? null,
      total: scores.total[firm]!,
      listed: decisions.disposition[firm] === 'whitelisted',
      share: count / draws,
      rank: decisions.rank[firm]!,
      rankLow: sorted[Math.max(0, Math.ceil(LOW * draws) - 1)]!,
      rankHigh: sorted[Math.ceil(HIGH * draws) - 1]!,
      hangsOn: count === 0 || count === draws ? null : hangsOn(plan, lang, (index) => leanOf(place, index)),
    };
  });
  const many = (holds: (one: RobustFirm) => boolean) => told.filter(holds).length;
  return {
    profile: plan.id,
    name: plan.name[lang],
    period: manifest.period,
    decimals: plan.decimals,
    weights,
    draws,
    seed,
    listed: many((one) => one.listed),
    always: many((one) => one.share === 1),
    never: many((one) => one.share === 0),
    hanging: many((one) => one.share > 0 && one.share < 1),
    firms: told,
  };
}

/** What the draws brought, by place in `ranked`: the firms that have a rank. */
interface Drawn {
  readonly ranked: readonly number[];
  /** In how many draws the firm was listed. */
  readonly listedIn: Uint32Array;
  /** Its rank in each draw. */
  readonly ranks: readonly Uint32Array[];
  /** By how much an indicator's factor was larger, on average, where the firm was listed. */
  leanOf(place: number, index: number): number;
}

function drawAll(
  plan: Plan,
  asOf: number,
  { firms, scores, barred, decisions }: Reassessed,
  { weights: spread, draws, seed }: RobustOptions,
): Drawn {
  // What else the rules decide is not asked in each draw.
  const asked: Plan = { ...plan, lists: plan.lists.filter((list) => list.kind === 'whitelist'), offers: [] };
  const ranked = places(firms.count, (firm) => decisions.rank[firm]! > 0);
  const listedIn = new Uint32Array(ranked.length);
  const ranks = Array.from(ranked, () => new Uint32Array(draws));
  // [indicator]: by firm, the sum of its factors over the draws in which the firm was listed, and over all by stage.
  const factorsListed = plan.indicators.map(() => new Float64Array(ranked.length));
  const factorsAll = plan.indicators.map(() => new Float64Array(plan.stages.names.length));
  const random = randomOf(seed);
  const prepared = shakenScores(scores, plan);
  for (let draw = 0; draw < draws; draw++) {
    const factors = plan.indicators.map(({ group }) =>
      plan.stages.names.map(() =>
        plan.groups[group]!.part === 'base' ? 1 + spread * (2 * random.next() - 1) : 1,
      ),
    );
    const again = decide(firms, asked, prepared.score(drawnWeights(plan, factors)), barred, asOf);
    factors.forEach((byStage, index) => {
      byStage.forEach((factor, stage) => {
        factorsAll[index]![stage]! += factor;
      });
    });
    ranked.forEach((firm, place) => {
      // A draw may leave a firm without a total: it then ranks behind all.
      ranks[place]![draw] = again.rank[firm]! || ranked.length;
      if (again.disposition[firm] !== 'whitelisted') return;
      listedIn[place]!++;
      factors.forEach((byStage, index) => {
        factorsListed[index]![place]! += byStage[scores.stage[firm]!]!;
      });
    });
  }
  return {
    ranked,
    listedIn,
    ranks,
    leanOf(place, index) {
      const mean = factorsAll[index]![scores.stage[ranked[place]!]!]! / draws;
      return factorsListed[index]![place]! / listedIn[place]! - mean;
    },
  };
}

const places = (count: number, holds: (firm: number) => boolean): number[] => {
  const found: number[] = [];
  for (let firm = 0; firm < count; firm++) if (holds(firm)) found.push(firm);
  return found;
};

/** Base weights times their factors, brought back to their own sum in each stage; the others as they are. */
function drawnWeights(plan: Plan, factors: readonly (readonly number[])[]): number[][] {
  const base = plan.indicators.map(({ group }) => plan.groups[group]!.part === 'base');
  const back = plan.stages.names.map((_, stage) => {
    let own = 0;
    let drawn = 0;
    plan.indicators.forEach(({ weight }, index) => {
      if (!base[index]) return;
      own += weight[stage]!;
      drawn += weight[stage]! * factors[index]![stage]!;
    });
    return drawn === 0 ? 1 : own / drawn;
  });
  return plan.indicators.map(({ weight }, index) =>
    weight.map((one, stage) => (base[index] ? one * factors[index]![stage]! * back[stage]! : one)),
  );
}

/** The indicator whose factor differs most between the draws that listed the firm and all. */
function hangsOn(plan: Plan, lang: Lang, leanOf: (index: number) => number): RobustFirm['hangsOn'] {
  let most: RobustFirm['hangsOn'] = null;
  let size = 0;
  plan.indicators.forEach(({ id, name }, index) => {
    const lean = leanOf(index);
    if (Math.abs(lean) <= size) return;
    size = Math.abs(lean);
    most = { id, name: name[lang], helps: lean > 0 ? 'more' : 'less' };
  });
  return most;
}
