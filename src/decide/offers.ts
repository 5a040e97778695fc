import { bindNumber, round10 } from '../expr/index.js';
import type { OfferMade } from '../model/decisions.js';
import type { Frame } from '../model/expr.js';
import type { Plan } from '../model/plan.js';

const noOffer: readonly OfferMade[] = [];

/**
 * What the points open to each eligible firm: the offers whose rule holds, with the smallest of their limits that is
 * known. An offer that states limits of which none is known is not made: no limit would read as unlimited.
 * Cost: firms × offers.
 */
export function makeOffers(
  plan: Plan,
  frame: Frame,
  eligible: Uint8Array,
): readonly (readonly OfferMade[])[] {
  const offers = new Array<readonly OfferMade[]>(frame.size).fill(noOffer);
  plan.offers.forEach((offer, index) => {
    const holds = bindNumber(offer.when, frame);
    const limits = offer.limits.map((limit) => bindNumber(limit, frame));
    for (let firm = 0; firm < frame.size; firm++) {
      if (eligible[firm] === 0 || holds(firm) !== 1) continue;
      let least = Number.POSITIVE_INFINITY;
      for (const limit of limits) {
        const one = limit(firm);
        if (one < least) least = one;
      }
      if (limits.length > 0 && least === Number.POSITIVE_INFINITY) continue;
      const made = { offer: index, limit: limits.length === 0 ? null : round10(least) };
      offers[firm] = [...offers[firm]!, made];
    }
  });
  return offers;
}
