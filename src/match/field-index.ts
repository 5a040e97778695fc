import { closest, distance } from 'fastest-levenshtein';
import type { Field } from '../model/field.js';
import type { Recognised } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import { listWords } from './list-words.js';
import { fold, readHeader } from './read-header.js';

export interface Known {
  readonly field: Field;
  readonly by: Recognised;
  /** Of two codes of a field, or words of lists, the one that is named first is meant: how late it is named, 0 for the rest. */
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
  const names: NameKey[] = [];
  for (const [key, known] of byKey)
    if (/\p{Script=Han}/u.test(key)) names.push({ key, id: known.field.id, letters: lettersOf(key) });
  return {
    plan,
    year,
    find: (key) => byKey.get(key) ?? null,
    code: (code) => byCode.get(code) ?? null,
    idKeys,
    isList: false,
    spellings: [...byKey.keys()],
    near: (header) => nearest(readHeader(header).keys.at(-1) ?? '', names),
  };
}

/** A spelling with Chinese in it, and a bit for each of its characters (by their last five bits). */
interface NameKey {
  readonly key: string;
  readonly id: string;
  readonly letters: number;
}

function lettersOf(key: string): number {
  let letters = 0;
  for (let i = 0; i < key.length; i++) letters |= 1 << (key.charCodeAt(i) & 31);
  return letters;
}

function bitsOf(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** A larger share of edits is no likeness. */
const farthest = 0.4;

/**
 * Nearest by containment or edit distance; a header of which less than half agrees has no neighbour. Asked for each
 * of up to 16,384 columns: names whose lengths or letters differ too much for either are passed over (8 times faster).
 */
function nearest(key: string, names: readonly NameKey[]): readonly string[] {
  if (key.length < 2) return [];
  const letters = lettersOf(key);
  const scored: { id: string; score: number }[] = [];
  for (const name of names) {
    const length = Math.max(key.length, name.key.length);
    const shared = Math.min(key.length, name.key.length) / length;
    if (shared < 0.5) continue;
    // Each letter that only one of them has costs an edit; where both have such, neither contains the other.
    const [own, other] = [bitsOf(letters & ~name.letters), bitsOf(name.letters & ~letters)];
    if (own > 0 && other > 0 && Math.max(own, other) > length * farthest) continue;
    const contained = key.includes(name.key) || name.key.includes(key);
    const score = contained ? 0.3 - shared / 4 : distance(key, name.key) / length;
    if (score <= farthest) scored.push({ id: name.id, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  return [...new Set(scored.map((one) => one.id))].slice(0, 3);
}

/**
 * Of the headers of a sheet those that are nearest to a field's names, best first, three at most. The headers are read
 * once for all fields that are asked.
 */
export function nearestHeaders(headers: readonly string[]): (field: Field) => readonly string[] {
  const keys = headers.map((header) => readHeader(header).keys.at(-1) ?? '');
  return (field) => {
    const names = [field.name.zh, ...field.aliases].map((name) => readHeader(name).keys.at(-1) ?? name);
    const near: { readonly header: string; readonly score: number }[] = [];
    for (const [i, header] of headers.entries()) {
      const key = keys[i]!;
      if (key === '') continue;
      const contained = names.some((name) => name.length >= 2 && (key.includes(name) || name.includes(key)));
      const score = contained ? 0.2 : farFrom(key, names);
      if (score <= 0.6) near.push({ header, score });
    }
    return near
      .sort((a, b) => a.score - b.score || (a.header < b.header ? -1 : 1))
      .slice(0, 3)
      .map((one) => one.header);
  };
}

function farFrom(key: string, names: readonly string[]): number {
  const best = closest(key, names);
  return distance(key, best) / Math.max(key.length, best.length, 1);
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
 * also by the words of courts; and banks' answers and the like, with `more` fields of their own.
 */
export function indexList(plan: Plan, more: ReadonlyMap<string, Field> | null = null): FieldIndex {
  const wanted = new Set([plan.idField, plan.nameField]);
  const fields = new Map([...[...plan.fields].filter(([id]) => wanted.has(id)), ...(more ?? [])]);
  const index = indexFields({ ...plan, fields }, null);
  const words = new Map<string, Known>();
  if (more === null) for (const [key, word] of listWords(plan)) words.set(key, { ...word, by: 'alias' });
  const name = plan.nameField === null ? undefined : fields.get(plan.nameField);
  const names =
    name === undefined ? [] : [name.name.zh, ...name.aliases].flatMap((one) => readHeader(one).keys);
  return {
    ...index,
    find: (key) => index.find(key) ?? words.get(key) ?? null,
    isList: true,
    idKeys: new Set([...index.idKeys, ...names, ...words.keys()]),
    spellings: [...index.spellings, ...words.keys()],
  };
}
