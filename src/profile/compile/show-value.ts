import { round10 } from '../../expr/index.js';
import { quantityText } from '../../model/quantity-text.js';
import type { Text } from '../../model/text.js';
import { units } from '../../model/unit.js';

/** How people read canonical values of a unit: 0.06 → 6%; 500 → 500 万元, in English 5,000,000 CNY; 3 → 3 件. */
export function showerOf(unit: string | null): (value: number) => Text {
  const known = unit === null ? undefined : units.get(unit);
  if (known?.kind !== 'ratio') return (value) => quantityText(round10(value), unit);
  return (value) => quantityText(round10((value * known.over) / known.times), unit);
}
