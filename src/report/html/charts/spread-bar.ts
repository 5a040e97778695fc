import { html, type Markup } from '../markup.js';
import type { Spread } from '../spread.js';

/** From where to where the totals of a chart go, and the lines drawn across. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly number[];
}

/** Lowest to highest thin, the middle half thick, the median as a mark. `said` tells the same in words. */
export function spreadBar(spread: Spread, { from, to, lines }: Scale, said: string): Markup {
  const x = (value: number): number => ((value - from) / (to - from)) * 1000;
  const rect = (code: string, left: number, right: number, y: number, height: number): Markup =>
    html`<rect class="f-${code}" x="${left.toFixed(1)}" y="${y}" width="${Math.max(3, right - left).toFixed(1)}" height="${height}"/>`;
  return html`<svg class="spread" role="img" aria-label="${said}" viewBox="0 0 1000 16" preserveAspectRatio="none">${rect(
    'edge',
    0,
    1000,
    7,
    2,
  )}${rect('below-line', x(spread.low), x(spread.high), 6, 4)}${rect(
    'accent',
    x(spread.quarter),
    x(spread.threeQuarters),
    2,
    12,
  )}${rect('ink', x(spread.median) - 3, x(spread.median) + 3, 0, 16)}${lines.map((line) =>
    rect('line', x(line) - 1.5, x(line) + 1.5, 0, 16),
  )}</svg>`;
}
