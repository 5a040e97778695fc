import { bindText, round10 } from '../expr/index.js';
import type { ListPlaces } from '../model/decisions.js';
import type { Frame } from '../model/expr.js';
import type { PlaceEdge, Ranking } from '../model/plan.js';
import { compareOrBlank } from '../model/text-order.js';

/**
 * The places of the candidates (1 where a firm is one) by total, the highest first, in each group of the ranking; equal
 * totals share the better place, so that whoever ties at the edge is in. A firm without a total takes no place. Cost: a
 * sort of the candidates.
 */
export function placeFirms(
  ranking: Ranking,
  frame: Frame,
  total: Float64Array,
  candidates: Uint8Array,
): ListPlaces {
  const place = new Int32Array(frame.size);
  const group = new Int32Array(frame.size).fill(-1);
  const wordOf = ranking.by === null ? () => null : bindText(ranking.by.value, frame);
  const members = new Map<string | null, number[]>();
  for (let firm = 0; firm < frame.size; firm++) {
    if (candidates[firm] === 0 || Number.isNaN(total[firm])) continue;
    const word = wordOf(firm);
    const known = members.get(word);
    if (known === undefined) members.set(word, [firm]);
    else known.push(firm);
  }
  const words = [...members.keys()].sort(compareOrBlank);
  const groups = words.map((word, index) => {
    const firms = members.get(word)!.sort((a, b) => total[b]! - total[a]!);
    const edge = ranking.top === null ? firms.length : lastPlace(ranking.top, firms.length);
    let [listed, last] = [0, 0];
    for (const [at, firm] of firms.entries()) {
      const before = firms[at - 1];
      const tied = before !== undefined && total[before] === total[firm];
      place[firm] = tied ? place[before]! : at + 1;
      group[firm] = index;
      if (place[firm]! > edge) continue;
      listed++;
      last = place[firm]!;
    }
    return { word, size: firms.length, edge, listed, last };
  });
  return { place, group, groups };
}

/** The last place within the first so many, or within the first share: place / size ≤ share. */
export const lastPlace = (edge: PlaceEdge, size: number): number =>
  edge.kind === 'count' ? edge.count : Math.floor(round10(round10(edge.share) * size));
