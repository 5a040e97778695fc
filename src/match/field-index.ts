import { closest, distance } from 'fastest-levenshtein';
import type { Field } from '../model/field.js';
import type { Recognised } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import { fold, readHeader } from './read-header.js';

export interface Known {
  readonly field: Field;
  readonly by: Recognised;
  /** Of two codes of a field the one that the profile names first is meant: how late it is named, 0 for the rest. */
  readonly late: number;
}

/** How strongly a column claims a field: more wins, equals are a doubt. */
export const claimStrength = ({ by, late }: Known): number => strength[by] - late / 1000;

/** Every spelling that means a field of the plan, folded. Built once a run. */
export interface FieldIndex {
  readonly plan: Plan;
  /** Year of the run's period, for headers like 2025年营业收入. */
  readonly year: number | null;
  find(key: string): Known | null;
  code(code: string): Known | null;
  /** Spellings that mean the id field: what tells a header row from data. */
  readonly idKeys: ReadonlySet<string>;
  /** The fields whose names are nearest to a header, best first, three at most. */
  near(header: string): readonly string[];
  /** A list of firms needs a code or a name and nothing more; a table of firms needs a code and one more field. */
  readonly isList: boolean;
  /** All folded spellings, for recognising a header in undecoded text. */
  readonly spellings: readonly string[];
}

/** Strength of a claim: an exact name beats an alias. */
const strength: Readonly<Record<Recognised, number>> = {
  file: 5,
  code: 4,
  id: 3,
  name: 3,
  alias: 2,
  content: 1,
};

/** Fields named in `without` are blank by request: no column is taken for them. */
export function indexFields(plan: Plan, year: number | null, without: readonly string[] = []): FieldIndex {
  const byKey = new Map<string, Known>();
  const byCode = new Map<string, Known>();
  const idKeys = new Set<string>();
  const claim = (text: string, field: Field, by: Recognised) => {
    // An alias may name a parent (减免税总额/其中：增值税) or an occurrence (增值税#2): each part is folded alone.
    const parts = text.split('/').map((part) => {
      const [name = '', occurrence] = part.split('#');
      const key = readHeader(name).keys.at(-1) ?? fold(name);
      return occurrence === undefined ? key : `${key}#${occurrence}`;
    });
    const keys = new Set([
      parts.join('/'),
      ...(parts.length === 1 && !text.includes('#') ? readHeader(text).keys : []),
    ]);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined || strength[known.by] < strength[by]) byKey.set(key, { field, by, late: 0 });
      if (field.id === plan.idField) idKeys.add(key);
    }
  };
  for (const field of plan.fields.values()) {
    if (without.includes(field.id)) continue;
    claim(field.id, field, 'id');
    claim(field.name.zh, field, 'name');
    claim(field.name.en, field, 'name');
    for (const alias of field.aliases) claim(alias, field, 'alias');
    field.codes.forEach((code, late) => {
      byCode.set(code.toLowerCase(), { field, by: 'code', late });
    });
  }
  const fields = [...plan.fields.values()];
  const nameKeys = new Map<string, string>();
  for (const [key, known] of byKey) if (/\p{Script=Han}/u.test(key)) nameKeys.set(key, known.field.id);
  return {
    plan,
    year,
    find: (key) => byKey.get(key) ?? null,
    code: (code) => byCode.get(code) ?? null,
    idKeys,
    isList: false,
    spellings: [...byKey.keys()],
    near: (header) => nearest(readHeader(header).keys.at(-1) ?? '', nameKeys, fields),
  };
}

/** Nearest by containment or edit distance; a header of which less than half agrees has no neighbour. */
function nearest(
  key: string,
  nameKeys: ReadonlyMap<string, string>,
  fields: readonly Field[],
): readonly string[] {
  if (key.length < 2) return [];
  const scored: { id: string; score: number }[] = [];
  for (const [name, id] of nameKeys) {
    const length = Math.max(key.length, name.length);
    const shared = Math.min(key.length, name.length) / length;
    const contained = shared >= 0.5 && (key.includes(name) || name.includes(key));
    const score = contained
      ? 0.3 - Math.min(key.length, name.length) / length / 4
      : distance(key, name) / length;
    if (score <= 0.4) scored.push({ id, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  const ids = [...new Set(scored.map((one) => one.id))].slice(0, 3);
  return ids.length > 0 || fields.length === 0 ? ids : [];
}

/** The headers of a sheet that are nearest to a field's names, best first, three at most. */
export function nearestHeaders(field: Field, headers: readonly string[]): readonly string[] {
  const names = [field.name.zh, ...field.aliases].map((name) => readHeader(name).keys.at(-1) ?? name);
  return headers
    .map((header) => {
      const key = readHeader(header).keys.at(-1) ?? '';
      if (key === '') return { header, score: 1 };
      const best = closest(key, names);
      const contained = names.some((name) => name.length >= 2 && (key.includes(name) || name.includes(key)));
      const score = contained ? 0.2 : distance(key, best) / Math.max(key.length, best.length, 1);
      return { header, score };
    })
    .filter((one) => one.score <= 0.6)
    .sort((a, b) => a.score - b.score || (a.header < b.header ? -1 : 1))
    .slice(0, 3)
    .map((one) => one.header);
}

/** The fields that the plan reads whose ids or names are nearest to a word, best first, three at most. */
export function nearestFields(word: string, plan: Plan): readonly string[] {
  return plan.reads
    .map((id) => ({
      id,
      far: Math.min(distance(word, id), distance(word, plan.fields.get(id)?.name.zh ?? '')),
    }))
    .filter(({ far }) => far <= Math.max(2, word.length / 2))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id);
}

/**
 * For tables that stand beside the firms': lists of other bureaus, of which only the code and the name are looked for,
 * and banks' answers and the like, with `more` fields of their own.
 */
export function indexList(plan: Plan, more: ReadonlyMap<string, Field> = new Map()): FieldIndex {
  const wanted = new Set([plan.idField, plan.nameField]);
  const fields = new Map([...[...plan.fields].filter(([id]) => wanted.has(id)), ...more]);
  const index = indexFields({ ...plan, fields }, null);
  const name = plan.nameField === null ? undefined : fields.get(plan.nameField);
  const names =
    name === undefined ? [] : [name.name.zh, ...name.aliases].flatMap((one) => readHeader(one).keys);
  return { ...index, isList: true, idKeys: new Set([...index.idKeys, ...names]) };
}
