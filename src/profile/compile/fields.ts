import type { Type } from '../../model/expr.js';
import type { Field, FieldType } from '../../model/field.js';
import type { Currency } from '../../model/unit.js';
import { moneyUnit, units } from '../../model/unit.js';
import type { FieldDocument } from '../document/field.js';
import { toText } from '../document/words.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { readQuantity } from './quantity.js';
import { isReserved } from './scope.js';
import { tellUnknownUnit } from './unit.js';

/** The fields of a profile, in its order, each told apart from all others by every spelling it has. */
export function compileFields(
  documents: Readonly<Record<string, FieldDocument>>,
  reporter: Reporter,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [id, document] of Object.entries(documents)) {
    const path = ['fields', id];
    if (isReserved(id)) reporter.add('profile.reserved-id', path, { id }, { key: true });
    fields.set(id, compileField(id, document, path, reporter));
  }
  checkPriors(fields, reporter);
  checkSpellings(fields, documents, reporter);
  return fields;
}

function compileField(id: string, document: FieldDocument, path: Path, reporter: Reporter): Field {
  const not = document.not ?? [];
  const currency = currencyOf(document, path, reporter);
  const bound = (key: 'min' | 'max'): number | null => {
    const raw = document[key];
    if (raw === undefined) return null;
    if (document.type !== 'number')
      reporter.add('profile.only-for', [...path, key], { key, type: 'number' }, { key: true });
    const type: Type = { kind: 'number', money: currency };
    return readQuantity(raw, type, (finding, args) => reporter.add(finding, [...path, key], args));
  };
  const [min, max] = [bound('min'), bound('max')];
  if (min !== null && max !== null && min > max)
    reporter.add('profile.bounds-order', [...path, 'max'], { min, max });
  checkUse(document, path, reporter);
  return {
    id,
    name: toText(document.name),
    type: document.type,
    role: document.role ?? null,
    unit: document.unit ?? null,
    currency,
    basis: document.basis ?? null,
    combine: document.combine,
    // What a field is not wins over what it is: a region takes an inherited alias away by naming it there.
    aliases: (document.aliases ?? []).filter((alias) => !not.includes(alias)),
    codes: document.codes ?? [],
    codeUnit: document.code_unit ?? null,
    not,
    min,
    max,
    outside: document.outside,
    words: Object.entries(document.words ?? {}).map(([value, spellings]) => ({ value, spellings })),
    optional: document.optional,
    priorOf: document.prior_of ?? null,
  };
}

/** The currency that a field's unit states. Money is kept in one unit a currency, so no other may be named. */
function currencyOf(document: FieldDocument, path: Path, reporter: Reporter): Currency | null {
  const { unit: stated, code_unit: code } = document;
  if (stated === undefined) {
    if (document.currency !== undefined)
      reporter.add('profile.missing-key', path, { key: 'unit' }, { key: true });
    return null;
  }
  if (document.type !== 'number')
    reporter.add('profile.only-for', [...path, 'unit'], { key: 'unit', type: 'number' }, { key: true });
  const unit = units.get(stated);
  if (unit === undefined) {
    tellUnknownUnit(stated, [...units.keys()], [...path, 'unit'], reporter);
    return null;
  }
  const { currency } = unit;
  if (currency !== null && moneyUnit[currency] !== stated) {
    reporter.add('profile.unit-not-canonical', [...path, 'unit'], {
      unit: stated,
      canonical: moneyUnit[currency],
    });
  }
  if (document.currency !== undefined && document.currency !== currency) {
    reporter.add('profile.currency-differs', [...path, 'currency'], {
      currency: document.currency,
      unit: stated,
    });
  }
  if (code !== undefined && units.get(code)?.currency !== currency) {
    tellUnknownUnit(code, unitsOf(currency), [...path, 'code_unit'], reporter);
  }
  if (code === undefined && currency !== null && (document.codes ?? []).length > 0) {
    reporter.add('profile.missing-key', path, { key: 'code_unit' }, { key: true });
  }
  return currency;
}

const unitsOf = (currency: Currency | null): readonly string[] =>
  [...units.values()].filter((unit) => unit.currency === currency).map((unit) => unit.id);

/** Settings that only some types of field can have. */
function checkUse(document: FieldDocument, path: Path, reporter: Reporter): void {
  const only = (key: string, type: FieldType) =>
    reporter.add('profile.only-for', [...path, key], { key, type }, { key: true });
  if (document.words !== undefined && document.type !== 'text') only('words', 'text');
  if (document.role === 'id' && document.type !== 'text') only('role', 'text');
  if (document.role === 'name' && document.type !== 'text') only('role', 'text');
  if (document.combine === 'any' && document.type !== 'boolean') only('combine', 'boolean');
  if (document.combine === 'sum' && document.type !== 'number') only('combine', 'number');
}

function checkPriors(fields: ReadonlyMap<string, Field>, reporter: Reporter): void {
  for (const { id, priorOf } of fields.values()) {
    if (priorOf === null || (fields.has(priorOf) && priorOf !== id)) continue;
    const near = nearestWords(priorOf, [...fields.keys()]);
    reporter.add('profile.unknown-field', ['fields', id, 'prior_of'], { name: priorOf, near });
  }
}

/** A header may mean one field only, so no two fields share a spelling. */
function checkSpellings(
  fields: ReadonlyMap<string, Field>,
  documents: Readonly<Record<string, FieldDocument>>,
  reporter: Reporter,
): void {
  const seen = new Map<string, { field: Field; path: Path }>();
  for (const field of fields.values()) {
    const path = ['fields', field.id];
    const spellings: { text: string; path: Path }[] = [{ text: field.name.zh, path: [...path, 'name'] }];
    const stated = documents[field.id]?.aliases ?? [];
    for (const alias of field.aliases)
      spellings.push({ text: alias, path: [...path, 'aliases', stated.indexOf(alias)] });
    for (const [index, code] of field.codes.entries())
      spellings.push({ text: code, path: [...path, 'codes', index] });
    for (const { text, path: at } of spellings) {
      const first = seen.get(text);
      if (first === undefined) seen.set(text, { field, path: at });
      else if (first.field !== field) {
        reporter.add(
          'profile.spelling-taken',
          at,
          { spelling: text, field: first.field.id, own: field.id },
          { first: first.path },
        );
      }
    }
  }
}
