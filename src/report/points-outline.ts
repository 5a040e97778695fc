import type { Run } from '../model/run.js';
import { nearFirms } from './html/sections/near-misses.js';
import { binsOf, scaleOf } from './html/sections/points.js';
import { standingsOf } from './html/standings.js';

/** How the totals lie, in counts; and the firms nearest below the line, which are nobody's business but the reader's. */
export interface PointsOutline {
  /** Decimals of every figure of points. */
  readonly decimals: number;
  /** The lines of the whitelists, the lowest first. */
  readonly lines: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Points that a bin spans, and the firms of each bin. */
  readonly width: number;
  readonly bins: readonly number[];
  /** Null where no line can be read from the rules. */
  readonly near: {
    /** Points below the line that count as near. */
    readonly within: number;
    readonly firms: number;
    readonly nearest: readonly NearFirm[];
  } | null;
}

export interface NearFirm {
  readonly id: string | null;
  readonly name: string | null;
  readonly total: number;
  readonly shortBy: number;
}

const NEAREST = 5;

/** As report.html draws it. null: no firm has a total. Cost: firms. */
export function pointsOutline(run: Run): PointsOutline | null {
  const standings = standingsOf(run);
  if (standings.ranked.length === 0) return null;
  const { from, to, width, lines } = scaleOf(standings);
  const near = nearFirms(standings);
  return {
    decimals: run.plan.decimals,
    lines,
    from,
    to,
    width,
    bins: binsOf(standings).counts.map((counts) => counts.reduce((a, b) => a + b, 0)),
    near:
      near === null
        ? null
        : {
            within: near.within,
            firms: near.firms.length,
            nearest: near.firms.slice(0, NEAREST).map((firm) => ({
              id: run.firms.ids[firm] ?? null,
              name: run.firms.names[firm] ?? null,
              total: run.scores.total[firm]!,
              shortBy: near.gap(firm),
            })),
          },
  };
}
