import { stringify } from 'yaml';
import type { z } from 'zod';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import { isMap, type Path, type Plain, type PlainMap, valueAt } from '../yaml/places.js';
import { documentSchema, type ProfileDocument } from './document.js';
import { keysAt } from './keys-at.js';

type Issue = z.core.$ZodIssue;

/** Beyond so many, a file is no profile with mistakes but something else; each costs a search for near words. */
const mostIssues = 500;

/** Plain values → the document, checked down to the last key; null, with a finding for each trouble, where it is none. */
export const checkDocument = (root: PlainMap, reporter: Reporter): ProfileDocument | null =>
  checkBy(documentSchema, root, reporter);

/** The same by any schema. */
export function checkBy<T>(schema: z.ZodType<T>, root: PlainMap, reporter: Reporter): T | null {
  const result = schema.safeParse(root);
  if (result.success) return result.data;
  for (const issue of result.error.issues.slice(0, mostIssues))
    report(issue, issue.path as Path, root, reporter, schema);
  return null;
}

function report(issue: Issue, path: Path, root: PlainMap, reporter: Reporter, schema: z.ZodType): void {
  const found = shown(root, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      reportUnknownKeys(issue.keys, path, reporter, schema);
      break;
    case 'invalid_union':
      reportUnion(issue, path, root, reporter, schema);
      break;
    case 'invalid_type':
      reportType(path, [issue.expected], root, reporter);
      break;
    case 'invalid_value':
      reportWord(path, issue.values.map(String), root, reporter);
      break;
    case 'invalid_key':
      reporter.add('profile.bad-id', path, { id: String(path.at(-1)), rule: 'name-id' }, { key: true });
      break;
    case 'invalid_format':
      reporter.add('profile.bad-id', path, { id: found, rule: issue.message });
      break;
    case 'too_small':
      reporter.add('profile.too-small', path, { found, least: Number(issue.minimum), origin: issue.origin });
      break;
    case 'too_big':
      reporter.add('profile.too-big', path, { found, most: Number(issue.maximum), origin: issue.origin });
      break;
    default:
      reporter.add('profile.wrong-type', path, { found, expected: [] });
  }
}

function reportUnknownKeys(keys: readonly string[], path: Path, reporter: Reporter, schema: z.ZodType): void {
  const known = keysAt(schema, path);
  for (const key of keys) {
    reporter.add(
      'profile.unknown-key',
      [...path, key],
      { key, near: nearestWords(key, known) },
      { key: true },
    );
  }
}

/** Of the alternatives that a value may be, the one it was meant for speaks: the first that got past the outside. */
function reportUnion(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  root: PlainMap,
  reporter: Reporter,
  schema: z.ZodType,
): void {
  const all = issue.errors.flat();
  const outer = (one: Issue): boolean => one.path.length === 0 && one.code !== 'unrecognized_keys';
  const meant = issue.errors.find((branch) => branch.length > 0 && !branch.some(outer));
  const narrow = all.find((one) => outer(one) && one.code !== 'invalid_type' && one.code !== 'invalid_value');
  if (meant !== undefined) {
    for (const inner of meant) report(inner, [...path, ...(inner.path as Path)], root, reporter, schema);
  } else if (narrow !== undefined) {
    report(narrow, path, root, reporter, schema);
  } else {
    const kinds = all.flatMap((one) => {
      if (one.code === 'invalid_type') return [one.expected as string];
      return one.code === 'invalid_value' ? one.values.map(String) : [];
    });
    reportType(path, [...new Set(kinds)], root, reporter);
  }
}

function reportType(path: Path, expected: readonly string[], root: PlainMap, reporter: Reporter): void {
  const value = valueAt(root, path);
  const found = shown(root, path);
  const wantsText = expected.includes('string') && !expected.includes('number');
  if (value === undefined) reportMissing(path, reporter);
  else if (Array.isArray(value) && isWeight(path))
    reporter.add('profile.weight-list', path, { form: weightForm(root, value) });
  else if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) {
    reporter.add('profile.unquoted', path, { raw: found });
  } else reporter.add('profile.wrong-type', path, { found, expected });
}

const isWeight = ([part, , key]: Path): boolean => part === 'indicators' && key === 'weight';

/** Weights in a list, with the stage of each, in the order of the stages; '' where the profile has none. */
function weightForm(root: PlainMap, weights: readonly Plain[]): string {
  const cuts = valueAt(root, ['stages', 'cuts']);
  const named = (Array.isArray(cuts) ? cuts : []).flatMap((cut) => (isMap(cut) ? [cut.stage] : []));
  const stages = [...new Set(named.filter((stage) => typeof stage === 'string'))];
  if (stages.length === 0) return '';
  const points = (index: number) => {
    const stated = weights.length === stages.length ? weights[index] : undefined;
    return typeof stated === 'number' ? stated : '…';
  };
  const form = new Map(stages.map((stage, index) => [stage, points(index)]));
  return stringify(form, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** Some keys are asked for in words of their own, since leaving them out is a decision left open. */
function reportMissing(path: Path, reporter: Reporter): void {
  const key = String(path.at(-1) ?? '');
  const parent = path.slice(0, -1);
  const more = { key: true };
  if (key === 'source') reporter.add('profile.missing-source', parent, {}, more);
  else if (key === 'unknown') reporter.add('profile.unknown-not-chosen', parent, {}, more);
  else if (key === 'missing') reporter.add('profile.missing-not-chosen', parent, {}, more);
  else reporter.add('profile.missing-key', parent, { key }, more);
}

function reportWord(path: Path, allowed: readonly string[], root: PlainMap, reporter: Reporter): void {
  const word = shown(root, path);
  if (valueAt(root, path) === undefined) reportMissing(path, reporter);
  else reporter.add('profile.unknown-word', path, { word, near: nearestWords(word, allowed), allowed });
}

/** A value as it stands, shortened; collections by their kind. */
function shown(root: PlainMap, path: Path): string {
  const value = valueAt(root, path);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object') return '{…}';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
