import type { Text } from './text.js';
import { units, unitText } from './unit.js';

/**
 * A figure with its unit, as people of each language write it: 1320 万元 and 13,200,000 CNY, 12 件 and 12, 3.4% in both.
 * `value` is in that unit (percent as written, not a fraction); never an exponent.
 */
export function quantityText(value: number, unit: string | null): Text {
  const shown = plainNumber(value);
  if (unit === null) return { zh: shown, en: shown };
  const known = units.get(unit);
  if (known?.kind === 'ratio') return { zh: shown + unit, en: shown + unit };
  const zh = `${shown} ${unit}`;
  // An amount in English is whole yuan (or dollars): "1320 10k CNY" is no English.
  if (known?.kind === 'money') return { zh, en: `${inThousands(inYuan(value, unit))} ${known.currency}` };
  const word = unitText(unit).en;
  return { zh, en: word === '' ? shown : `${shown} ${word}` };
}

/** Canonical money is in ten thousands; 12 digits, so that binary dust does not show. */
function inYuan(value: number, unit: string): string {
  const { times, over } = units.get(unit)!;
  return plainNumber(Number(((value * times * 10_000) / over).toPrecision(12)));
}

/** 13200000.5 → 13,200,000.5 */
const inThousands = (plain: string): string => {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** Never an exponent. */
const plainNumber = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(10).replace(/(?:\.|(?<![.0]))0+$/, '') : text;
};
