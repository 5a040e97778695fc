import { compareText } from '../../../model/text-order.js';
import { hasStages } from '../../has-stages.js';
import { allFirms, gradedFirms, rankedFirms, sayCounted, stagedFirms } from '../../left-out.js';
import { shareBar } from '../charts/share-bar.js';
import { type Scale, spreadBar } from '../charts/spread-bar.js';
import { html, type Markup } from '../markup.js';
import { spreadOf } from '../spread.js';
import type { Standings } from '../standings.js';
import { scaleOf } from './points.js';

/** The largest parts are told one by one, the rest together. */
const MOST = 15;

/** By stage, and by the fields that part the firms: how many, how many listed, how their totals lie. */
export function partsSection(standings: Standings): Markup | null {
  const { run, facets } = standings;
  const { plan, lang, scores, decisions } = run;
  const zh = lang === 'zh';
  const scale = scaleOf(standings);
  const tables: Markup[] = [];
  if (hasStages(plan))
    tables.push(
      partTable(
        standings,
        scale,
        zh ? '阶段' : 'Stage',
        plan.stages.names.map((name, index) => ({
          name,
          firms: firmsWhere(run.firms.count, (firm) => scores.stage[firm] === index),
        })),
        sayCounted(run, stagedFirms, (firm) => plan.stages.names[scores.stage[firm]!] !== undefined),
      ),
    );
  for (const { field, texts } of facets)
    tables.push(
      partTable(standings, scale, field.name[lang], byText(texts, zh), allFirms(run.firms.count, lang)),
    );
  if (plan.gradeBy !== null)
    tables.push(
      partTable(
        standings,
        scale,
        zh ? '等级' : 'Grade',
        plan.grades.map((grade, index) => ({
          name: grade.name[lang],
          firms: firmsWhere(run.firms.count, (firm) => decisions.grade[firm] === index),
        })),
        sayCounted(run, gradedFirms, (firm) => plan.grades[decisions.grade[firm]!] !== undefined),
      ),
    );
  if (tables.length === 0) return null;
  const isRanked = new Set(standings.ranked);
  const over = sayCounted(run, rankedFirms, (firm) => isRanked.has(firm));
  return html`<section id="parts"><h2>${zh ? '分组情况' : 'By group'}</h2><p class="soft">${zh ? `中位数和分布图只算${over}。分布图：细条为最低到最高，粗条为中间一半企业，竖线为中位数，红线为分数线。` : `Medians and spreads: ${over}. Spread: thin from lowest to highest, thick the middle half, the mark the median, red the line.`}</p>${tables}</section>`;
}

interface Part {
  readonly name: string;
  readonly firms: readonly number[];
}

const firmsWhere = (count: number, holds: (firm: number) => boolean): number[] =>
  Array.from({ length: count }, (_, firm) => firm).filter(holds);

function byText(texts: readonly (string | null)[], zh: boolean): Part[] {
  const parts = new Map<string, number[]>();
  texts.forEach((text, firm) => {
    const name = text ?? (zh ? '（空白）' : '(blank)');
    const firms = parts.get(name);
    if (firms === undefined) parts.set(name, [firm]);
    else firms.push(firm);
  });
  const sorted = [...parts].sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
  const told = sorted.slice(0, MOST).map(([name, firms]) => ({ name, firms }));
  const rest = sorted.slice(MOST);
  if (rest.length === 0) return told;
  const name = zh ? `其余 ${rest.length} 类` : `${rest.length} others`;
  return [...told, { name, firms: rest.flatMap(([, firms]) => firms) }];
}

/** A line a part and their sum; `counted` says over which firms, for not all of them have a stage or a grade. */
function partTable(
  { run, ranked }: Standings,
  scale: Scale,
  title: string,
  parts: readonly Part[],
  counted: string,
): Markup {
  const zh = run.lang === 'zh';
  const isRanked = new Set(ranked);
  const heads = zh
    ? ['企业', '入选', '入选比例', '', '中位数', '总分分布']
    : ['Firms', 'Listed', 'Share', '', 'Median', 'Spread of totals'];
  const sum: Part = { name: zh ? '合计' : 'Total', firms: parts.flatMap(({ firms }) => firms) };
  const rows = [...parts, sum].map((part) => {
    const { name, firms } = part;
    const listed = firms.filter((firm) => run.decisions.disposition[firm] === 'whitelisted').length;
    const totals = firms.filter((firm) => isRanked.has(firm)).map((firm) => run.scores.total[firm]!);
    const spread = spreadOf(totals, run.plan.decimals);
    const figure = (value: number): string => value.toFixed(run.plan.decimals);
    const said =
      spread === null
        ? ''
        : zh
          ? `${name}：最低 ${figure(spread.low)}，下四分位 ${figure(spread.quarter)}，中位数 ${figure(spread.median)}，上四分位 ${figure(spread.threeQuarters)}，最高 ${figure(spread.high)}`
          : `${name}: lowest ${figure(spread.low)}, quartiles ${figure(spread.quarter)}, ${figure(spread.median)}, ${figure(spread.threeQuarters)}, highest ${figure(spread.high)}`;
    const share = firms.length === 0 ? '—' : `${((listed / firms.length) * 100).toFixed(1)} %`;
    return html`<tr class="${part === sum ? 'sum' : ''}"><th scope="row">${name}</th><td class="number">${firms.length}</td><td class="number">${listed}</td><td class="number">${share}</td><td class="c-bar">${shareBar(listed, firms.length, 'whitelisted')}</td><td class="number">${spread === null ? '—' : figure(spread.median)}</td><td class="c-spread">${spread === null ? '—' : spreadBar(spread, scale, said)}</td></tr>`;
  });
  return html`<div class="scroll whole"><table class="parts${run.plan.decimals > 4 ? ' long' : ''}"><caption><span>${zh ? `按${title}：${counted}` : `${title}: ${counted}`}</span></caption><thead><tr><th scope="col">${title}</th>${heads.map((head, index) => html`<th scope="col" class="${index === 3 ? 'c-bar' : index === 5 ? 'c-spread' : index === 4 ? 'number c-median' : 'number'}">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
