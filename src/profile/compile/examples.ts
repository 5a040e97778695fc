import { daysOfText } from '../../model/day.js';
import type { Scope } from '../../model/expr.js';
import type { Field } from '../../model/field.js';
import type { ExampleDocument } from '../document/indicator.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { typeOfField } from './field-type.js';
import { readQuantity } from './quantity.js';
import { asOfName } from './scope.js';

/** One firm of an example: what it is, and what it must earn. Numbers, dates and booleans as in a Frame. */
export interface Example {
  readonly numbers: ReadonlyMap<string, number>;
  readonly texts: ReadonlyMap<string, string | null>;
  /** Index of the stage. */
  readonly stage: number;
  /** Values of the cohort, for rank. */
  readonly cohort: readonly number[] | null;
  /** null: no points, because the value is unknown and `missing` does not say zero. */
  readonly points: number | null;
}

export interface ExampleScope {
  readonly fields: ReadonlyMap<string, Field>;
  readonly scope: Scope;
  readonly stages: readonly string[];
  /** True where the points depend on the stage. */
  readonly staged: boolean;
  readonly reporter: Reporter;
}

const settings = ['points', 'stage', 'cohort', asOfName];

/** Reads one example, reporting whatever is not a field, a value of it, a stage or points. */
export function readExample(document: ExampleDocument, path: Path, scope: ExampleScope): Example {
  const { fields, reporter } = scope;
  const numbers = new Map<string, number>();
  const texts = new Map<string, string | null>();
  for (const [key, raw] of Object.entries(document)) {
    const at = [...path, key];
    if (key === asOfName) numbers.set(key, readDay(raw, at, reporter));
    if (settings.includes(key)) continue;
    const field = fields.get(scope.scope.lookup(key)?.id ?? '');
    if (field === undefined) {
      const near = nearestWords(key, [...scope.scope.names, ...settings]);
      reporter.add('profile.unknown-field', at, { name: key, near }, { key: true });
    } else if (field.type === 'text') {
      if (raw !== null && typeof raw !== 'string') reporter.add('profile.unquoted', at, { raw: String(raw) });
      texts.set(field.id, typeof raw === 'string' ? raw : null);
    } else numbers.set(field.id, readValue(field, raw, at, reporter));
  }
  return {
    numbers,
    texts,
    stage: readStage(document, path, scope),
    cohort: readCohort(document),
    points: readPoints(document, path, reporter),
  };
}

function readValue(field: Field, raw: ExampleDocument[string], at: Path, reporter: Reporter): number {
  if (raw === null) return Number.NaN;
  if (field.type === 'date') return readDay(raw, at, reporter);
  if (field.type === 'boolean') {
    if (typeof raw !== 'boolean')
      reporter.add('profile.wrong-type', at, { found: String(raw), expected: ['boolean'] });
    return raw === true ? 1 : 0;
  }
  // A bare number stands in the field's own unit, which the field states.
  if (typeof raw === 'number') return raw;
  if (typeof raw === 'string')
    return readQuantity(raw, typeOfField(field), (id, args) => reporter.add(id, at, args));
  reporter.add('profile.wrong-type', at, { found: String(raw), expected: ['number'] });
  return Number.NaN;
}

function readDay(raw: ExampleDocument[string], at: Path, reporter: Reporter): number {
  const days = typeof raw === 'string' ? daysOfText(raw) : null;
  if (days === null && raw !== null) reporter.add('profile.bad-id', at, { id: String(raw), rule: 'date' });
  return days ?? Number.NaN;
}

function readStage(
  document: ExampleDocument,
  path: Path,
  { stages, staged, reporter }: ExampleScope,
): number {
  const stated = document.stage;
  if (stated === undefined) {
    if (staged) reporter.add('profile.missing-key', path, { key: 'stage' });
    return 0;
  }
  const known = stages.filter((name) => name !== '');
  const stage = stages.indexOf(String(stated));
  if (stage < 0 || stated === '') {
    const near = nearestWords(String(stated), known);
    reporter.add('profile.unknown-stage', [...path, 'stage'], { stage: String(stated), near, stages: known });
  }
  return Math.max(0, stage);
}

const readCohort = ({ cohort }: ExampleDocument): readonly number[] | null =>
  Array.isArray(cohort) ? [...cohort].sort((a, b) => a - b) : null;

function readPoints(document: ExampleDocument, path: Path, reporter: Reporter): number | null {
  const { points } = document;
  if (points === undefined) reporter.add('profile.missing-key', path, { key: 'points' });
  else if (points !== null && typeof points !== 'number') {
    reporter.add('profile.wrong-type', [...path, 'points'], { found: String(points), expected: ['number'] });
  }
  return typeof points === 'number' ? points : null;
}
