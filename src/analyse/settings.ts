import { distance } from 'fastest-levenshtein';
import { parseQuantity } from '../expr/index.js';
import { Findings, usageError } from '../finding/index.js';
import type { Setting } from '../model/explained.js';
import type { Field } from '../model/field.js';
import type { Plan } from '../model/plan.js';
import type { Lang, Text } from '../model/text.js';
import { moneyUnit } from '../model/unit.js';
import { showField, valueForJson } from './inputs.js';
import { dayOf } from './saved-firms.js';
import type { Edit } from './variants.js';

type Trouble = 'shape' | 'field' | 'value' | 'percent' | 'currency';

/**
 * `rd_expense=500`, `研发费用=500万元`, `authorised=是`, `founded=2018-06-21`; nothing behind the sign is a blank. A figure
 * without a unit is in the field's own; a ratio has its percent sign. Throws a usage error (exit 2) with all that is wrong.
 */
export function readSettings(given: readonly string[], plan: Plan): readonly Edit[] {
  const findings = new Findings();
  const edits = given.map((one): Edit => {
    const refuse = (why: Trouble, wanted: string | Text, near: readonly string[] = []): Edit => {
      findings.add('usage.set', { file: '--set' }, { given: one, why, wanted, near });
      return { field: '', value: null };
    };
    const sign = one.normalize('NFKC').indexOf('=');
    if (sign <= 0) return refuse('shape', '');
    const name = one.normalize('NFKC').slice(0, sign).trim();
    const field = fieldNamed(name, plan);
    if (field === null) return refuse('field', '', nearestTo(name, plan));
    const value = readValue(
      one
        .normalize('NFKC')
        .slice(sign + 1)
        .trim(),
      field,
    );
    return typeof value === 'object' && value !== null
      ? refuse(value.why, wantedBy(field))
      : { field: field.id, value };
  });
  if (findings.hasErrors) throw usageError(findings.all);
  return edits;
}

/** What was set, as people read it. */
export const settingsOf = (edits: readonly Edit[], plan: Plan, lang: Lang): Setting[] =>
  edits.map(({ field: id, value }) => {
    const field = plan.fields.get(id)!;
    return {
      field: id,
      name: field.name[lang],
      value: valueForJson(field, value),
      shown: showField(field, value, lang),
    };
  });

/** By id, name or alias; only what the plan reads makes a difference. */
function fieldNamed(name: string, plan: Plan): Field | null {
  const readable = plan.reads.map((id) => plan.fields.get(id)!);
  return (
    readable.find(({ id }) => id === name) ??
    readable.find((field) => field.name.zh === name || field.name.en === name) ??
    readable.find(({ aliases }) => aliases.includes(name)) ??
    null
  );
}

function nearestTo(name: string, { reads, fields }: Plan): string[] {
  return reads
    .map((id) => ({ id, far: Math.min(distance(id, name), distance(fields.get(id)!.name.zh, name)) }))
    .filter(({ far }) => far <= Math.max(1, name.length / 3))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ id }) => id);
}

const spelled: ReadonlyMap<string, number> = new Map([
  ...['是', 'true', 'yes', '1'].map((word) => [word, 1] as const),
  ...['否', 'false', 'no', '0'].map((word) => [word, 0] as const),
]);

function readValue(text: string, field: Field): number | string | null | { readonly why: Trouble } {
  if (text === '') return null;
  if (field.type === 'boolean') return spelled.get(text.toLowerCase()) ?? { why: 'value' };
  if (field.type === 'date') return Number.isNaN(dayOf(text)) ? { why: 'value' } : dayOf(text);
  if (field.type === 'text') {
    const word = field.words.find((one) => one.value === text || one.spellings.includes(text));
    return field.words.length === 0 ? text : (word?.value ?? { why: 'value' });
  }
  const quantity = parseQuantity(text);
  if (quantity === null) return { why: 'value' };
  // 5 may be 5 % or five times: a firm's plan must not hang on a guess.
  if (field.unit === '%' && quantity.kind === 'plain' && quantity.value !== 0) return { why: 'percent' };
  const fits =
    quantity.kind === 'money'
      ? quantity.money === field.currency
      : quantity.kind !== 'percent' || field.currency === null;
  return fits ? quantity.value : { why: 'currency' };
}

const wantedBy = ({ type, unit, currency, words }: Field): string | Text =>
  currency !== null
    ? moneyUnit[currency]
    : type === 'boolean'
      ? { zh: '是 / 否', en: 'yes / no' }
      : type === 'date'
        ? '2018-06-21'
        : words.length > 0
          ? words.map((one) => one.value).join(' / ')
          : unit === '%'
            ? '5%'
            : (unit ?? '5');
