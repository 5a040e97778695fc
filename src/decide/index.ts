import type { Decisions } from '../model/decisions.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import type { Barred } from './bar.js';
import { disposeOf } from './disposition.js';
import { decisionFrame } from './frame.js';
import { grade } from './grade.js';
import { placeOnLists } from './lists.js';
import { makeOffers } from './offers.js';
import { outcomesOf } from './outcomes.js';
import { rank } from './rank.js';

export { type AskedAdjustment, adjust } from './adjust.js';
export { type Barred, bar } from './bar.js';
export { decisionFrame } from './frame.js';
export { type Assessed, judge } from './judge.js';
export { checkLedgers, fateOf, firmLedger, rowLedger } from './ledger.js';
export { outcomesOf } from './outcomes.js';
export { lastPlace } from './place.js';
export { reasonsOf } from './reasons.js';

/**
 * Points in, decisions out. Pure. Rejected and vetoed firms take no rank and no grade, stand on no list and are offered
 * nothing. Cost: firms × (grades + lists + offers), plus two sorts of the totals.
 */
export function decide(firms: Firms, plan: Plan, scores: Scores, barred: Barred, asOf: number): Decisions {
  const eligible = scores.scored.map((scored, firm) => (scored === 1 && barred.mask[firm] === 0 ? 1 : 0));
  const total = scores.total.map((one, firm) => (eligible[firm] === 1 ? one : Number.NaN));
  const ranks = rank(total, scores.stage, plan.stages.names.length);
  const grades = grade(plan, total, scores.stage, ranks);
  const frame = decisionFrame(firms, plan, asOf, outcomesOf(plan, scores, ranks, grades));
  const { lists, places } = placeOnLists(plan, frame, scores, eligible);
  return {
    disposition: disposeOf(plan, scores.scored, barred.mask, lists),
    vetoes: barred.vetoes,
    grade: grades,
    ...ranks,
    lists,
    ...(places.every((one) => one === null) ? {} : { places }),
    offers: makeOffers(plan, frame, eligible),
  };
}
