import type { Field } from '../../model/field.js';
import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';

/** One column of a blank form. */
export interface TemplateColumn {
  readonly field: Field;
  readonly header: string;
  /** The plan reads it and the profile does not allow its column to be left out. */
  readonly required: boolean;
}

/** Headers that are not a field's name: where a name would be taken for another field, or for none. */
export type TemplateHeaders = ReadonlyMap<string, string>;

/** What people fill in: the id, the name, then all that the plan reads or its lists show, in the profile's order. */
export function templateColumns(plan: Plan, lang: Lang, headers: TemplateHeaders): TemplateColumn[] {
  const wanted = new Set([...plan.reads, ...plan.listColumns]);
  const first = [plan.idField, plan.nameField].filter((id) => id !== null);
  const rest = [...plan.fields.keys()].filter((id) => wanted.has(id) && !first.includes(id));
  return [...first, ...rest].map((id) => {
    const field = plan.fields.get(id)!;
    return {
      field,
      header: headers.get(id) ?? headerWithUnit(field.name[lang], field),
      required: first.includes(id) || (plan.reads.includes(id) && !field.optional),
    };
  });
}

/** 研发费用（万元）. The unit stays as it is in every language: this text is read back, and 10k CNY would not be. */
export function headerWithUnit(name: string, { unit }: Pick<Field, 'unit'>): string {
  if (unit === null) return name;
  return /\p{Script=Han}/u.test(name) ? `${name}（${unit}）` : `${name} (${unit})`;
}
