import { createHash } from 'node:crypto';
import type { Run } from '../../model/run.js';
import { isoDate } from '../iso-date.js';
import { noticesOf } from '../notices.js';
import { html, type Markup, scriptJson } from './markup.js';
import { packFirms } from './pack-firms.js';
import type { PackedFirms } from './page/packed.js';
import { pageScript } from './page/page-script.js';
import { pageStyle } from './page-style.js';
import { ledgers, tiles } from './sections/ledgers.js';
import { nearMisses } from './sections/near-misses.js';
import { partsSection } from './sections/parts.js';
import { pointsSection } from './sections/points.js';
import { sinceLast } from './sections/since-last.js';
import { standing } from './sections/standing.js';
import { supportSection } from './sections/support.js';
import { topFindings } from './sections/top-findings.js';
import { standingsOf } from './standings.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** More firms than a page can carry: then it says where they stand instead. */
const MOST_FIRMS = 20_000;

/**
 * report.html in parts: charts and tables written out, every firm as data, a script that shows them. One file that needs
 * nothing else and can reach nothing: no address is named, and the policy lets run what its hash names and no more.
 * Cost: firms × indicators; about 250 bytes a firm, up to the most that a page shows one by one.
 */
export function* htmlReport(run: Run, most = MOST_FIRMS): Generator<string> {
  const listed = run.firms.count <= most;
  const standings = standingsOf(run);
  const sections: readonly (readonly [string, string, Markup | null])[] = [
    ['ledgers', { zh: '去向', en: 'Where' }[run.lang], ledgers(run)],
    ['since', { zh: '与上期比较', en: 'Since last' }[run.lang], sinceLast(run)],
    ['points', { zh: '总分', en: 'Totals' }[run.lang], pointsSection(standings)],
    ['parts', { zh: '分组', en: 'Groups' }[run.lang], partsSection(standings)],
    ['support', { zh: '名单与支持', en: 'Lists' }[run.lang], supportSection(standings)],
    ['near', { zh: '只差一点', en: 'Near misses' }[run.lang], nearMisses(standings)],
    ['findings', { zh: '数据问题', en: 'Findings' }[run.lang], topFindings(run)],
    ['firms', { zh: '企业', en: 'Firms' }[run.lang], firmsSection(run, listed, most)],
    ['standing', { zh: '依据', en: 'Sources' }[run.lang], standing(run)],
  ];
  const shown = sections.filter(([, , section]) => section !== null);
  yield head(run).html;
  yield html`<body>${heading(run)}<nav>${shown.map(([id, name]) => html`<a href="#${id}">${name}</a>`)}</nav><main>${tiles(run)}${shown.map(([, , section]) => section)}<div id="print-list"></div></main>${footer(run)}<dialog id="card" aria-labelledby="card-title"></dialog>`
    .html;
  if (listed) {
    yield '\n<script type="application/json" id="firm-data">';
    yield* packedJson(packFirms(run, standings.facets));
    yield `</script>\n<script>${pageScript}</script>`;
  }
  yield '\n</body></html>\n';
}

/** A hash in the policy is that of the exact text between the tags. */
function head({ plan, period, part, lang }: Run): Markup {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(pageStyle)}`,
    `script-src ${hashOf(pageScript)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${[part?.word[lang], plan.name[lang], period.text].filter(Boolean).join(' ')}</title><link rel="icon" href="data:,">
<style>${{ html: pageStyle }}</style></head>
`;
}

function heading(run: Run): Markup {
  const { plan, period, asOf, part, lang } = run;
  const of =
    part === undefined
      ? null
      : html`<span class="part">${part.by[lang]}${lang === 'zh' ? '：' : ': '}<b>${part.word[lang]}</b></span>`;
  return html`<header><h1>${plan.name[lang]}${of}</h1><p class="soft">${lang === 'zh' ? `数据期 ${period.text}；截至 ${isoDate(asOf)}；内含企业数据，请勿外传` : `Period ${period.text}; as of ${isoDate(asOf)}; holds data of firms, keep it confidential`}</p>${partText(run)}${noticesOf(run).map((notice) => html`<p class="notice">${notice[lang]}</p>`)}</header>`;
}

/** What a page of some of the firms counts, and what it does not. */
function partText({ part, lang, firms: { count }, decisions: { ranked } }: Run): Markup | null {
  if (part === undefined) return null;
  return lang === 'zh'
    ? html`<p class="notice about">本页只有「${part.by.zh}」为「${part.word.zh}」的 ${count} 家企业：家数、分布、额度合计和数据问题都只算这些企业；得分、等级和名次是在全部企业中评出的（有名次的共 ${ranked} 家）。</p>`
    : html`<p class="notice about">Only the ${count} firms whose ${part.by.en} is "${part.word.en}": counts, spreads, sums of limits and findings are theirs alone; points, grades and ranks were settled among all firms (${ranked} have a rank).</p>`;
}

function firmsSection({ lang, part, firms: { count } }: Run, listed: boolean, most: number): Markup {
  if (!listed)
    return html`<section id="firms"><h2>${lang === 'zh' ? `全部企业（${count} 家）` : `All firms (${count})`}</h2><p>${lang === 'zh' ? `超过 ${most} 家，本页不逐家列出：每家企业见 assessment.csv，一家的得分用 innopoints explain 查。` : `More than ${most}: not listed here one by one. Each stands in assessment.csv; innopoints explain tells the points of one.`}</p></section>`;
  return html`<section id="firms"><h2>${lang === 'zh' ? `${part === undefined ? '全部' : '本页'}企业（${count} 家，点名称看得分卡）` : `${part === undefined ? 'All firms' : 'Firms of this page'} (${count}; a name opens its card)`}</h2><noscript><p>${lang === 'zh' ? '浏览器未允许脚本：企业表和得分卡不能显示，数据见 assessment.csv。' : 'Scripts are off: the table and the cards cannot be shown; the data are in assessment.csv.'}</p></noscript><div id="firm-tools"></div><div class="scroll" id="firm-table"></div><div id="firm-pages"></div></section>`;
}

const footer = ({ plan, lang }: Run): Markup =>
  html`<footer><p>innopoints · ${plan.id} · ${lang === 'zh' ? '得分、名单和支持均按所列方案计算；同一数据和方案得到同一文件。' : 'Points, lists and offers follow the profile named; the same data and profile make the same file.'}</p></footer>`;

/** Column by column, the widest (indicators) one by one: no second copy of the whole stands in memory. */
function* packedJson({ indicators, ...rest }: PackedFirms): Generator<string> {
  yield '{';
  for (const [key, value] of Object.entries(rest)) yield `${scriptJson(key)}:${scriptJson(value)},`;
  yield '"indicators":[';
  for (const [index, one] of indicators.entries()) yield `${index === 0 ? '' : ','}${scriptJson(one)}`;
  yield ']}';
}
