/**
 * Rounding as ECOSYSTEM §4.2 measured it: to 10 decimals first, then half-up, both as decimals. The decimal of a
 * float64 is the shortest one that reads back as it, the one that people see: 1.005 is a tie at 2 decimals, though its
 * bits lie below. Halves go away from zero (−2.5 → −3), as decimals do in PostgreSQL and DuckDB. The fast paths are
 * exact: wherever float64 could not tell a tie, the slow path decides on the digits.
 */

const places = 10;
const scale = 1e10;
/** From here on 17 significant digits, all that a float64 has, leave no more than 10 decimals. */
const noMoreDecimals = 1e6;
/** Below it, n and 2n + 1 are exact integers. */
const exactTwice = 2 ** 52;
/** Below it, a product is wrong by at most 1/4, so the nearest integer is the right one. */
const exactNearest = 2 ** 50;
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10] as const;

/** The value to 10 decimals, half-up. null (NaN) stays null; −0 becomes 0; never throws. A few ns. */
export function round10(value: number): number {
  const size = Math.abs(value);
  if (!(size < noMoreDecimals)) return value;
  const scaled = size * scale;
  const whole = Math.round(scaled);
  const rounded = whole / scale;
  // A decimal of 10 places or fewer that reads as the value itself: most inputs.
  if (rounded === size) return value + 0;
  if (isClear(size, scaled, whole)) return value < 0 ? 0 - rounded : rounded;
  return byDigits(value, places);
}

/** True where the value lies between the ties around `whole`, and on neither. */
function isClear(size: number, scaled: number, whole: number): boolean {
  // The product and the shortest decimal are each off by half a unit in the last place at most.
  const doubt = scaled * 2 ** -51;
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) > doubt) return true;
  // Rounding to float64 keeps the order, so a value that is not the float64 of a tie is on its own side of it.
  return scaled < exactTwice && size > (2 * whole - 1) / (2 * scale) && size < (2 * whole + 1) / (2 * scale);
}

/** The value to 10 decimals, then to `digits` (0 to 10), half-up, halves away from zero. null stays null. */
export function roundHalfUp(value: number, digits: number): number {
  const power = powers[digits];
  if (power === undefined) throw new RangeError(`cannot round to ${digits} digits`);
  const first = round10(value);
  if (Number.isNaN(first) || digits === places) return first;
  const size = Math.abs(first);
  if (Math.round(size * power) / power === size) return first;
  const scaled = size * scale;
  if (!(scaled < exactNearest)) return byDigits(first, digits);
  const whole = Math.round(scaled);
  const step = scale / power;
  const floor = Math.floor(whole / step);
  const kept = (whole - floor * step) * 2 >= step ? floor + 1 : floor;
  return first < 0 ? 0 - kept / power : kept / power;
}

/** The slow path, on the digits of the shortest decimal. */
function byDigits(value: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const cut = fraction.length - Number(exponent) - digits;
  if (!(cut > 0)) return value;
  const figures = whole + fraction;
  if (cut > figures.length) return 0;
  const step = 10n ** BigInt(cut);
  const all = BigInt(figures);
  const kept = all / step + ((all % step) * 2n >= step ? 1n : 0n);
  const rounded = Number(`${kept}e-${digits}`);
  return value < 0 ? 0 - rounded : rounded;
}
