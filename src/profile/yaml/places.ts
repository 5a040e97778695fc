import type { LineCounter, Scalar } from 'yaml';
import type { Span } from '../../model/expr.js';
import type { ProfilePosition } from '../../model/position.js';
import { sourceOffset } from './source-offset.js';

/** The text of one YAML file, kept while a profile is loaded so that every finding can show its line. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
}

/** Where a value stands: offsets into its file, end exclusive; the scalar itself where it is one. */
export interface Place {
  readonly yaml: YamlText;
  readonly start: number;
  readonly end: number;
  readonly scalar: Scalar.Parsed | null;
}

export type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
export type PlainMap = { [key: string]: Plain };
export type Path = readonly (string | number)[];

/** The places of the entries of a map or list, by key or index. */
export type Entries = Map<string, { readonly key: Place; readonly value: Place }>;

/** Places of everything read, by the object they belong to. Merging copies them, so that they never lie. */
export type Marks = WeakMap<object, Entries>;

export const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: Plain, path: Path): Plain | undefined {
  let value: Plain | undefined = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? (value as PlainMap)[step] : undefined;
  }
  return value;
}

/** The place of a path: of its key or its value; of the nearest known ancestor's key where it is not there. */
export function placeAt(root: Plain, marks: Marks, top: Place, path: Path, want: 'key' | 'value'): Place {
  let value: Plain | undefined = root;
  let place = top;
  for (const [depth, step] of path.entries()) {
    const mark =
      typeof value === 'object' && value !== null ? marks.get(value)?.get(String(step)) : undefined;
    if (mark === undefined) return place;
    const last = depth === path.length - 1;
    place = last && want === 'value' ? mark.value : mark.key;
    value = (value as PlainMap)[step];
  }
  return place;
}

const widestLine = 200;

/** A place as a person finds it: line, column, the line itself and how much of it is meant. */
export function positionOf(place: Place, path: Path, span?: Span): ProfilePosition {
  const { yaml } = place;
  const start = span && place.scalar ? sourceOffset(yaml.text, place.scalar, span.start) : place.start;
  const stop = span && place.scalar ? sourceOffset(yaml.text, place.scalar, span.end - 1) + 1 : place.end;
  const { line, col } = yaml.lines.linePos(start);
  const from = start - (col - 1);
  const newline = yaml.text.indexOf('\n', from);
  const whole = yaml.text.slice(from, newline < 0 ? undefined : newline).trimEnd();
  const length = Math.max(1, Math.min(stop, from + whole.length) - start);
  const position = { file: yaml.file, line, column: col, length, path: showPath(path) };
  // Width is kept, so that the caret still stands under the place.
  return whole.length > widestLine ? position : { ...position, excerpt: whole.replace(/\p{Cc}/gu, ' ') };
}

/** indicators[3].score.linear.full */
const showPath = (path: Path): string =>
  path.reduce<string>(
    (shown, step) =>
      typeof step === 'number' ? `${shown}[${step}]` : shown === '' ? step : `${shown}.${step}`,
    '',
  );
