import type { Findings, More } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { MissingEffect } from '../model/scores.js';
import type { Awarded } from './awarded.js';
import { isNull } from './derive.js';
import { sayInput, yesNo } from './say-input.js';

/** All inputs are there and still no points: too small a cohort, a word that the method does not list, a zero denominator. */
export function tellNoValue(
  firms: Firms,
  plan: Plan,
  index: number,
  { derived, cohorts, stage }: Awarded,
  effect: MissingEffect,
  more: More,
  findings: Findings,
): void {
  const firm = more.firm!;
  const at = firms.rowOf(firm);
  const indicator = plan.indicators[index]!.name;
  const options = derived[index]!;
  const known = options.findIndex((one) => !isNull(one, firm));
  if (known >= 0) {
    const { scorer, numbers, words } = options[known]!;
    if (scorer.cohort === null) {
      const number = numbers[firm]!;
      const word = words?.[firm] ?? (scorer.input === 'boolean' ? yesNo(number) : String(number));
      findings.add('firm.word-unscored', at, { indicator, word, effect }, more);
    } else {
      const { within, least } = scorer.cohort;
      const size = cohorts.of[index]![known]![stage[firm]!]?.values.length ?? 0;
      const name = within === 'stage' ? plan.stages.names[stage[firm]!]! : '';
      findings.add('firm.cohort-small', at, { indicator, stage: name, firms: size, least, effect }, more);
    }
    return;
  }
  const reads = new Set(options.flatMap((one) => one.value.reads));
  const inputs = [...reads].flatMap((name) => sayInput(firms, plan, name, firm));
  findings.add('firm.no-value', at, { indicator, inputs, effect }, more);
}
