import { decide } from '../decide/index.js';
import type { Scores } from '../model/scores.js';
import type { Rules } from './assess-firms.js';
import { type Reassessed, readsRanks, reassess } from './reassess.js';
import { type Edit, variantsOf, withEdits } from './variants.js';

/**
 * One firm with some fields set otherwise, scored against the saved cohorts and decided again: alone, or, where a rule reads
 * ranks, among the others as they were, for its rank moves theirs. Cost: one firm scored; one pass of decisions where ranks
 * count.
 */
export function decideEdited(
  done: Reassessed,
  firm: number,
  edits: readonly Edit[],
  rules: Rules,
): { readonly done: Reassessed; readonly firm: number } {
  const { plan, asOf } = rules;
  const alone = reassess(variantsOf(done.firms, firm, plan, [edits]), rules);
  if (!readsRanks(plan)) return { done: alone, firm: 0 };
  const firms = withEdits(done.firms, firm, plan, edits);
  const scores = spliced(done.scores, firm, alone.scores);
  const barred = {
    vetoes: replaced(done.barred.vetoes, firm, alone.barred.vetoes[0]!),
    mask: put(done.barred.mask, firm, alone.barred.mask[0]!),
    rejected: put(done.barred.rejected, firm, alone.barred.rejected[0]!),
  };
  const faulty = put(done.faulty, firm, alone.faulty[0]!);
  const decisions = decide(firms, plan, scores, barred, asOf);
  return { done: { firms, scores, barred, faulty, decisions, findings: alone.findings }, firm };
}

/** The scores of all firms, those of one taken from where it stands alone. */
function spliced(scores: Scores, firm: number, alone: Scores): Scores {
  const columns = (all: readonly Float64Array[], own: readonly Float64Array[]) =>
    all.map((column, index) => put(column, firm, own[index]![0]!));
  return {
    scored: put(scores.scored, firm, alone.scored[0]!),
    stage: put(scores.stage, firm, alone.stage[0]!),
    values: columns(scores.values, alone.values),
    words: scores.words.map((column, index) =>
      column === null ? null : replaced(column, firm, alone.words[index]![0]!),
    ),
    chosen: scores.chosen.map((column, index) =>
      column === null ? null : put(column, firm, alone.chosen[index]![0]!),
    ),
    points: columns(scores.points, alone.points),
    weights: columns(scores.weights, alone.weights),
    groups: columns(scores.groups, alone.groups),
    total: put(scores.total, firm, alone.total[0]!),
    withheld: replaced(scores.withheld, firm, alone.withheld[0]!),
    cohorts: scores.cohorts,
  };
}

function put<Column extends Float64Array | Uint8Array | Int16Array>(
  column: Column,
  firm: number,
  value: number,
): Column {
  const changed = column.slice();
  changed[firm] = value;
  return changed as Column;
}

const replaced = <T>(column: readonly T[], firm: number, value: T): readonly T[] => {
  const changed = [...column];
  changed[firm] = value;
  return changed;
};
