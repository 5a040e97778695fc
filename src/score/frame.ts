import type { Frame } from '../model/expr.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';

/**
 * The columns that a plan's value expressions read: its fields, and `as_of` (days since 1970-01-01). A field that no
 * input has as a column (optional, or taken out by `--without`) is null for every firm. An unknown name is a bug.
 */
export function firmsFrame(firms: Firms, plan: Plan, asOf: number): Frame {
  const size = firms.count;
  const known = (name: string) => {
    if (!plan.fields.has(name))
      throw new Error(`an expression reads "${name}", which is no field of ${plan.id}`);
  };
  let noNumbers: Float64Array | null = null;
  let noTexts: (string | null)[] | null = null;
  return {
    size,
    number(name) {
      if (name === 'as_of') return new Float64Array(size).fill(asOf);
      const column = firms.numbers.get(name);
      if (column) return column;
      known(name);
      noNumbers ??= new Float64Array(size).fill(Number.NaN);
      return noNumbers;
    },
    text(name) {
      const column = name === plan.idField ? firms.ids : firms.texts.get(name);
      if (column) return column;
      known(name);
      noTexts ??= new Array<string | null>(size).fill(null);
      return noTexts;
    },
  };
}
