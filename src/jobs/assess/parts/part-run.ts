import { firmLedger, rowLedger } from '../../../decide/index.js';
import type { Decisions, ListPlaces } from '../../../model/decisions.js';
import type { Finding } from '../../../model/finding.js';
import type { Reasons } from '../../../model/reasons.js';
import type { Roster } from '../../../model/roster.js';
import type { Run } from '../../../model/run.js';
import type { Scores } from '../../../model/scores.js';
import type { Part } from '../../../model/split.js';
import { partCompared } from './part-compared.js';
import { partFirms, pick, pickNumbers } from './part-firms.js';
import type { RowIndex } from './row-index.js';

/** What is a part's own of a run. Indexes are those of the run. */
export interface Own {
  readonly part: Part;
  readonly firms: readonly number[];
  /** Rows of its firms. */
  readonly rows: readonly number[];
  /** Findings of its firms, and for one part those of none. */
  readonly findings: readonly Finding[];
  /** Who has not filed; null where a roster does not tell by this column. */
  readonly roster: Roster | null;
}

/**
 * A run as if its inputs had held these firms alone, except that what was settled between all firms stays as it was settled:
 * points, ranks and how many were ranked, grades, places. Every report can be made of it, and none can name a firm of
 * another part. Cost: a copy of what is theirs.
 */
export function partRun(run: Run, own: Own, place: RowIndex): Run {
  const { feedback, adjustments, previous, reasons } = run;
  const firms = partFirms(run.firms, own.firms, own.rows, place);
  const decisions = partDecisions(run.decisions, own.firms);
  const isOwn = new Set(own.firms);
  const mine = <T extends { readonly firm: number }>(all: readonly T[]): T[] =>
    all.filter((one) => isOwn.has(one.firm)).map((one) => ({ ...one, firm: place.firms[one.firm]! }));
  const used = new Set(own.rows.map((row) => run.firms.rows.table[row]!));
  const tables = [...used].map((table) => run.firms.tables[table]!);
  return {
    ...run,
    part: own.part,
    split: undefined,
    // Other files may be named after other parts.
    sources: run.sources.filter(({ file }) => tables.some((one) => one.file === file)),
    mappings: run.mappings.filter(({ file, sheet }) =>
      tables.some((one) => one.file === file && one.sheet === sheet),
    ),
    firms,
    scores: partScores(run.scores, own.firms),
    decisions,
    findings: own.findings.map((one) => (one.firm === null ? one : { ...one, firm: place.firms[one.firm]! })),
    // Every row of a part is one of a firm: titles, totals and the like belong to none.
    rowLedger: rowLedger({ rows: firms.rows, skipped: [] }, decisions.disposition),
    firmLedger: firmLedger(decisions),
    ...(feedback === undefined
      ? {}
      : { feedback: { ...feedback, answers: mine(feedback.answers), sessions: mine(feedback.sessions) } }),
    ...(adjustments === undefined
      ? {}
      : {
          adjustments: adjustments.flatMap((one) =>
            one.firm === null || !isOwn.has(one.firm) ? [] : [{ ...one, firm: place.firms[one.firm]! }],
          ),
        }),
    roster: own.roster ?? undefined,
    ...(reasons === undefined ? {} : { reasons: partReasons(reasons, own.firms) }),
    ...(previous === undefined
      ? {}
      : { previous: { ...previous, compared: partCompared(previous.compared, firms, decisions) } }),
  };
}

function partScores(scores: Scores, order: readonly number[]): Scores {
  const columns = (all: readonly Float64Array[]) => all.map((column) => pickNumbers(column, order));
  return {
    scored: Uint8Array.from(order, (firm) => scores.scored[firm]!),
    stage: Int16Array.from(order, (firm) => scores.stage[firm]!),
    values: columns(scores.values),
    words: scores.words.map((column) => (column === null ? null : pick(column, order))),
    chosen: scores.chosen.map((column) =>
      column === null ? null : Uint8Array.from(order, (firm) => column[firm]!),
    ),
    points: columns(scores.points),
    weights: columns(scores.weights),
    groups: columns(scores.groups),
    total: pickNumbers(scores.total, order),
    withheld: pick(scores.withheld, order),
    // Those of all firms: what points rest on.
    cohorts: scores.cohorts,
  };
}

function partDecisions(decisions: Decisions, order: readonly number[]): Decisions {
  const places = (one: ListPlaces): ListPlaces => ({
    ...one,
    place: Int32Array.from(order, (firm) => one.place[firm]!),
    group: Int32Array.from(order, (firm) => one.group[firm]!),
  });
  return {
    ...decisions,
    disposition: pick(decisions.disposition, order),
    vetoes: pick(decisions.vetoes, order),
    grade: Int16Array.from(order, (firm) => decisions.grade[firm]!),
    rank: Int32Array.from(order, (firm) => decisions.rank[firm]!),
    rankInStage: Int32Array.from(order, (firm) => decisions.rankInStage[firm]!),
    lists: pick(decisions.lists, order),
    ...(decisions.places === undefined
      ? {}
      : { places: decisions.places.map((one) => (one === null ? null : places(one))) }),
    offers: pick(decisions.offers, order),
  };
}

const partReasons = (reasons: Reasons, order: readonly number[]): Reasons => ({
  veto: (veto, firm) => reasons.veto(veto, order[firm]!),
  bypass: (bypass, firm) => reasons.bypass(bypass, order[firm]!),
  list: (list, firm) => reasons.list(list, order[firm]!),
  missed: (list, firm) => reasons.missed(list, order[firm]!),
  offer: (offer, firm) => reasons.offer(offer, order[firm]!),
  causes: (firm) => reasons.causes(order[firm]!),
});
