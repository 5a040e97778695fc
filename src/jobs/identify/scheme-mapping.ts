import type { GivenTable } from '../../match/index.js';
import type { Plan } from '../../model/plan.js';
import type { FileHash } from '../../model/run.js';
import { openMapping } from '../read/open-mapping.js';

export interface SchemeMapping {
  readonly hash: FileHash | null;
  /** The saved tables as one scheme can take them: columns of other schemes' fields are no field of this one. */
  givenFor(plan: Plan): readonly GivenTable[];
}

/** A saved mapping for many schemes: a field that none of them has is wrong usage, exit 2. */
export function schemeMapping(path: string | undefined, plans: readonly Plan[]): SchemeMapping {
  const fields = new Map(plans.flatMap((plan) => [...plan.fields]));
  const { given, hash } = openMapping(path, { ...plans[0]!, fields });
  return {
    hash,
    givenFor: (plan) =>
      given.map((table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.field !== null && !plan.fields.has(column.field) ? { ...column, field: null } : column,
        ),
      })),
  };
}
