import type { Indicator } from '../model/plan.js';
import type { Run } from '../model/run.js';
import { units } from '../model/unit.js';
import type { Format, Value, Voice } from './column.js';
import { type FirmColumn, textColumn } from './firm-column.js';
import { withUnit, yesNo } from './words.js';

/** Noise of float64 is no figure: 0.30000000000000004 is told as 0.3 (DESIGN rule 2 asks edges the same way). */
export function rounded(value: number): number {
  const scaled = value * 1e10;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / 1e10 : Number(value.toFixed(10));
}

const formatOf = (unit: string | null): Format => {
  const kind = unit === null ? undefined : units.get(unit)?.kind;
  return kind === 'ratio' ? 'percent' : kind === 'money' ? 'money' : 'number';
};

/** Canonical values in the unit that they are shown in; ratios stay fractions, since the format shows the percent. */
function inUnit(unit: string | null): (value: number) => number {
  const known = unit === null ? undefined : units.get(unit);
  if (known === undefined || known.kind === 'ratio') return rounded;
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
  const format: Format = field.type === 'date' ? 'date' : formatOf(field.unit);
  return {
    column: { id: field.id, header: withUnit(field.name, field.unit), format },
    of: (firm) => (Number.isNaN(at(firm)) ? null : rounded(at(firm))),
  };
}

/** The value of an indicator that was scored. */
export function valueColumn(run: Run, index: number, voice: Voice): FirmColumn {
  const indicator = run.plan.indicators[index]!;
  const words = run.scores.words[index] ?? null;
  const values = run.scores.values[index]!;
  const inputs = inputsOf(indicator);
  const truth = inputs.every((input) => input === 'boolean');
  const shown = inUnit(indicator.unit);
  const of = (firm: number): Value => {
    const word = words?.[firm] ?? null;
    if (word !== null) return word;
    const value = values[firm] ?? Number.NaN;
    if (Number.isNaN(value)) return null;
    if (truth) return voice.headers === 'id' ? value === 1 : yesNo(value === 1, voice.lang);
    return shown(value);
  };
  const format: Format =
    truth || inputs.every((input) => input === 'text') ? 'text' : formatOf(indicator.unit);
  return {
    column: { id: `value_${indicator.id}`, header: withUnit(indicator.name, indicator.unit), format },
    of,
  };
}

const inputsOf = ({ rule }: Indicator): readonly ('number' | 'text' | 'boolean')[] =>
  rule.kind === 'single' ? [rule.scorer.input] : rule.options.map((option) => option.scorer.input);
