import { bindNumber } from '../expr/index.js';
import type { Frame } from '../model/expr.js';
import type { Plan } from '../model/plan.js';

/** 1 where a bypass confirms an open firm; a condition that is unknown does not. Cost: firms × bypasses. */
export function confirm(plan: Plan, frame: Frame, open: Uint8Array): Uint8Array {
  const confirmed = new Uint8Array(open.length);
  for (const { when } of plan.bypasses) {
    const holds = bindNumber(when, frame);
    for (let firm = 0; firm < open.length; firm++)
      if (open[firm] === 1 && holds(firm) === 1) confirmed[firm] = 1;
  }
  return confirmed;
}
