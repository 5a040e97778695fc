import type { Field } from '../../model/field.js';
import type { Period } from '../../model/period.js';
import type { Plan } from '../../model/plan.js';
import { exampleFirm, templateSheets } from '../../model/template.js';
import type { Lang } from '../../model/text.js';
import { units } from '../../model/unit.js';
import type { Format } from '../column.js';
import type { SheetCell, SheetSpec } from '../xlsx/write-sheet.js';
import { boundsOf, templateChecks, wordsOf } from './template-checks.js';
import { type TemplateColumn, type TemplateHeaders, templateColumns } from './template-columns.js';
import { templateGuide } from './template-guide.js';

export interface TemplateOptions {
  readonly lang: Lang;
  /** The time that the data shall speak of; null leaves it open. */
  readonly period: Period | null;
  readonly headers: TemplateHeaders;
}

/**
 * The blank workbook of a plan: the form (a header, a sample row, checked columns), how to fill it, and the words of the
 * drop-downs out of sight. No title stands over the header, and no cell is merged: what comes back is read like any table.
 */
export function templateBook(plan: Plan, { lang, period, headers }: TemplateOptions): SheetSpec[] {
  const columns = templateColumns(plan, lang, headers);
  const names = templateSheets[lang];
  const where = { lang, listSheet: names.lists, firstRow: 2 };
  const { validations, lists } = templateChecks(columns, plan.identity.accepts, where);
  const form: SheetSpec = {
    name: names.form,
    columns: columns.map(({ field }) => ({ format: formatOf(field), form: true, ...widthOf(field) })),
    head: [
      {
        kind: 'header',
        cells: columns.map(({ header, required }) =>
          required ? { value: brokenAtUnit(header), fill: 'required' } : brokenAtUnit(header),
        ),
      },
    ],
    rows: [exampleRow(columns, lang)],
    freeze: true,
    freezeColumns: columns.some(({ field }) => field.role === 'name') ? 2 : 1,
    validations,
  };
  const guide = templateGuide(plan, columns, names.guide, lang, period);
  return [form, guide, listSheet(names.lists, lists)];
}

/** The unit on a line of its own, not broken inside its bracket. Only white space changes: the header is known when it comes back. */
const brokenAtUnit = (header: string): string => header.replace(/ ?(?=[（(][^（(]*$)/, '\n');

/** Numbers stay General: what a person types is what stands there, in a CSV too. */
const formatOf = ({ type }: Field): Format =>
  type === 'number' ? 'number' : type === 'date' ? 'date' : 'text';

const widthOf = ({ role }: Field): { readonly width?: number } =>
  role === 'id' ? { width: 22 } : role === 'name' ? { width: 30 } : {};

/**
 * Drop-downs refer to this sheet: a list in the cell's own check may hold 255 characters and no comma. It is there without
 * words too, for by it the workbook is known when it comes back.
 */
function listSheet(name: string, lists: readonly (readonly string[])[]): SheetSpec {
  const longest = Math.max(0, ...lists.map((words) => words.length));
  return {
    name,
    columns: lists.map(() => ({ format: 'text' })),
    head: [],
    rows: Array.from({ length: longest }, (_, row) => lists.map((words) => words[row] ?? null)),
    visibility: 'very-hidden',
  };
}

/** A fictional firm. Figures are only there to show their form: the first of a kind is large, last year's is a little less. */
function exampleRow(columns: readonly TemplateColumn[], lang: Lang): SheetCell[] {
  const figures = new Map<string, number>();
  const seen = new Set<string>();
  for (const { field } of columns) {
    if (field.type !== 'number') continue;
    const kind = field.unit ?? '';
    const plain = (seen.has(kind) ? later : first)[unitKind(field)];
    seen.add(kind);
    const now = field.priorOf === null ? undefined : figures.get(field.priorOf);
    figures.set(field.id, within(now === undefined ? plain : Math.round(now * LAST_YEAR), field));
  }
  return columns.map(({ field }) => ({ value: exampleValue(field, figures, lang), fill: 'example' }));
}

type UnitKind = 'money' | 'ratio' | 'people' | 'count';
const first: Readonly<Record<UnitKind, number>> = { money: 2000, ratio: 15, people: 80, count: 2 };
const later: Readonly<Record<UnitKind, number>> = { money: 150, ratio: 15, people: 12, count: 2 };
const LAST_YEAR = 0.8;
/** 2018-06-21 */
const FOUNDED = 17_703;

function unitKind({ unit }: Field): UnitKind {
  const kind = unit === null ? undefined : units.get(unit)?.kind;
  return unit === '人' ? 'people' : (kind ?? 'count');
}

/** A figure that the field's own bounds allow. */
function within(figure: number, field: Field): number {
  const { least, most } = boundsOf(field);
  return Math.min(Math.max(figure, least ?? Number.NEGATIVE_INFINITY), most ?? Number.POSITIVE_INFINITY);
}

function exampleValue(field: Field, figures: ReadonlyMap<string, number>, lang: Lang): string | number {
  if (field.role === 'id') return exampleFirm.id;
  if (field.role === 'name') return exampleFirm.name[lang];
  const words = wordsOf(field, lang);
  // A veto's flag is combined by any: the sample firm is on no such list.
  if (field.type === 'boolean') return words[field.combine === 'any' ? 1 : 0]!;
  if (words.length > 0) return words[0]!;
  if (field.type === 'number') return figures.get(field.id)!;
  if (field.type === 'date') return FOUNDED;
  return lang === 'zh' ? '示例' : 'example';
}
