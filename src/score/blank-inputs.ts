import type { Field } from '../model/field.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';

/** The fields among the names read that are null for a firm, each once, in order of appearance. */
export function blankInputs(firms: Firms, plan: Plan, reads: readonly string[], firm: number): Field[] {
  const blank: Field[] = [];
  for (const name of reads) {
    const field = plan.fields.get(name);
    if (field && isBlank(firms, name, firm) && !blank.includes(field)) blank.push(field);
  }
  return blank;
}

/** True where any input of the run has a column for the field. */
export const hasColumn = (firms: Firms, field: string): boolean =>
  firms.numbers.has(field) || firms.texts.has(field);

function isBlank(firms: Firms, field: string, firm: number): boolean {
  const numbers = firms.numbers.get(field);
  if (numbers) return Number.isNaN(numbers[firm]);
  return (firms.texts.get(field)?.[firm] ?? null) === null;
}
