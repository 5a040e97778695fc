import type { Line } from '../line-of.js';
import { html, type Markup } from '../markup.js';

/** Counts of firms by points, in bins of one width; each bin's parts stand on one another. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly codes: readonly string[];
  /** By bin, then by code. */
  readonly counts: readonly (readonly number[])[];
}

const WIDTH = 720;
const HEIGHT = 250;
const TOP = 26;
const FOOT = 214;
const LEFT = 36;

/** The bins as columns, the lines drawn across. `said` tells in words what it shows. */
export function histogram(bins: Bins, lines: readonly Line[], title: string, said: string): Markup {
  const to = bins.from + bins.width * bins.counts.length;
  const most = Math.max(1, ...bins.counts.map(sum));
  const step = niceStep(most / 4);
  const top = Math.ceil(most / step) * step;
  const x = (points: number): number => LEFT + ((points - bins.from) / (to - bins.from)) * (WIDTH - LEFT);
  const y = (count: number): number => FOOT - (count / top) * (FOOT - TOP);
  const columns = bins.counts.flatMap((counts, bin) => {
    let below = 0;
    return counts.map((count, index) => {
      const from = below;
      below += count;
      if (count === 0) return null;
      const left = x(bins.from + bin * bins.width) + 1;
      const width = x(bins.from + (bin + 1) * bins.width) - left - 1;
      return html`<rect class="f-${bins.codes[index]!}" x="${left.toFixed(1)}" y="${y(below).toFixed(1)}" width="${width.toFixed(1)}" height="${(y(from) - y(below)).toFixed(1)}"/>`;
    });
  });
  const grid = Array.from({ length: top / step + 1 }, (_, index) => index * step).map(
    (count) =>
      html`<rect class="f-edge" x="${LEFT}" y="${y(count).toFixed(1)}" width="${WIDTH - LEFT}" height="1"/><text x="${LEFT - 6}" y="${(y(count) + 4).toFixed(1)}" text-anchor="end">${count}</text>`,
  );
  const labels = bins.counts.flatMap((_, bin) => {
    if (bin % 2 === 1) return [];
    const thin = bin % 4 === 2 ? 'thin' : '';
    const at = bins.from + bin * bins.width;
    return [
      html`<text class="${thin}" x="${x(at).toFixed(1)}" y="${FOOT + 22}" text-anchor="middle">${trim(at)}</text>`,
    ];
  });
  const drawn = lines.map(({ at }) => {
    const left = x(at);
    return html`<rect class="f-line" x="${(left - 1).toFixed(1)}" y="${TOP - 8}" width="2" height="${FOOT - TOP + 8}"/><text class="f-line-text" x="${left.toFixed(1)}" y="${TOP - 12}" text-anchor="middle">${trim(at)}</text>`;
  });
  return html`<svg role="img" aria-labelledby="points-t points-d" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title id="points-t">${title}</title><desc id="points-d">${said}</desc>${grid}${columns}${labels}<text x="${WIDTH}" y="${FOOT + 22}" text-anchor="end">${trim(to)}</text>${drawn}</svg>`;
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
const trim = (value: number): string => String(Number(value.toFixed(4)));

/** The next of 1, 2, 5, 10, 20 … */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? 10 * power;
}
