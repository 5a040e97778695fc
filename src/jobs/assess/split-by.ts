import { Findings, usageError } from '../../finding/index.js';
import {
  bareField,
  fieldNamed,
  fold,
  type GivenTable,
  indexFields,
  indexList,
  nearestHeaders,
} from '../../match/index.js';
import { dayText } from '../../model/day.js';
import type { Field } from '../../model/field.js';
import type { Firms } from '../../model/firms.js';
import type { Mapping } from '../../model/mapping.js';
import type { Plan } from '../../model/plan.js';
import type { Split } from '../../model/split.js';
import type { Text } from '../../model/text.js';
import { compareOrBlank } from '../../model/text-order.js';

/** A column that is no field of the profile is read as this one, only while the inputs are read. */
const keptId = '_by';
/** More files than anybody sends out; a column of figures would make one a firm. */
const mostValues = 500;

/** Where the blanks' reports stand. */
const blankFolder: Text = { zh: 'by/未填', en: 'by/blank' };

/** A column that reports shall be split by, and the plan that reads it. */
export interface Asked {
  readonly plan: Plan;
  readonly field: Field;
}

/** Throws a usage error (exit 2) for a column that tells single firms: its values would stand in the manifest. */
export function askedColumn(by: string, plan: Plan, year: number | null): Asked {
  const known = fieldNamed(by, indexFields(plan, year));
  if (known !== null && (known.id === plan.idField || known.id === plan.nameField)) {
    const findings = new Findings();
    findings.add('usage.by-firm', { file: '--by' }, { by });
    throw usageError(findings.all);
  }
  if (known !== null) return { plan, field: known };
  const field: Field = { ...bareField(keptId, { zh: by, en: by }), optional: true };
  return { plan: { ...plan, fields: new Map([...plan.fields, [keptId, field]]) }, field };
}

/** Whether the column that was asked for is what a roster's table calls the district. */
export const isDistrict = (
  by: string,
  { field }: Asked,
  plan: Plan,
  roster: ReadonlyMap<string, Field>,
): boolean => field.id === 'district' || fieldNamed(by, indexList(plan, roster))?.id === 'district';

/** A saved mapping does not know the column: it is named there as any other that is not read. */
export function keptInMapping(given: readonly GivenTable[], plan: Plan): readonly GivenTable[] {
  const kept = plan.fields.get(keptId);
  if (kept === undefined) return given;
  const isKept = (column: GivenTable['columns'][number]) =>
    column.field === null && fold(column.header) === fold(kept.name.zh);
  return given.map((table) => ({
    ...table,
    columns: table.columns.map((column) => (isKept(column) ? { ...column, field: keptId } : column)),
  }));
}

/** The mappings as the profile knows them: a column that was read for `--by` alone is no field. */
export const withoutKept = (mappings: readonly Mapping[]): readonly Mapping[] =>
  mappings.map((mapping) =>
    mapping.columns.some((column) => column.field === keptId)
      ? {
          ...mapping,
          columns: mapping.columns.map((column) =>
            column.field === keptId ? { ...column, field: null, by: null } : column,
          ),
        }
      : mapping,
  );

/**
 * Firms by the column's values, each told once. A column that no input has, or one of too many values, is an error of the
 * header (exit 3). Cost: one look at each firm and a sort of the values.
 */
export function splitFirms(
  { field }: Asked,
  firms: Firms,
  mappings: readonly Mapping[],
  findings: Findings,
): Split | null {
  const [{ file, sheet }] = mappings as readonly [Mapping, ...Mapping[]];
  const read = readerOf(field, firms);
  if (read === null) {
    const headers = mappings.flatMap((mapping) => mapping.columns.map((column) => column.header));
    const near = nearestHeaders([...new Set(headers.filter((header) => header !== ''))])(field);
    findings.add('header.by-absent', { file, sheet }, { by: field.name, near });
    return null;
  }
  const seen = new Map<string | null, number>();
  const codes = new Int32Array(firms.count);
  for (let firm = 0; firm < firms.count; firm++) {
    const word = read(firm);
    const code = seen.get(word) ?? seen.size;
    seen.set(word, code);
    codes[firm] = code;
  }
  if (seen.size > mostValues) {
    findings.add('header.by-many', { file, sheet }, { by: field.name, values: seen.size, most: mostValues });
    return null;
  }
  const blank = seen.get(null);
  const blanks = codes.filter((code) => code === blank).length;
  if (blanks > 0)
    findings.add('header.by-blank', { file, sheet }, { by: field.name, firms: blanks, folder: blankFolder });
  for (const words of alike([...seen.keys()]))
    findings.add('header.by-alike', { file, sheet }, { by: field.name, words });
  // By value, not by who came first: shuffled rows give the same files.
  const words = [...seen.keys()].sort(compareOrBlank);
  const place = new Map(words.map((word, index) => [seen.get(word)!, index]));
  for (let firm = 0; firm < firms.count; firm++) codes[firm] = place.get(codes[firm]!)!;
  return { by: field.name, words, codes };
}

/** Words that a person takes for one. */
function alike(words: readonly (string | null)[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    if (word === null) continue;
    const key = word.normalize('NFKC').replace(/\s/g, '');
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.sort());
}

function readerOf(field: Field, firms: Firms): ((firm: number) => string | null) | null {
  const texts = firms.texts.get(field.id);
  if (texts !== undefined) return (firm) => texts[firm]?.normalize('NFC') ?? null;
  const numbers = firms.numbers.get(field.id);
  if (numbers === undefined) return null;
  const said =
    field.type === 'date'
      ? dayText
      : field.type === 'boolean'
        ? (value: number) => (value === 1 ? '是' : '否')
        : String;
  return (firm) => {
    const value = numbers[firm] ?? Number.NaN;
    return Number.isNaN(value) ? null : said(value);
  };
}
