import { round10 } from '../expr/index.js';
import { dayText } from '../model/day.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { quantityText } from '../model/quantity-text.js';
import type { Text } from '../model/text.js';

const blank: Text = { zh: '空白', en: 'blank' };

/** What a field of a firm holds, with its unit: 0 万元, 7.35%, 是, 2019-03-01; 空白 for null. */
export function sayValue(firms: Firms, plan: Plan, name: string, firm: number): string | Text {
  const field = plan.fields.get(name);
  if (name === plan.idField) return firms.ids[firm] ?? blank;
  if (field === undefined || field.type === 'text') return firms.texts.get(name)?.[firm] ?? blank;
  const value = firms.numbers.get(name)?.[firm] ?? Number.NaN;
  if (Number.isNaN(value)) return blank;
  if (field.type === 'boolean') return yesNo(value);
  if (field.type === 'date') return dayText(value);
  return quantityText(round10(field.unit === '%' ? value * 100 : value), field.unit);
}

/** 上年营业收入 = 0 万元; nothing for a name that is no field. */
export function sayInput(firms: Firms, plan: Plan, name: string, firm: number): Text[] {
  const field = plan.fields.get(name);
  if (field === undefined) return [];
  const value = sayValue(firms, plan, name, firm);
  const [zh, en] = typeof value === 'string' ? [value, value] : [value.zh, value.en];
  return [{ zh: `${field.name.zh} = ${zh}`, en: `${field.name.en} = ${en}` }];
}

export const yesNo = (value: number): Text =>
  value === 1 ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
