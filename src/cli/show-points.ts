import type { Summary } from '../jobs/assess/summarise.js';
import type { Lang } from '../model/text.js';
import { columnsOf, padEnd, widthOf, wrap } from './layout.js';
import type { Painter } from './paint.js';
import { foreign } from './plain.js';

type Points = NonNullable<Summary['points']>;

const words = {
  zh: {
    points: '总分分布',
    about: (width: number, most: number) => `每柱 ${width} 分，最多 ${most} 家`,
    near: (firms: number, within: number) => `只差一点：低于分数线不超过 ${within} 分的 ${firms} 家`,
    short: '差',
    more: (count: number) => `…… 另有 ${count} 家，见 report.html`,
  },
  en: {
    points: 'Totals',
    about: (width: number, most: number) => `${width} points a column, ${most} firms at most`,
    near: (firms: number, within: number) => `Near misses: ${firms} within ${within} points below the line`,
    short: 'short by',
    more: (count: number) => `… ${count} more in report.html`,
  },
} as const;

const levels = '▁▂▃▄▅▆▇█';

/**
 * How the totals lie: a row of columns, what reaches the line in its colour, and a scale with the line on it. Then how many
 * stand just below it, and who — `named` — where a person looks on: a log names no firm.
 */
export function pointsLines(
  points: Points,
  lang: Lang,
  paint: Painter,
  width: number,
  named: boolean,
): string[] {
  const text = words[lang];
  const { bins, from, width: span, lines, near } = points;
  const most = Math.max(...bins);
  const cell = Math.max(1, Math.min(3, Math.floor((width - 2) / bins.length)));
  const line = lines[0] ?? Number.POSITIVE_INFINITY;
  const column = (count: number, bin: number): string => {
    const level = count === 0 ? ' ' : levels[Math.min(7, Math.floor((count / most) * 7.999))]!;
    const drawn = padEnd(level.repeat(Math.max(1, cell - 1)), cell);
    return from + bin * span >= line ? paint.good(drawn) : paint.dim(drawn);
  };
  const [title, ...rest] = wrap(`${text.points}  ${text.about(trim(span), most)}`, width);
  const told = [
    '',
    title!.replace(text.points, (one) => paint.bold(one)),
    ...rest,
    `  ${bins.map(column).join('')}`.trimEnd(),
    `  ${scale(points, cell * bins.length, paint)}`,
  ];
  if (near === null || near.firms === 0) return told;
  told.push(...wrap(text.near(near.firms, trim(near.within)), width));
  if (!named) return told;
  const rows = near.nearest.map((one) => [
    `  ${foreign(one.name ?? one.id ?? '-')}`,
    one.total.toFixed(points.decimals),
    `${text.short} ${one.shortBy.toFixed(points.decimals)}`,
  ]);
  const room = width - Math.max(...rows.map(([, total, short]) => widthOf(`  ${total}  ${short}`))) - 2;
  told.push(
    ...columnsOf(
      rows.map(([name, ...rest]) => [cut(name!, room), ...rest]),
      new Set([1, 2]),
    ),
  );
  if (near.firms > rows.length) told.push(`  ${text.more(near.firms - rows.length)}`);
  return told;

  /** 0 … ▲60 … 100 under the columns; an end that the line's label would touch is left out. */
  function scale({ from, to, lines }: Points, room: number, paint: Painter): string {
    const at = (value: number): number => Math.round(((value - from) / (to - from)) * room);
    let drawn = String(trim(from));
    for (const one of lines) {
      const label = `▲${trim(one)}`;
      if (at(one) <= widthOf(drawn)) continue;
      drawn = `${padEnd(drawn, at(one))}${label}`;
    }
    const end = String(trim(to));
    if (room - end.length > widthOf(drawn)) drawn = `${padEnd(drawn, room - end.length)}${end}`;
    return drawn.replace(/▲[\d.-]+/g, (one) => paint.bad(one));
  }
}

const trim = (value: number): number => Number(value.toFixed(4));

/** A name that would break the line ends in an ellipsis. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = text;
  while (widthOf(short) > width - 1 && short !== '') short = short.slice(0, -1);
  return `${short}…`;
}
