import type { Row } from '../model/cell.js';
import { exceptionHeaders } from '../model/exception-form.js';
import type { Field } from '../model/field.js';
import type { TableRef } from '../model/firms.js';
import type { Mapping, Origins } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { RowPosition } from '../model/position.js';
import { units } from '../model/unit.js';
import { type ColumnReader, shiftOf } from './column-reader.js';
import type { FieldStore } from './firm-store.js';
import { namedPeriod, type PeriodCode } from './period-code.js';
import { ratioWatch } from './ratio-scale.js';

/** A table under reading: its columns made ready, and where id and name stand. */
export interface Table {
  readonly ref: TableRef;
  readonly index: number;
  readonly columns: readonly ColumnReader[];
  readonly stores: readonly FieldStore[];
  readonly id: number;
  readonly name: number;
  /** Column that states each row's period; -1 for none. */
  readonly period: number;
  /** The period that the sheet's name states for rows that have no such column; 0 for none. */
  readonly named: PeriodCode;
  /** Column that says whether a row was withdrawn; -1 for none. */
  readonly status: number;
  /** The file was given as last year's. */
  readonly prior: boolean;
  /** Of a table of `--fixes`: what its rows take the place of; null for every other table. */
  readonly origins: Origins | null;
  /** Columns of the firm's own form: behind them may stand ours. */
  readonly own: number;
  /** Fields that a CSV record must have. */
  readonly width: number;
  /** Columns that hold a plain running number. */
  readonly serial: ReadonlySet<number>;
  /** Set where rows are added up: only then a whole row said twice must be told from two rows alike. */
  readonly seen: Set<string> | null;
}

/** A mapping → what reading its rows needs. `needed` are the fields whose trouble is an error. */
export function prepareTable(
  mapping: Mapping,
  index: number,
  plan: Plan,
  needed: ReadonlySet<string>,
  storeOf: (field: Field) => FieldStore,
  prior: boolean,
): Table {
  const columns: ColumnReader[] = [];
  const columnOf = new Map<string, number>();
  for (const column of mapping.columns) {
    const field = column.field === null ? undefined : plan.fields.get(column.field);
    if (field === undefined) continue;
    columnOf.set(field.id, column.index);
    if ([plan.idField, plan.periodField, plan.statusField].includes(field.id)) continue;
    const { unit } = column;
    columns.push({
      index: column.index,
      field,
      shift: shiftOf(unit),
      unit,
      stated: column.unitFrom !== null && column.unitFrom !== 'profile',
      header: column.header,
      assumed: column.unitFrom === 'profile',
      needed: needed.has(field.id),
      ratio: units.get(unit ?? '')?.kind === 'ratio' ? ratioWatch() : null,
    });
  }
  const { file, sheet, headerFrom, headerTo } = mapping;
  const headed = mapping.columns.filter((column) => column.header !== '');
  const inYuan = new Set(columns.filter(({ unit }) => unit === '元').map(({ field }) => field.id));
  const period = prior || plan.periodField === null ? -1 : (columnOf.get(plan.periodField) ?? -1);
  return {
    index,
    ref: { file, sheet, headerFrom, headerTo, columnOf, inYuan },
    columns,
    stores: columns.map((column) => storeOf(column.field)),
    id: columnOf.get(plan.idField) ?? -1,
    name: plan.nameField === null ? -1 : (columnOf.get(plan.nameField) ?? -1),
    period,
    named: prior || period >= 0 ? 0 : namedPeriod(sheet),
    status: plan.statusField === null ? -1 : (columnOf.get(plan.statusField) ?? -1),
    prior,
    origins: null,
    own: ownWidth(mapping),
    width: Math.max(0, ...mapping.columns.map((column) => column.index + 1)),
    serial: new Set(
      headed.filter((one) => /^(?:序号|编号|no\.?|#)$/i.test(one.header)).map((one) => one.index),
    ),
    seen: columns.some((column) => column.field.combine === 'sum') ? new Set() : null,
  };
}

const ours: ReadonlySet<string> = new Set(Object.values(exceptionHeaders).flatMap(({ zh, en }) => [zh, en]));

const ownWidth = ({ columns }: Mapping): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...columns.filter((one) => ours.has(one.header)).map((one) => one.index));

export const rowAt = ({ ref }: Table, row: Row): RowPosition => ({
  file: ref.file,
  sheet: ref.sheet,
  row: row.number,
  ...(row.line > 0 ? { line: row.line } : {}),
});
