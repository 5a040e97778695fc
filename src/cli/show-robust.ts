import type { Robust } from '../model/robust.js';
import type { Lang } from '../model/text.js';
import { bar, columnsOf, wrap } from './layout.js';
import { foreign } from './plain.js';

/** Firms that are named. */
const NAMED = 20;

const words = {
  zh: {
    how: ({ weights, draws, seed }: Robust) =>
      `每个权重上下浮动 ${percent(weights)}，摇动 ${draws} 次，种子 ${seed}`,
    listed: '按规则在白名单上',
    adjusted: (count: number) => `${count} 项人工调整（--adjust）未计入：这里试的是规则`,
    always: '次次入选',
    hanging: '有时入选：取决于权重',
    never: '次次落选',
    columns: ['企业', '总分', '入选', '名次', '5%–95%', '取决于'],
    none: '没有企业的入选取决于权重。',
    more: (count: number) => `…… 另有 ${count} 家（-o 写出全部）`,
    helps: { more: '加重有利', less: '减轻有利' },
  },
  en: {
    how: ({ weights, draws, seed }: Robust) =>
      `each weight up and down by ${percent(weights)}, ${draws} draws, seed ${seed}`,
    listed: 'on the whitelist by the rules',
    adjusted: (count: number) =>
      `without ${count} decision(s) of people (--adjust): the rules are tried here`,
    always: 'listed in every draw',
    hanging: 'listed in some: it hangs on the weights',
    never: 'listed in none',
    columns: ['firm', 'total', 'listed', 'rank', '5%–95%', 'hangs on'],
    none: "no firm's listing hangs on the weights.",
    more: (count: number) => `… and ${count} more (-o writes all)`,
    helps: { more: 'more helps', less: 'less helps' },
  },
} as const;

/** How firm a whitelist stands, on a page of a terminal: the firms nearest to even first. */
export function showRobust(robust: Robust, lang: Lang): string {
  const text = words[lang];
  const all = robust.firms.length;
  const row = (label: string, count: number) => [label, String(count), bar(all === 0 ? 0 : count / all, 30)];
  const lines = [
    ...wrap(`${robust.name}  ${robust.profile}  ${robust.period}`, 80),
    text.how(robust),
    ...(robust.adjusted === 0 ? [] : [text.adjusted(robust.adjusted)]),
    '',
    ...columnsOf(
      [
        row(text.listed, robust.listed),
        row(text.always, robust.always),
        row(text.hanging, robust.hanging),
        row(text.never, robust.never),
      ],
      new Set([1]),
    ),
    '',
  ];
  const hanging = robust.firms
    .filter((one) => one.hangsOn !== null)
    .sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5));
  if (hanging.length === 0) return page([...lines, text.none]);
  const rows = hanging
    .slice(0, NAMED)
    .map((one) => [
      one.name ?? one.id ?? '',
      one.total.toFixed(robust.decimals),
      percent(one.share),
      String(one.rank),
      `${one.rankLow}–${one.rankHigh}`,
    ]);
  const table = columnsOf([text.columns.slice(0, -1), ...rows], new Set([1, 2, 3, 4]));
  lines.push(table[0]!);
  hanging.slice(0, NAMED).forEach(({ hangsOn }, index) => {
    lines.push(table[index + 1]!);
    if (hangsOn !== null)
      lines.push(
        ...wrap(
          `${text.columns[5]} ${hangsOn.name}${lang === 'zh' ? '（' : ' ('}${text.helps[hangsOn.helps]}${lang === 'zh' ? '）' : ')'}`,
          76,
        ).map((line) => `    ${line}`),
      );
  });
  if (hanging.length > NAMED) lines.push(text.more(hanging.length - NAMED));
  return page(lines);
}

const page = (lines: readonly string[]): string => `${lines.map(foreign).join('\n')}\n`;

/** 98.6%, and never 100% for what is not all. */
function percent(share: number): string {
  const tenths = Math.round(share * 1000) / 10;
  return `${share < 1 && tenths === 100 ? 99.9 : share > 0 && tenths === 0 ? 0.1 : tenths}%`;
}
