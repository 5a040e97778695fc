import { round10 } from '../expr/index.js';
import { dayText } from '../model/day.js';
import type { Input } from '../model/explained.js';
import type { Node } from '../model/expr.js';
import type { Field } from '../model/field.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { Lang } from '../model/text.js';
import { showerOf } from '../profile/index.js';

/** What a firm has for a name of an expression; null is blank. Dates and yes/no come as numbers, as in columns. */
export type Given = (name: string) => number | string | null;

/** The fields that a rule read for a firm, with the cells that they came from. */
export function inputsOf(
  reads: readonly string[],
  firms: Firms,
  firm: number,
  plan: Plan,
  lang: Lang,
): Input[] {
  return [...new Set(reads)].flatMap((name): Input[] => {
    const field = plan.fields.get(name);
    if (field === undefined) return [];
    const value = fieldValue(firms, firm, field, plan);
    return [
      {
        field: name,
        name: field.name[lang],
        value: valueForJson(field, value),
        shown: showField(field, value, lang),
        at: firms.cellOf(firm, name),
      },
    ];
  });
}

export function fieldValue(firms: Firms, firm: number, field: Field, plan: Plan): number | string | null {
  if (field.id === plan.idField) return firms.ids[firm] ?? null;
  if (field.type === 'text') return firms.texts.get(field.id)?.[firm] ?? null;
  const value = firms.numbers.get(field.id)?.[firm] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

/** Yes/no and dates as a program expects them. */
export const valueForJson = (
  field: Field,
  value: number | string | null,
): number | string | boolean | null =>
  typeof value !== 'number'
    ? value
    : field.type === 'boolean'
      ? value === 1
      : field.type === 'date'
        ? dayText(value)
        : value;

const blank = { zh: '空白', en: 'blank' } as const;
const yes = { zh: '是', en: 'yes' } as const;
const no = { zh: '否', en: 'no' } as const;

/** 248.41 万元, 10.4%, 是, 2018-06-21; 空白 for null. */
export function showField(field: Field, value: number | string | null, lang: Lang): string {
  if (value === null) return blank[lang];
  if (typeof value === 'string') return value;
  if (field.type === 'boolean') return (value === 1 ? yes : no)[lang];
  if (field.type === 'date') return dayText(value);
  return showerOf(field.unit)(value)[lang];
}

/** What a rule read, by name: fields with their unit, and what scoring brought out. */
export function showRead(name: string, value: number | string | null, plan: Plan, lang: Lang): string {
  const field = plan.fields.get(name);
  if (field !== undefined) return showField(field, value, lang);
  if (value === null) return blank[lang];
  if (typeof value === 'string') return plan.grades.find((one) => one.id === value)?.name[lang] ?? value;
  if (name === 'as_of') return dayText(value);
  if (name === 'bypassed') return (value === 1 ? yes : no)[lang];
  if (name.startsWith('rank_percent')) return showerOf('%')(value)[lang];
  return String(round10(value));
}

/** The expression with figures in place of names, for printing: 研发费用 / 营业收入 becomes 248.41 万元 / 2385.47 万元. */
export function filledIn(node: Node, given: Given, plan: Plan, lang: Lang): Node {
  const fill = (one: Node): Node => filledIn(one, given, plan, lang);
  switch (node.op) {
    case 'name':
      return standIn(node, given(node.name), plan, lang);
    case 'negate':
    case 'not':
    case 'missing':
      return { ...node, of: fill(node.of) };
    case 'in':
      return { ...node, of: fill(node.of), list: node.list.map(fill) };
    case 'between':
      return { ...node, of: fill(node.of), low: fill(node.low), high: fill(node.high) };
    case 'if':
      // biome-ignore lint/suspicious/noThenProperty: a node of the tree is plain data and is never awaited
      return { ...node, when: fill(node.when), then: fill(node.then), otherwise: fill(node.otherwise) };
    case 'call':
      return { ...node, args: node.args.map(fill) };
    default:
      return 'left' in node ? { ...node, left: fill(node.left), right: fill(node.right) } : node;
  }
}

function standIn(
  { name, start, end }: Extract<Node, { op: 'name' }>,
  value: number | string | null,
  plan: Plan,
  lang: Lang,
): Node {
  const place = { start, end };
  if (value === null) return { op: 'null', ...place };
  if (typeof value === 'string') return { op: 'text', value, ...place };
  if (plan.fields.get(name)?.type === 'boolean' || name === 'bypassed')
    return { op: 'boolean', value: value === 1, ...place };
  const shown = showRead(name, value, plan, lang);
  // Below 0 it would need brackets that a printer of figures does not write.
  return { op: 'number', value, money: null, shown: value < 0 ? `(${shown})` : shown, ...place };
}
