import type { Plan } from '../model/plan.js';

/** A plan without stages has one without a name. `by` does not tell: cuts may each have a condition of their own. */
export const hasStages = ({ stages }: Plan): boolean => stages.names.some((name) => name !== '');
