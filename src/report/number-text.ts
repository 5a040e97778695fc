/** Texts of 0 to 1,000 with two decimals, kept once they are written: points, weights and counts. */
const hundredths: string[] = new Array<string>(100_001);

/** String(value), at a third of its cost where it has been asked before. */
export function numberText(value: number): string {
  const place = Math.round(value * 100);
  if (!(place >= 0 && place < hundredths.length && place / 100 === value)) return String(value);
  hundredths[place] ??= String(value);
  return hundredths[place];
}

/** Noise of float64 is no figure: 0.30000000000000004 is told as 0.3 (DESIGN rule 2 asks edges the same way). */
export function rounded(value: number): number {
  const scaled = value * 1e10;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / 1e10 : Number(value.toFixed(10));
}
