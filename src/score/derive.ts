import { bindNumber, bindText, round10 } from '../expr/index.js';
import type { Expression, Frame } from '../model/expr.js';
import type { Indicator, Plan, Scorer } from '../model/plan.js';

/** One way to earn an indicator's points, with the value of every firm. */
export interface Derived {
  /** null for an indicator with a single rule. */
  readonly option: string | null;
  readonly value: Expression;
  readonly scorer: Scorer;
  /** Rounded to 10 decimals; NaN is null. Not filled where the scorer takes texts. */
  readonly numbers: Float64Array;
  /** null where the scorer takes numbers. */
  readonly words: (string | null)[] | null;
}

/**
 * The values of all indicators, [indicator][option], for the open firms; null for the others. Values are rounded to 10
 * decimals before any edge of a band is asked: 115/100 − 1 is 0.15. Cost: firms × options.
 */
export function derive(plan: Plan, frame: Frame, open: Uint8Array): readonly (readonly Derived[])[] {
  return plan.indicators.map((indicator) =>
    optionsOf(indicator).map(({ option, value, scorer }) => {
      const numbers = new Float64Array(frame.size).fill(Number.NaN);
      let words: (string | null)[] | null = null;
      if (scorer.input === 'text') {
        words = new Array<string | null>(frame.size).fill(null);
        const read = bindText(value, frame);
        for (let firm = 0; firm < words.length; firm++) if (open[firm] === 1) words[firm] = read(firm);
      } else {
        const read = bindNumber(value, frame);
        for (let firm = 0; firm < numbers.length; firm++) {
          if (open[firm] === 1) numbers[firm] = round10(read(firm));
        }
      }
      return { option, value, scorer, numbers, words };
    }),
  );
}

function optionsOf(
  indicator: Indicator,
): readonly { readonly option: string | null; readonly value: Expression; readonly scorer: Scorer }[] {
  const rule = indicator.rule;
  return rule.kind === 'single'
    ? [{ option: null, value: rule.value, scorer: rule.scorer }]
    : rule.options.map(({ id, value, scorer }) => ({ option: id, value, scorer }));
}

export const isNull = (option: Derived, firm: number): boolean =>
  option.words === null ? Number.isNaN(option.numbers[firm]) : option.words[firm] === null;
