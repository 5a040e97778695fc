import type { Disposition } from '../../model/decisions.js';
import type { Field } from '../../model/field.js';
import type { CaseDocument } from '../document/case.js';
import type { ProfileDocument } from '../document/document.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { readExample } from './examples.js';
import { asOfName, fieldScope } from './scope.js';

/** What may be compared; what is not stated is not. Lists, vetoes and offers are sorted ids. */
export interface CaseExpected {
  readonly stage?: string | null;
  readonly total?: number | null;
  readonly grade?: string | null;
  readonly disposition?: Disposition;
  readonly lists?: readonly string[];
  readonly vetoes?: readonly string[];
  readonly offers?: readonly string[];
}

/** A whole firm of a profile, read: values as in `Firms`, NaN and null for blank. */
export interface Case {
  readonly name: string;
  readonly path: Path;
  /** NaN where the case states no day. */
  readonly asOf: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, string | null>;
  readonly expected: CaseExpected;
}

/** Reads every case, reporting what is no field, no value of it, or no stage, grade, list, veto or offer. */
export function readCases(
  document: ProfileDocument,
  fields: ReadonlyMap<string, Field>,
  reporter: Reporter,
): readonly Case[] {
  const scope = fieldScope(fields);
  return (document.cases ?? []).map((one, index): Case => {
    const path = ['cases', index];
    const first = document.cases?.findIndex((other) => other.name === one.name) ?? index;
    if (first < index)
      reporter.add(
        'profile.duplicate-id',
        [...path, 'name'],
        { id: one.name },
        { first: ['cases', first, 'name'] },
      );
    // The names of an example's own settings mean nothing in a firm, so they are told as unknown fields.
    tellSettings(one, path, reporter, scope.names);
    const day = one.as_of === undefined ? {} : { [asOfName]: one.as_of };
    const { numbers, texts } = readExample({ ...one.firm, ...day, points: null }, [...path, 'firm'], {
      fields,
      scope,
      stages: [''],
      staged: false,
      reporter,
    });
    tellUnknownWords(document, one, [...path, 'expect'], reporter);
    return {
      name: one.name,
      path,
      asOf: numbers.get(asOfName) ?? Number.NaN,
      numbers,
      texts,
      expected: expectedOf(one.expect),
    };
  });
}

function tellSettings(one: CaseDocument, path: Path, reporter: Reporter, names: readonly string[]): void {
  for (const name of ['points', 'stage', 'cohort', asOfName]) {
    if (!Object.hasOwn(one.firm, name)) continue;
    const near = name === asOfName ? [] : nearestWords(name, names);
    reporter.add('profile.unknown-field', [...path, 'firm', name], { name, near }, { key: true });
  }
}

/** A word of `expect` that the profile does not have could only fail: it is a slip of the pen. */
function tellUnknownWords(
  document: ProfileDocument,
  { expect }: CaseDocument,
  path: Path,
  reporter: Reporter,
): void {
  const tell = (word: string, allowed: readonly string[], at: Path) => {
    if (!allowed.includes(word))
      reporter.add('profile.unknown-word', at, { word, near: nearestWords(word, allowed), allowed });
  };
  const stages = [...new Set(document.stages?.cuts.map((cut) => cut.stage) ?? [])];
  if (typeof expect.stage === 'string') tell(expect.stage, stages, [...path, 'stage']);
  if (typeof expect.grade === 'string') tell(expect.grade, idsOf(document.grades), [...path, 'grade']);
  for (const key of ['lists', 'vetoes', 'offers'] as const) {
    for (const [index, id] of (expect[key] ?? []).entries())
      tell(id, idsOf(document[key]), [...path, key, index]);
  }
}

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map((entry) => entry.id);

function expectedOf({ lists, vetoes, offers, ...rest }: CaseDocument['expect']): CaseExpected {
  const sorted = (key: string, ids: readonly string[] | undefined) =>
    ids === undefined ? {} : { [key]: [...new Set(ids)].sort() };
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...stated, ...sorted('lists', lists), ...sorted('vetoes', vetoes), ...sorted('offers', offers) };
}
