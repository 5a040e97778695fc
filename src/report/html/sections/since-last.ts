import { type Compared, type ComparedFirm, type Move, moves } from '../../../model/compared.js';
import { dispositionText } from '../../../model/decisions.js';
import type { Run } from '../../../model/run.js';
import type { Lang, Text } from '../../../model/text.js';
import { compareText } from '../../../model/text-order.js';
import { moveText } from '../../compare-table.js';
import { strip } from '../charts/strip.js';
import { html, type Markup } from '../markup.js';

/** Firms told of each move; all of them stand in the table of `innopoints compare`. */
const MOST = 20;

/** Moves of which the firms are named, with what it means. Firms that stay off the list are counted only. */
const named: readonly (readonly [Move, Text])[] = [
  ['entered', { zh: '上期不在白名单，本期在', en: 'not on the whitelist last time, on it now' }],
  [
    'left',
    { zh: '上期在白名单，本期申报了但不在', en: 'on the whitelist last time, filed again, no more on it' },
  ],
  ['not-filed', { zh: '上期申报过，本期没有申报', en: 'filed last time, filed nothing now' }],
  ['newly-filed', { zh: '本期第一次申报，未入选', en: 'filed for the first time, not whitelisted' }],
];

const partText: Readonly<Record<Lang, Markup>> = {
  zh: html`<p class="soft">上期只算本期申报的这些企业；上期申报、本期没有申报的企业，本期数据里没有它们属于哪一部分，见全部企业的报告。</p>`,
  en: html`<p class="soft">Last time counts only the firms that file now. Nothing tells where firms that filed last time alone belong: they stand in the report of all firms.</p>`,
};

/** Against the last run: how many firms moved which way, and who they are. Nothing where no run was given. */
export function sinceLast({ previous, part, lang }: Run): Markup | null {
  if (previous === undefined) return null;
  const { compared } = previous;
  const zh = lang === 'zh';
  const { before, after } = compared;
  const title = zh
    ? `与上期比较（${before.period} → ${after.period}）`
    : `Since ${before.period} (to ${after.period})`;
  const known = moves.filter((code) => part === undefined || code !== 'not-filed');
  const parts = known.map((code) => ({ code, label: moveText[code][lang], count: compared.counts[code] }));
  return html`<section id="since"><h2>${title}</h2><div class="two"><div><h3>${zh ? '两期企业的去向' : 'What became of the firms of both'}</h3>${strip('moves', title, parts)}</div><div><h3>${zh ? '两期对照' : 'Side by side'}</h3>${sides(compared, lang)}${changeText(compared, lang)}${part === undefined ? null : partText[lang]}</div></div>${named.map(([move, meaning]) => movedFirms(compared, move, meaning, lang))}</section>`;
}

function sides({ before, after, decimals }: Compared, lang: Lang): Markup {
  const zh = lang === 'zh';
  const mean = ({ sum, totals }: Compared['before']): string =>
    totals === 0 ? '—' : (sum / totals).toFixed(decimals);
  const rows: readonly (readonly [string, string | number, string | number])[] = [
    [zh ? '企业' : 'Firms', before.firms, after.firms],
    [zh ? '白名单' : 'Whitelisted', before.whitelisted, after.whitelisted],
    [zh ? '有总分' : 'With a total', before.totals, after.totals],
    [zh ? '平均总分' : 'Mean total', mean(before), mean(after)],
    ...(before.nameless + after.nameless === 0
      ? []
      : [[zh ? '无可用代码，不能对照' : 'No usable code', before.nameless, after.nameless] as const]),
  ];
  return html`<table><thead><tr><th scope="col"></th><th scope="col" class="number">${before.period}</th><th scope="col" class="number">${after.period}</th></tr></thead><tbody>${rows.map(
    ([name, was, is]) =>
      html`<tr><th scope="row">${name}</th><td class="number">${was}</td><td class="number">${is}</td></tr>`,
  )}</tbody></table>`;
}

