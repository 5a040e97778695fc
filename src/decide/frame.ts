import type { Frame } from '../model/expr.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';

/** What an expression can read beside fields: name → a column, made when it is first asked for. NaN is null. */
export interface Outcomes {
  readonly numbers: ReadonlyMap<string, () => ArrayLike<number>>;
  readonly texts: ReadonlyMap<string, () => ArrayLike<string | null>>;
}

const none: Outcomes = { numbers: new Map(), texts: new Map() };

/**
 * The columns that vetoes, lists and offers read: fields, `as_of` (days since 1970-01-01) and what scoring and ranking
 * brought out. A field that no input has as a column is null for every firm. An unknown name is a bug.
 */
export function decisionFrame(firms: Firms, plan: Plan, asOf: number, outcomes: Outcomes = none): Frame {
  const size = firms.count;
  const known = (name: string) => {
    if (!plan.fields.has(name)) throw new Error(`a rule reads "${name}", which ${plan.id} does not have`);
  };
  const made = new Map<string, ArrayLike<number>>();
  const written = new Map<string, ArrayLike<string | null>>();
  return {
    size,
    number(name) {
      const column = firms.numbers.get(name) ?? made.get(name);
      if (column) return column;
      const outcome = outcomes.numbers.get(name);
      if (!outcome && name !== 'as_of') known(name);
      const fresh = outcome ? outcome() : new Float64Array(size).fill(name === 'as_of' ? asOf : Number.NaN);
      made.set(name, fresh);
      return fresh;
    },
    text(name) {
      const column = name === plan.idField ? firms.ids : (firms.texts.get(name) ?? written.get(name));
      if (column) return column;
      const outcome = outcomes.texts.get(name);
      if (!outcome) known(name);
      const fresh = outcome ? outcome() : new Array<string | null>(size).fill(null);
      written.set(name, fresh);
      return fresh;
    },
  };
}
