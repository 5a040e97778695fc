import type { Indicator } from '../model/plan.js';
import type { Run } from '../model/run.js';
import { units } from '../model/unit.js';
import type { Format, Value, Voice } from './column.js';
import { type FirmColumn, numbersColumn, textColumn } from './firm-column.js';
import { rounded } from './number-text.js';
import { withUnit, yesNo } from './words.js';

const formatOf = (unit: string | null): Format => {
  const kind = unit === null ? undefined : units.get(unit)?.kind;
  return kind === 'ratio' ? 'percent' : kind === 'money' ? 'money' : 'number';
};

/** Canonical values in the unit that they are shown in; ratios stay fractions, since the format shows the percent. */
function inUnit(unit: string | null): (value: number) => number {
  const known = unit === null ? undefined : units.get(unit);
  if (known === undefined || known.kind === 'ratio' || known.over === known.times) return rounded;
  return (value) => rounded((value * known.over) / known.times);
}

/** A field's value for a report, in its canonical unit. null where the run keeps no such field. */
export function fieldColumn(run: Run, id: string, voice: Voice): FirmColumn | null {
  const field = run.plan.fields.get(id);
  if (field === undefined) return null;
  const { firms } = run;
  if (field.role === 'id') return textColumn(field.id, field.name, (firm) => firms.ids[firm] ?? null);
  if (field.role === 'name') return textColumn(field.id, field.name, (firm) => firms.names[firm] ?? null);
  const texts = firms.texts.get(id);
  if (texts !== undefined) return textColumn(field.id, field.name, (firm) => texts[firm] ?? null);
  const numbers = firms.numbers.get(id);
  if (numbers === undefined) return null;
  const at = (firm: number): number => numbers[firm] ?? Number.NaN;
  if (field.type === 'boolean')
    return textColumn(field.id, field.name, (firm) => {
      const value = at(firm);
      return Number.isNaN(value)
        ? null
        : voice.headers === 'id'
          ? value === 1
          : yesNo(value === 1, voice.lang);
    });
  const header = withUnit(field.name, field.unit);
  if (field.type === 'date')
    return {
      column: { id: field.id, header, format: 'date' },
      of: (firm) => (Number.isNaN(at(firm)) ? null : rounded(at(firm))),
    };
  return numbersColumn({ id: field.id, header, format: formatOf(field.unit) }, numbers);
}

/** The value of an indicator that was scored. */
export function valueColumn(run: Run, index: number, voice: Voice): FirmColumn {
  const indicator = run.plan.indicators[index]!;
  const words = run.scores.words[index] ?? null;
  const values = run.scores.values[index]!;
  const inputs = inputsOf(indicator);
  const truth = inputs.every((input) => input === 'boolean');
  const format: Format =
    truth || inputs.every((input) => input === 'text') ? 'text' : formatOf(indicator.unit);
  const column = { id: `value_${indicator.id}`, header: withUnit(indicator.name, indicator.unit), format };
  const shown = inUnit(indicator.unit);
  if (words === null && !truth && shown === rounded) return numbersColumn(column, values);
  const of = (firm: number): Value => {
    const word = words?.[firm] ?? null;
    if (word !== null) return word;
    const value = values[firm] ?? Number.NaN;
    if (Number.isNaN(value)) return null;
    if (truth) return voice.headers === 'id' ? value === 1 : yesNo(value === 1, voice.lang);
    return shown(value);
  };
  return { column, of };
}

const inputsOf = ({ rule }: Indicator): readonly ('number' | 'text' | 'boolean')[] =>
  rule.kind === 'single' ? [rule.scorer.input] : rule.options.map((option) => option.scorer.input);