/** The mean over firms with a total both times, and whether the rules are the same. */
function changeText({ before, after, decimals, firms, rulesChanged }: Compared, lang: Lang): Markup {
  const zh = lang === 'zh';
  const changed = firms.flatMap(({ change }) => change ?? []);
  const mean = changed.reduce((sum, one) => sum + one, 0) / Math.max(1, changed.length);
  const told = zh
    ? `两期都有总分的 ${changed.length} 家，平均变化 ${signed(mean, decimals)} 分。`
    : `${changed.length} firms have a total both times; mean change ${signed(mean, decimals)}.`;
  const rules = zh
    ? `两期方案不同（${before.profile} → ${after.profile}），变化里也有规则的原因：用 innopoints compare 可分开看。`
    : `The rules differ (${before.profile} → ${after.profile}): innopoints compare splits the firms' part from the rules'.`;
  return html`<p class="soft">${told}${rulesChanged ? ` ${rules}` : null}</p>`;
}

interface TableColumn {
  readonly head: string;
  /** Its class. */
  readonly kind: string;
  of(one: ComparedFirm): string;
  /** Moves that have nothing to say here. */
  readonly not: readonly Move[];
}

function movedFirms({ firms, decimals }: Compared, move: Move, meaning: Text, lang: Lang): Markup | null {
  const zh = lang === 'zh';
  const moved = firms.filter((one) => one.move === move).sort(byWeight);
  if (moved.length === 0) return null;
  const shown = (total: number | null | undefined): string => (total == null ? '—' : total.toFixed(decimals));
  const word = (stand: ComparedFirm['before']): string =>
    stand === null ? '' : dispositionText[stand.disposition][lang];
  const result = ({ before, after }: ComparedFirm): string =>
    [...new Set([word(before), word(after)])].filter(Boolean).join(' → ');
  const movers = (one: ComparedFirm): string =>
    one.movers.map(({ name, change }) => `${name} ${signed(change, decimals)}`).join(zh ? '；' : '; ');
  const all: readonly TableColumn[] = [
    { head: zh ? '结果' : 'Result', kind: 'short', of: result, not: [] },
    {
      head: zh ? '上期总分' : 'Total before',
      kind: 'number',
      of: (one) => shown(one.before?.total),
      not: ['newly-filed'],
    },
    {
      head: zh ? '本期总分' : 'Total now',
      kind: 'number',
      of: (one) => shown(one.after?.total),
      not: ['not-filed'],
    },
    {
      head: zh ? '变化' : 'Change',
      kind: 'number',
      of: (one) => (one.change === null ? '—' : signed(one.change, decimals)),
      not: ['newly-filed', 'not-filed'],
    },
    {
      head: zh ? '变化最大的指标' : 'What moved most',
      kind: '',
      of: movers,
      not: ['newly-filed', 'not-filed'],
    },
  ];
  const columns = all.filter(({ not }) => !not.includes(move));
  const rows = moved
    .slice(0, MOST)
    .map(
      (one) =>
        html`<tr><th scope="row">${one.name}<span class="under code">${one.id}</span></th>${columns.map(({ kind, of }) => html`<td class="${kind}">${of(one)}</td>`)}</tr>`,
    );
  const more = moved.length - rows.length;
  return html`<h3>${moveText[move][lang]} ${moved.length}<span class="soft plain">${meaning[lang]}</span></h3><div class="scroll"><table class="moved"><thead><tr><th scope="col">${zh ? '企业' : 'Firm'}</th>${columns.map(({ head, kind }) => html`<th scope="col" class="${kind}">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${
    more === 0
      ? null
      : html`<p class="soft">${zh ? `另有 ${more} 家：innopoints compare 的表里逐家列出。` : `${more} more: the table of innopoints compare has all.`}</p>`
  }`;
}

/** The largest change first, then the highest total: who matters most stands above the cut. */
const byWeight = (a: ComparedFirm, b: ComparedFirm): number =>
  Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || totalOf(b) - totalOf(a) || compareText(a.id, b.id);
const totalOf = ({ before, after }: ComparedFirm): number => after?.total ?? before?.total ?? -1;

const signed = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${value.toFixed(decimals)}`;
