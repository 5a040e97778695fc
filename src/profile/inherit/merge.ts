import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import { type Entries, isMap, type Marks, type Path, type Plain, type PlainMap } from '../yaml/places.js';

/** What a profile says of itself: never taken from the one it extends. Cases are about its own figures. */
const own: readonly string[] = [
  'profile',
  'pack',
  'extends',
  'name',
  'about',
  'identifies',
  'in_force',
  'status',
  'cases',
];

/** Lists whose entries are known by their id. */
export const byId: readonly string[] = [
  'checks',
  'groups',
  'indicators',
  'vetoes',
  'bypass',
  'grades',
  'causes',
  'lists',
  'offers',
];

/** Words that a region adds to those of the text it extends; everything else is replaced. */
const added: readonly string[] = ['aliases', 'codes', 'not'];

/**
 * A profile over the one it extends. Entries with the same id are merged key by key, new ones follow at the end,
 * `remove: true` takes one out; any other value replaces. Places are carried over, so that a finding about an inherited
 * figure names the inherited file.
 */
export function merge(base: PlainMap, over: PlainMap, marks: Marks, reporter: Reporter): PlainMap {
  const merged = pick(base, marks, (key) => !own.includes(key));
  for (const key of Object.keys(over)) {
    const path = [key];
    if (key === 'extends') continue;
    const [below, above] = [merged[key], over[key]];
    if (key === 'fields' && isMap(above))
      put(merged, key, mergeFields(below, above, path, marks, reporter), over, marks);
    else if (byId.includes(key) && Array.isArray(above)) {
      put(merged, key, mergeEntries(below, above, path, marks, reporter), over, marks);
    } else put(merged, key, above ?? null, over, marks);
  }
  return merged;
}

function mergeFields(
  below: Plain | undefined,
  above: PlainMap,
  path: Path,
  marks: Marks,
  reporter: Reporter,
): PlainMap {
  const base = isMap(below) ? below : {};
  const merged = pick(base, marks, () => true);
  for (const [id, field] of Object.entries(above)) {
    if (isRemoved(field, [...path, id], reporter)) {
      if (!Object.hasOwn(base, id)) tellUnknown(id, Object.keys(base), [...path, id], reporter);
      delete merged[id];
      marks.get(merged)?.delete(id);
      continue;
    }
    const known = Object.hasOwn(base, id) ? base[id] : undefined;
    put(merged, id, known === undefined ? field : overlay(known, field, marks), above, marks);
  }
  return merged;
}

function mergeEntries(
  below: Plain | undefined,
  above: readonly Plain[],
  path: Path,
  marks: Marks,
  reporter: Reporter,
): Plain[] {
  const base = Array.isArray(below) ? below : [];
  const entries: { value: Plain; from: readonly Plain[]; index: number }[] = base.map((value, index) => ({
    value,
    from: base,
    index,
  }));
  const known = entries.map((one) => idOf(one.value));
  for (const [index, value] of above.entries()) {
    const id = idOf(value);
    // Only inherited entries are merged: the same id twice in one file is a duplicate, and told as one.
    const at = id === null ? -1 : known.indexOf(id);
    if (isRemoved(value, [...path, index], reporter)) {
      if (at < 0)
        tellUnknown(
          id ?? '',
          known.filter((one) => one !== null),
          [...path, index],
          reporter,
        );
      else entries[at] = { value: null, from: [], index: -1 };
      continue;
    }
    const inherited = at < 0 ? undefined : entries[at];
    if (inherited === undefined || inherited.index < 0) entries.push({ value, from: above, index });
    else {
      entries[at] = { value: overlay(inherited.value, value, marks), from: above, index };
      known[at] = null;
    }
  }
  const kept = entries.filter((one) => one.index >= 0);
  const places: Entries = new Map();
  const merged = kept.map((one, index) => {
    const place = marks.get(one.from)?.get(String(one.index));
    if (place !== undefined) places.set(String(index), place);
    return one.value;
  });
  marks.set(merged, places);
  return merged;
}

const idOf = (value: Plain): string | null =>
  isMap(value) && typeof value.id === 'string' ? value.id : null;

/** One entry over the inherited one, key by key. */
function overlay(below: Plain, above: Plain, marks: Marks): Plain {
  if (!isMap(below) || !isMap(above)) return above;
  const merged = pick(below, marks, () => true);
  for (const [key, value] of Object.entries(above)) {
    const words = added.includes(key) ? below[key] : undefined;
    put(
      merged,
      key,
      Array.isArray(words) && Array.isArray(value) ? join(words, value, marks) : value,
      above,
      marks,
    );
  }
  return merged;
}

/** Inherited words, then the new ones, each once. */
function join(below: readonly Plain[], above: readonly Plain[], marks: Marks): Plain[] {
  const merged: Plain[] = [];
  const places: Entries = new Map();
  for (const list of [below, above]) {
    for (const [index, word] of list.entries()) {
      if (merged.includes(word)) continue;
      const place = marks.get(list)?.get(String(index));
      if (place !== undefined) places.set(String(merged.length), place);
      merged.push(word);
    }
  }
  marks.set(merged, places);
  return merged;
}

/** `remove: true` stands alone beside the id; any other value of it is reported. */
function isRemoved(value: Plain, path: Path, reporter: Reporter): boolean {
  if (!isMap(value) || !Object.hasOwn(value, 'remove')) return false;
  const rest = Object.keys(value).filter((key) => key !== 'remove' && key !== 'id');
  if (value.remove !== true || rest.length > 0)
    reporter.add('profile.remove', [...path, 'remove'], {}, { key: true });
  return true;
}

const tellUnknown = (id: string, known: readonly string[], path: Path, reporter: Reporter): void =>
  reporter.add('profile.remove-unknown', path, { id, near: nearestWords(id, known) }, { key: true });

/** A copy of some entries, with their places. */
function pick(map: PlainMap, marks: Marks, keep: (key: string) => boolean): PlainMap {
  const copy: PlainMap = {};
  marks.set(copy, new Map());
  for (const [key, value] of Object.entries(map)) if (keep(key)) put(copy, key, value, map, marks);
  return copy;
}

/** Sets an entry, with the place it has in the map it comes from. */
function put(map: PlainMap, key: string, value: Plain, from: PlainMap, marks: Marks): void {
  map[key] = value;
  const place = marks.get(from)?.get(key);
  if (place !== undefined) marks.get(map)?.set(key, place);
}
