import { compareText } from '../../../model/text-order.js';
import { describeFirms } from '../../describe-firm.js';
import { html, type Markup } from '../markup.js';
import type { Standings } from '../standings.js';

/** Near is a twentieth of the scale: 5 points of 100. assumed, as zones speak of 差几分. */
const NEAR = 1 / 20;
/** More are counted, and stand in the table of firms. */
const MOST = 30;

export interface NearFirms {
  readonly within: number;
  /** The nearest first. */
  readonly firms: readonly number[];
  /** Points that one of them is short by. */
  gap(firm: number): number;
}

/** Firms within a few points below the lowest line; null where there is no line. */
export function nearFirms({ run, ranked, lines }: Standings): NearFirms | null {
  const [line] = lines;
  if (line === undefined) return null;
  const { plan, scores, firms: all, decisions } = run;
  const within = (plan.scale ?? 100) * NEAR;
  const gaps = new Map<number, number>();
  for (const firm of ranked) {
    const exact = line.at - scores.total[firm]!;
    // Rounding moves it by half a point at most.
    if (exact < -1 || exact > within + 1 || decisions.disposition[firm] === 'whitelisted') continue;
    const gap = Number(exact.toFixed(plan.decimals));
    if (gap > 0 && gap <= within) gaps.set(firm, gap);
  }
  const gap = (firm: number): number => gaps.get(firm) ?? Number.NaN;
  const firms = [...gaps.keys()].sort(
    (a, b) => gap(a) - gap(b) || compareText(all.ids[a] ?? '', all.ids[b] ?? ''),
  );
  return { within, firms, gap };
}

/** Firms a few points below the lowest line, the nearest first, with what cost them most. */
export function nearMisses(standings: Standings): Markup | null {
  const [line] = standings.lines;
  const found = nearFirms(standings);
  if (line === undefined || found === null) return null;
  const { run } = standings;
  const { plan, lang, scores, firms } = run;
  const zh = lang === 'zh';
  const { within: near, gap } = found;
  const words = describeFirms(run, { lang, headers: 'text' });
  const figure = (value: number): string => value.toFixed(plan.decimals);
  const heads = zh
    ? ['企业', '阶段', '总分', '差', '主要失分（得分/权重）']
    : ['Firm', 'Stage', 'Total', 'Short by', 'Largest losses (points/weight)'];
  const rows = found.firms
    .slice(0, MOST)
    .map(
      (firm) =>
        html`<tr><th scope="row">${firms.names[firm] ?? null}<span class="under code">${firms.ids[firm] ?? null}</span></th><td class="c-stage">${words.stage(firm)}</td><td class="number">${figure(scores.total[firm]!)}</td><td class="number">${figure(gap(firm))}</td><td>${words.losses(firm)}</td></tr>`,
    );
  const more = found.firms.length - rows.length;
  return html`<section id="near"><h2>${zh ? `只差一点（低于 ${line.at} 分线不超过 ${near} 分）` : `Near misses (within ${near} points below ${line.at})`}</h2><p>${
    zh
      ? `共 ${found.firms.length} 家。${more > 0 ? `以下为差距最小的 ${rows.length} 家，其余 ${more} 家见企业表。` : ''}`
      : `${found.firms.length} firms.${more > 0 ? ` The nearest ${rows.length} are shown; ${more} more are in the table of firms.` : ''}`
  }</p>${rows.length === 0 ? null : html`<div class="scroll"><table><thead><tr>${heads.map((head, index) => html`<th scope="col" class="${['', 'c-stage', 'number', 'number', ''][index]!}">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`}</section>`;
}
