import type { Disposition } from '../../../model/decisions.js';
import { dispositionText } from '../../../model/decisions.js';
import { rankedFirms, sayCounted } from '../../left-out.js';
import { type Bins, histogram } from '../charts/histogram.js';
import type { Scale } from '../charts/spread-bar.js';
import { html, type Markup } from '../markup.js';
import { spreadOf } from '../spread.js';
import type { Standings } from '../standings.js';

/** Columns of a chart over the whole scale. */
const BINS = 20;
const codes: readonly Disposition[] = ['whitelisted', 'referred', 'below-line'];

/** How the totals lie, with the line drawn. Nothing for a profile without totals. */
export function pointsSection(standings: Standings): Markup | null {
  const { run, ranked, lines } = standings;
  const { lang, plan, scores } = run;
  const spread = spreadOf(
    ranked.map((firm) => scores.total[firm]!),
    plan.decimals,
  );
  if (spread === null) return null;
  const bins = binsOf(standings);
  const zh = lang === 'zh';
  const figures: readonly (readonly [string, number])[] = [
    [zh ? '参与排名的企业' : 'Firms ranked', spread.count],
    [zh ? '最高' : 'Highest', spread.high],
    [zh ? '上四分位' : 'Upper quartile', spread.threeQuarters],
    [zh ? '中位数' : 'Median', spread.median],
    [zh ? '下四分位' : 'Lower quartile', spread.quarter],
    [zh ? '最低' : 'Lowest', spread.low],
  ];
  const title = zh ? '总分分布' : 'Distribution of totals';
  const said = bins.counts
    .map((counts, bin) => {
      const from = bins.from + bin * bins.width;
      return `${trim(from)}–${trim(from + bins.width)}: ${counts.reduce((a, b) => a + b, 0)}`;
    })
    .join(zh ? '；' : '; ');
  const isRanked = new Set(ranked);
  const over = sayCounted(run, rankedFirms, (firm) => isRanked.has(firm));
  return html`<section id="points"><h2>${title}</h2><div class="wide-narrow"><div>${histogram(bins, lines, title, said)}
<p class="soft">${codes.map((code) => html`<span class="key k-${code}"></span>${dispositionText[code][lang]}　`)}${zh ? `每柱 ${trim(bins.width)} 分，纵轴为企业数` : `each column is ${trim(bins.width)} points wide and as high as its number of firms`}<br>${zh ? `图中为${over}` : `Shown: ${over}`}</p></div>
<div><table class="legend"><tbody>${figures.map(
    ([name, value], index) =>
      html`<tr><th scope="row">${name}</th><td class="number">${index === 0 ? value : value.toFixed(plan.decimals)}</td></tr>`,
  )}</tbody></table>${lines.map(({ at, list }) => lineText(standings, at, list.name[lang], plan.lists.indexOf(list)))}</div></div></section>`;
}

/** Firms at the line, and those of them that a condition beside the points keeps off the list. */
function lineText({ run, ranked }: Standings, at: number, name: string, list: number): Markup {
  const reached = ranked.filter((firm) => run.scores.total[firm]! >= at);
  const isOn = (firm: number): boolean => run.decisions.lists[firm]!.includes(list);
  const off = reached.filter((firm) => !isOn(firm)).length;
  // People may put a firm on a list, and a rule may round the total before it asks.
  const below = ranked.filter((firm) => run.scores.total[firm]! < at && isOn(firm)).length;
  return run.lang === 'zh'
    ? html`<p><b>${name}</b>：分数线 ${at} 分，达线 ${reached.length} 家，其中 ${reached.length - off} 家在名单上${off === 0 ? null : `；${off} 家达线而未列入（其他条件未满足）`}${below === 0 ? null : `；另有 ${below} 家低于分数线而在名单上（人工调入，或方案先将总分取整）`}。</p>`
    : html`<p><b>${name}</b>: line at ${at} points, reached by ${reached.length}, of whom ${reached.length - off} are on the list${off === 0 ? null : `; ${off} are not, for another condition`}${below === 0 ? null : `; ${below} more are on it below the line (put there by people, or by a total that the rule rounds)`}.</p>`;
}

/** From the lowest possible or found total to the highest, in equal parts of the plan's scale. */
export function scaleOf({ run, ranked, lines }: Standings): Scale & { readonly width: number } {
  let low = 0;
  let high = run.plan.scale ?? 0;
  for (const firm of ranked) {
    low = Math.min(low, run.scores.total[firm]!);
    high = Math.max(high, run.scores.total[firm]!);
  }
  const width = niceWidth((run.plan.scale ?? (high - low || 1)) / BINS);
  const from = Math.floor(low / width) * width;
  return {
    from,
    to: Math.max(from + width, Math.ceil(Number((high / width).toFixed(6))) * width),
    width,
    lines: lines.map((line) => line.at),
  };
}

export function binsOf(standings: Standings): Bins {
  const { run, ranked } = standings;
  const { from, to, width } = scaleOf(standings);
  const count = Math.round((to - from) / width);
  const counts = Array.from({ length: count }, () => codes.map(() => 0));
  for (const firm of ranked) {
    // 0.3 / 0.1 is a hair below 3.
    const bin = Math.floor((run.scores.total[firm]! - from) / width + 1e-9);
    const code = codes.indexOf(run.decisions.disposition[firm]!);
    // The highest total stands in the last column, not in one of its own.
    if (code >= 0) counts[Math.min(bin, count - 1)]![code]!++;
  }
  return { from, width, codes, counts };
}

/** The next of 1, 2, 2.5, 5, 10 … */
function niceWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= least * 0.999) ?? 10 * power;
}

const trim = (value: number): string => String(Number(value.toFixed(4)));
