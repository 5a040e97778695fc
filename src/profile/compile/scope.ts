import type { Scope, Type } from '../../model/expr.js';
import type { Field } from '../../model/field.js';
import type { ProfileDocument } from '../document/document.js';
import { toText } from '../document/words.js';
import { outcomeNames, pointsName } from '../outcome-names.js';
import { typeOfField } from './field-type.js';

const plain: Type = { kind: 'number', money: null };

/** The date at which ages and "near n years" are reckoned; every expression may read it. */
export const asOfName = 'as_of';

/** What a decision knows of a firm once it is scored, beside its fields. */
const decided: Readonly<Record<string, Type>> = {
  total: plain,
  stage: { kind: 'text' },
  grade: { kind: 'text' },
  rank: plain,
  rank_percent: plain,
  rank_in_stage: plain,
  rank_percent_in_stage: plain,
  bypassed: { kind: 'boolean' },
};

/** Words of the language and of examples. */
const words = 'and or not in between is missing if then else true false null points cohort'.split(' ');

/** Names that a field may not take: they mean something else in expressions or examples. */
export const isReserved = (id: string): boolean =>
  id === asOfName || Object.hasOwn(decided, id) || words.includes(id) || /^(points|group)_/.test(id);

const later = new Set(Object.keys(decided).flatMap((id) => [id, outcomeNames[id]?.zh ?? id]));

/** Names of what scoring gives, which only lists, offers and the rest of what is decided may read. */
const knownLater = (name: string): boolean => later.has(name) || /^(points|group)_/.test(name);

/** What stages, indicators and vetoes may read: fields, by id, name or alias, and `as_of`. */
export function fieldScope(fields: ReadonlyMap<string, Field>): Scope {
  const asOf = { id: asOfName, type: { kind: 'date' } } as const;
  const known = new Map<string, { id: string; type: Type }>([[asOfName, asOf]]);
  const spell = (spellings: (field: Field) => readonly string[]) => {
    for (const field of fields.values()) {
      const name = { id: field.id, type: typeOfField(field) };
      for (const spelling of spellings(field)) if (!known.has(spelling)) known.set(spelling, name);
    }
  };
  // Ids first: no name of one field may hide another's id.
  spell((field) => [field.id]);
  spell((field) => [field.name.zh, field.name.en]);
  spell((field) => field.aliases);
  const printed = outcomeNames.as_of?.zh;
  if (printed !== undefined && !known.has(printed)) known.set(printed, asOf);
  const ids = [...fields.values()].flatMap((field) => [field.id, field.name.zh]);
  return { ...scopeOf(known, [asOfName, ...ids]), knownLater };
}

/**
 * What lists and offers may read besides: total, rank, grade, stage, `points_<indicator>` and `group_<group>`, also by the
 * Chinese names under which they are printed, as far as no field has that name.
 */
export function decisionScope(fields: ReadonlyMap<string, Field>, document: ProfileDocument): Scope {
  const base = fieldScope(fields);
  const known = new Map<string, { id: string; type: Type }>();
  const offer = (id: string, type: Type) => known.set(id, { id, type });
  for (const [id, type] of Object.entries(decided)) {
    const scored = document.indicators.length > 0;
    const needs: Readonly<Record<string, boolean>> = {
      stage: document.stages !== undefined,
      grade: scored && document.grades.length > 0,
      bypassed: document.bypass.length > 0,
    };
    if (needs[id] ?? scored) offer(id, type);
  }
  for (const { id } of document.indicators) offer(`points_${id}`, plain);
  for (const { id } of document.groups) offer(`group_${id}`, plain);
  const scope = scopeOf(known, [...known.keys()]);
  const called = new Map<string, string>();
  for (const id of known.keys()) if (outcomeNames[id] !== undefined) called.set(outcomeNames[id].zh, id);
  for (const { id, name } of document.indicators) called.set(pointsName(toText(name)).zh, `points_${id}`);
  for (const { id, name } of document.groups) called.set(pointsName(toText(name)).zh, `group_${id}`);
  return {
    lookup: (name) => scope.lookup(name) ?? base.lookup(name) ?? known.get(called.get(name) ?? '') ?? null,
    names: [...scope.names, ...called.keys(), ...base.names],
  };
}

const scopeOf = (
  known: ReadonlyMap<string, { id: string; type: Type }>,
  names: readonly string[],
): Scope => ({
  lookup: (name) => known.get(name) ?? null,
  names,
});
