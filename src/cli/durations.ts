import { InvalidArgumentError } from 'commander';

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
/** A day: whoever waits longer has forgotten the run. */
const longest = 86_400;

/** 90s, 10m, 1h → milliseconds. A number without a unit is refused: nobody knows which was meant. */
export function parseDuration(text: string): number {
  const found = /^(\d{1,6})\s*([smh])$/.exec(text.trim());
  const value = Number(found?.[1]) * (seconds[found?.[2] ?? ''] ?? 0);
  if (found === null || value > longest) throw new InvalidArgumentError('90s, 10m, 1h');
  return value * 1000;
}
