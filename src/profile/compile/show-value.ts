import { round10 } from '../../expr/index.js';
import { units } from '../../model/unit.js';

/** How people read values of a unit: 0.06 → 6%, 500 → 500 万元, 3 → 3 件. */
export function showerOf(unit: string | null): (value: number) => string {
  if (unit === null) return (value) => plainNumber(value);
  const known = units.get(unit);
  if (known?.kind === 'ratio') return (value) => `${plainNumber((value * known.over) / known.times)}${unit}`;
  return (value) => `${plainNumber(value)} ${unit}`;
}

/** At most 10 decimals, never an exponent. */
const plainNumber = (value: number): string => {
  const rounded = round10(value);
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(10).replace(/(?:\.|(?<![.0]))0+$/, '') : text;
};
