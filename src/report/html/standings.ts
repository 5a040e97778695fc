import type { Run } from '../../model/run.js';
import { type Facet, facetsOf } from './facets.js';
import { type Line, linesOf } from './line-of.js';

/** What several parts of the page read of a run, reckoned once. */
export interface Standings {
  readonly run: Run;
  /** Firms with a total that are neither rejected nor vetoed. */
  readonly ranked: readonly number[];
  /** The lines of the whitelists, the lowest first. */
  readonly lines: readonly Line[];
  readonly facets: readonly Facet[];
}

export function standingsOf(run: Run): Standings {
  const { firms, scores, decisions } = run;
  const ranked: number[] = [];
  for (let firm = 0; firm < firms.count; firm++) {
    const disposition = decisions.disposition[firm];
    if (disposition === 'rejected' || disposition === 'vetoed' || Number.isNaN(scores.total[firm]!)) continue;
    ranked.push(firm);
  }
  return { run, ranked, lines: linesOf(run.plan), facets: facetsOf(run) };
}
