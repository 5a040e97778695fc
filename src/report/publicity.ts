import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';
import { escapeHtml, htmlPage } from './cards/card-html.js';
import type { Column } from './column.js';
import { guideSheet } from './guide/guide-sheet.js';
import { publicScope } from './guide/guides.js';
import { isoDate } from './iso-date.js';
import { listed } from './list-table.js';
import { masked } from './mask.js';
import { noticesOf } from './notices.js';
import type { HeadRow, SheetSpec } from './xlsx/write-sheet.js';

export interface PublicityTerms {
  /** First day, as days since 1970-01-01; null leaves the dates open. */
  readonly from: number | null;
  /** Calendar days, the first included. */
  readonly days: number;
  /** Where objections go; null leaves a line to write on. */
  readonly contact: string | null;
}

interface Notice {
  readonly title: string;
  readonly about: readonly string[];
  readonly warnings: readonly string[];
  readonly foot: readonly string[];
  readonly headers: readonly [string, string, string];
  readonly rows: readonly (readonly [number | null, string, string])[];
}

/** The kind of list that is shown to the public: the profile's own, else its whitelist; null where it has neither. */
export const publicKind = ({ plan }: Pick<Run, 'plan'>): 'publicity' | 'whitelist' | null =>
  (['publicity', 'whitelist'] as const).find((kind) => plan.lists.some((list) => list.kind === kind)) ?? null;

/** 公示: rank, code and name, and where objections go; no points and no figure of any firm. */
function noticeOf(run: Run, terms: PublicityTerms): Notice {
  const { plan, firms, decisions, lang } = run;
  const kind = publicKind(run);
  if (kind === null) throw new Error('a profile without a list to show');
  const order = listed(run, kind);
  const lists = plan.lists.filter((list) => list.kind === kind).map((list) => list.name[lang]);
  const mask = (column: string) => plan.publicity?.mask.get(column) ?? 'none';
  const zh = lang === 'zh';
  const dates = datesOf(terms, lang);
  return {
    title: zh
      ? `${plan.name.zh}${lists.join('、')}公示`
      : `${plan.name.en}: ${lists.join(', ')}, public notice`,
    about: [
      zh
        ? `共 ${order.length} 家；数据期 ${run.period.text}`
        : `${order.length} firms; period ${run.period.text}`,
      dates,
    ],
    warnings: noticesOf(run).map((notice) => notice[lang]),
    foot: [
      zh
        ? '公示期内对名单有异议的，请以实名方式反映，并写明具体事实。'
        : 'Objections are heard during the notice; they state a name and the facts.',
      `${zh ? '异议受理：' : 'Objections to: '}${terms.contact ?? '________________'}`,
    ],
    headers: zh ? ['名次', '统一社会信用代码', '企业名称'] : ['Rank', 'Credit code', 'Firm'],
    rows: order.map((firm, index) => [
      plan.scored ? decisions.rank[firm] || null : index + 1,
      masked(firms.ids[firm] ?? '', mask('id')),
      masked(firms.names[firm] ?? '', mask('name')),
    ]),
  };
}

/** Calendar days: no text says which days are none. */
function datesOf({ from, days }: PublicityTerms, lang: Lang): string {
  if (from === null) return lang === 'zh' ? `公示期 ${days} 天` : `shown for ${days} days`;
  const to = from + days - 1;
  return lang === 'zh'
    ? `公示期 ${isoDate(from)} 至 ${isoDate(to)}，共 ${days} 天`
    : `shown from ${isoDate(from)} to ${isoDate(to)}, ${days} days`;
}

/** The notice, its dates and where objections go above the table; then what the public may know of the rules. */
export function publicitySheets(run: Run, terms: PublicityTerms): SheetSpec[] {
  const notice = noticeOf(run, terms);
  const kind = publicKind(run) ?? 'publicity';
  const plain = (text: string): HeadRow => ({ kind: 'plain', cells: [text] });
  const sheet: SheetSpec = {
    name: noticeTitle[run.lang],
    columns: [{ format: 'integer' }, { format: 'text' }, { format: 'text' }],
    head: [
      { kind: 'title', cells: [notice.title] },
      ...notice.about.map(plain),
      ...notice.foot.map(plain),
      ...notice.warnings.map((text): HeadRow => ({ kind: 'notice', cells: [text] })),
      { kind: 'header', cells: notice.headers },
    ],
    repeat: 1,
    rows: notice.rows,
    freeze: true,
  };
  const rank: Column = { id: run.plan.scored ? 'rank' : 'number', header: rankHeader, format: 'integer' };
  const guide = guideSheet(
    run,
    [{ title: noticeTitle, about: noticeAbout, columns: [rank] }],
    publicScope(run, kind),
    { lang: run.lang, headers: 'text' },
  );
  return [sheet, guide];
}

const noticeTitle = { zh: '公示', en: 'Notice' };
const rankHeader = { zh: '名次', en: 'Rank' };
const noticeAbout = {
  zh: '拟列入名单的企业，公示期内可以提出异议；不含分数和企业的任何数据',
  en: 'the firms that are to be listed; objections are heard while it is shown. No points and no figure of any firm',
};

/** A page that prints on A4, whole in itself; nothing is loaded and nothing runs. */
export function publicityPage(run: Run, terms: PublicityTerms): string {
  const notice = noticeOf(run, terms);
  const text = (value: string | number | null) => escapeHtml(value === null ? '' : String(value));
  const rows = notice.rows.map(
    ([rank, id, name]) =>
      `<tr><td class="figure">${text(rank)}</td><td>${text(id)}</td><td>${text(name)}</td></tr>`,
  );
  const [rank, id, name] = notice.headers;
  const body = [
    `<h1>${text(notice.title)}</h1>`,
    ...notice.about.map((line) => `<p class="about">${text(line)}</p>`),
    ...notice.warnings.map((line) => `<p class="notice">${text(line)}</p>`),
    `<table><thead><tr><th class="figure">${text(rank)}</th><th>${text(id)}</th><th>${text(name)}</th></tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody></table>',
    ...notice.foot.map((line) => `<p>${text(line)}</p>`),
  ];
  return htmlPage(run.lang, notice.title, body.join('\n'));
}
