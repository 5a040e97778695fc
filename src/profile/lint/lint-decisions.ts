import type { Expression } from '../../model/expr.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';
import { covers, neverHolds, type Range, type Ranges, rangeOf } from './ranges.js';
import { reachOf } from './reach.js';
import { tellNever } from './tell-never.js';

/** Stages, vetoes, bypasses, grades, lists and offers that no firm can come to. */
export function lintDecisions(subject: LintSubject): void {
  const { plan, reporter } = subject;
  const fields = boundsOf(subject);
  const reach = new Map([...fields, ...reachOf(plan)]);
  const never = (rule: Expression, path: Path, known: Ranges) => {
    const found = neverHolds(rule, known);
    if (found !== null) tellNever(found, rule, (args) => reporter.add('profile.never-holds', path, args));
  };
  lintCuts(subject, never, fields);
  for (const [index, veto] of plan.vetoes.entries()) never(veto.bar, ['vetoes', index, 'bar'], fields);
  for (const [index, one] of plan.bypasses.entries()) never(one.when, ['bypass', index, 'when'], fields);
  const most = reach.get('total')?.high;
  for (const [index, grade] of plan.grades.entries()) {
    if (plan.gradeBy === 'score' && most !== undefined && grade.from > most)
      reporter.add('profile.grade-out-of-reach', ['grades', index, 'at_least'], {
        id: grade.id,
        edge: grade.from,
        most,
      });
  }
  for (const [index, list] of plan.lists.entries()) never(list.when, ['lists', index, 'when'], reach);
  for (const [index, offer] of plan.offers.entries()) never(offer.when, ['offers', index, 'when'], reach);
}

/** Cuts that an earlier one takes all firms from, and firms that no cut takes. */
function lintCuts(
  { plan, document, reporter }: LintSubject,
  never: (rule: Expression, path: Path, known: Ranges) => void,
  fields: Ranges,
): void {
  const { cuts } = plan.stages;
  const keyOf = (index: number) => (document.stages?.cuts[index]?.below === undefined ? 'when' : 'below');
  for (const [index, { when }] of cuts.entries()) {
    const path = ['stages', 'cuts', index, keyOf(index)];
    if (when === null) continue;
    never(when, path, fields);
    const earlier = cuts.slice(0, index).find((one) => one.when !== null && covers(one.when, when))?.when;
    if (earlier) reporter.add('profile.never-reached', path, { condition: when.text, earlier: earlier.text });
  }
  const last = cuts.length - 1;
  if (cuts[last]?.when) reporter.add('profile.no-rest', ['stages', 'cuts', last, keyOf(last)], {});
}

/** Fields whose values cannot lie outside their bounds, since that is an error of the cell. */
function boundsOf({ plan }: LintSubject): ReadonlyMap<string, Range> {
  const bounds = new Map<string, Range>();
  for (const { id, min, max, outside } of plan.fields.values()) {
    if (outside !== 'error' || (min === null && max === null)) continue;
    bounds.set(id, rangeOf(min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY));
  }
  return bounds;
}
