import type { Field } from '../model/field.js';
import type { Firms } from '../model/firms.js';
import { units } from '../model/unit.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import type { IntakeRun } from './findings-table.js';
import { type FirmColumn, firmTable } from './firm-column.js';
import { orderFirms } from './firm-order.js';
import { headerWithUnit } from './template/template-columns.js';
import { yesNo } from './words.js';

/**
 * What was read, a row a firm, by id, then name: every field of the profile that an input has, in the profile's order and
 * units (a share of 0.05 is 5 under %), so that it reads back as it is. Numbers are complete. A field without a column has
 * none here either: it is not blank, it is unknown. Firms with an error are left out; `all` keeps them and marks them.
 */
export function cleanTable(run: IntakeRun, voice: Voice, all: boolean): ReportTable {
  const { firms, plan } = run;
  const first = [plan.idField, plan.nameField].filter((id) => id !== null);
  const ids = [...first, ...[...plan.fields.keys()].filter((id) => !first.includes(id))];
  const columns = ids.flatMap((id): FirmColumn[] => {
    const field = plan.fields.get(id)!;
    const of = reader(firms, field, voice);
    return of === null ? [] : [{ column: columnOf(field), of }];
  });
  const kept = orderFirms(run).filter((firm) => all || firms.rejected[firm] !== 1);
  return firmTable(
    { zh: '清洗后的数据', en: 'Clean data' },
    all ? [...columns, rejected(firms, voice)] : columns,
    kept,
  );
}

const columnOf = (field: Field): Column => ({
  id: field.id,
  header: { zh: headerWithUnit(field.name.zh, field), en: headerWithUnit(field.name.en, field) },
  format: field.type === 'date' ? 'date' : field.type === 'number' ? 'number' : 'text',
});

const rejected = (firms: Firms, voice: Voice): FirmColumn => ({
  // As data/firms.csv of a run has it: no field's id begins with a line.
  column: { id: '_rejected', header: { zh: '退回改正', en: 'Rejected' }, format: 'text' },
  of: (firm) => {
    const value = firms.rejected[firm] ?? 0;
    return voice.headers === 'id' ? value : yesNo(value === 1, voice.lang);
  },
});

function reader(firms: Firms, field: Field, voice: Voice): ((firm: number) => Value) | null {
  if (field.role === 'id') return (firm) => firms.ids[firm] ?? null;
  const texts = firms.texts.get(field.id);
  if (texts !== undefined) return (firm) => texts[firm] ?? null;
  const numbers = firms.numbers.get(field.id);
  if (numbers === undefined) return null;
  return (firm) => {
    const value = numbers[firm];
    if (value === undefined || Number.isNaN(value)) return null;
    if (field.type === 'boolean')
      return voice.headers === 'id' ? value === 1 : yesNo(value === 1, voice.lang);
    return field.type === 'date' ? value : inUnit(value, field.unit);
  };
}

/** Money and counts are kept in the field's unit; a share is shifted by whole decimal places, so that no digit is lost. */
function inUnit(value: number, unit: string | null): number {
  const known = unit === null ? undefined : units.get(unit);
  if (known?.kind !== 'ratio') return value;
  const places = Math.round(Math.log10(known.over / known.times));
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}
