import type { Findings } from '../../finding/index.js';
import { nearestWords } from '../nearest-words.js';
import { type Reporter, reporterOf } from '../report.js';
import { type Marks, type Path, type PlainMap, valueAt } from '../yaml/places.js';
import { type ReadYaml, readYaml } from '../yaml/read-yaml.js';
import { merge } from './merge.js';
import { findProfile, isProfileId, profileIds, readProfileFile } from './profile-files.js';

const deepestChain = 8;

/**
 * What a pack may hold: words for several profiles, what holds between them, and rules that many profiles share word for
 * word: vetoes, causes, lists and offers. They may read `total`, so a pack is only ever checked inside the profile that takes it.
 * No rules that give points.
 */
const packKeys: readonly string[] = [
  'pack',
  'name',
  'about',
  'extends',
  'fields',
  'checks',
  'blanks',
  'identity',
  'vetoes',
  'causes',
  'lists',
  'offers',
  'list_columns',
];

/** A profile's text, where it came from, and where the profiles it extends are looked for. */
export interface ProfileText {
  readonly text: string;
  readonly file: string;
  readonly path: string;
}

/**
 * A profile with everything it extends laid below it, and `extends` gone. null where any of the files cannot be read;
 * each says why. `chain` are the files that led here, for cycles.
 */
export function resolve(
  source: ProfileText,
  folders: readonly string[],
  marks: Marks,
  findings: Findings,
  chain: readonly ProfileText[] = [],
): ReadYaml | null {
  const read = readYaml(source.text, source.file, marks, findings);
  if (read === null) return null;
  const reporter = reporterOf(read.value, marks, read.top, findings);
  tellPackKeys(read.value, reporter);
  let base: PlainMap | null = {};
  for (const { id, path } of basesOf(read.value, reporter)) {
    const found = openBase(id, path, folders, findings, reporter, [...chain, source]);
    const below = found === null ? null : resolve(found, folders, marks, findings, [...chain, source]);
    base = base === null || below === null ? null : merge(base, below.value, marks, reporter);
  }
  return base === null ? null : { value: merge(base, read.value, marks, reporter), top: read.top };
}

function tellPackKeys(value: PlainMap, reporter: Reporter): void {
  if (!Object.hasOwn(value, 'pack')) return;
  for (const key of Object.keys(value)) {
    if (!packKeys.includes(key))
      reporter.add('profile.not-in-pack', [key], { key, allowed: packKeys }, { key: true });
  }
}

/** The ids extended, first to last; each later one lies over the earlier. */
function basesOf(value: PlainMap, reporter: Reporter): readonly { id: string; path: Path }[] {
  const stated = value.extends;
  if (stated === undefined) return [];
  const list = Array.isArray(stated)
    ? stated.map((id, index) => ({ id, path: ['extends', index] }))
    : [{ id: stated, path: ['extends'] }];
  return list.flatMap(({ id, path }) => {
    if (typeof id === 'string') return [{ id, path }];
    reporter.add('profile.wrong-type', path, { found: String(valueAt(value, path)), expected: ['string'] });
    return [];
  });
}

/** The text of an extended profile, or null and the reason. */
function openBase(
  id: string,
  path: Path,
  folders: readonly string[],
  findings: Findings,
  reporter: Reporter,
  chain: readonly ProfileText[],
): ProfileText | null {
  if (!isProfileId(id)) {
    reporter.add('profile.extends-outside', path, { id });
    return null;
  }
  const found = findProfile(id, folders);
  if (found === null) {
    const known = [...profileIds(folders), ...profileIds(folders, 'packs/')];
    reporter.add('profile.extends-not-found', path, { id, near: nearestWords(id, known) });
    return null;
  }
  if (chain.some((one) => one.path === found.path)) {
    reporter.add('profile.extends-cycle', path, { chain: [...chain.map((one) => one.file), found.file] });
    return null;
  }
  if (chain.length > deepestChain) {
    reporter.add('profile.extends-too-deep', path, { limit: deepestChain });
    return null;
  }
  const text = readProfileFile(found, findings);
  return text === null ? null : { ...found, text };
}
