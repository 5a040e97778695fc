/** In integers of the last decimal, so that it adds up. */
export function exactSum(values: ArrayLike<number>, decimals: number): number {
  const units = 10 ** decimals;
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += Math.round(values[index]! * units);
  return sum / units;
}
