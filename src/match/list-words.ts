import type { Field } from '../model/field.js';
import type { Plan } from '../model/plan.js';
import { fold, readHeader } from './read-header.js';

/**
 * What lists of courts and bureaus call the code and the firm, strongest first. Where the list also has a header of the
 * profile's own, that one counts. A wrong guess is harmless: a cell that is no code is held by the name.
 */
const words: Readonly<Record<'id' | 'name', readonly string[]>> = {
  id: [
    '组织机构代码',
    '身份证号码/组织机构代码',
    '企业组织机构代码',
    '机构代码',
    '企业代码',
    '单位代码',
    '法人代码',
    '代码',
  ],
  name: [
    '被执行人',
    '失信被执行人',
    '被执行人名称',
    '被执行人姓名/名称',
    '失信被执行人名称',
    '当事人',
    '当事人名称',
    '行政相对人',
    '行政相对人名称',
    '市场主体',
    '主体名称',
    '机构名称',
    '法人名称',
  ],
};

/** What a word of a list means, and how late it is named: from 1, so weaker than any of the profile's own words. */
export interface ListWord {
  readonly field: Field;
  readonly late: number;
}

/** Folded header → the plan's code or name field. */
export function listWords(plan: Plan): ReadonlyMap<string, ListWord> {
  const known = new Map<string, ListWord>();
  for (const [role, id] of [['id', plan.idField] as const, ['name', plan.nameField] as const]) {
    const field = id === null ? undefined : plan.fields.get(id);
    if (field === undefined) continue;
    for (const [late, word] of words[role].entries())
      for (const key of [fold(word), ...readHeader(word).keys])
        if (!known.has(key)) known.set(key, { field, late: late + 1 });
  }
  return known;
}
