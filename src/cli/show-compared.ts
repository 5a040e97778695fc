import { type Compared, type ComparedFirm, type Move, moves } from '../model/compared.js';
import { dispositionText } from '../model/decisions.js';
import type { Lang } from '../model/text.js';
import { columnsOf, wrap } from './layout.js';
import { foreign } from './plain.js';

const WIDTH = 80;
/** Firms that are named of each move. */
const NAMED = 10;

const words = {
  zh: {
    columns: ['', '企业', '白名单', '有总分', '总分合计', '平均'],
    before: '前一期',
    after: '后一期',
    moves: {
      entered: '新进：新列入白名单',
      kept: '保留：两期都在白名单',
      left: '调出：还在申报，不在白名单了',
      outside: '未入选：两期都不在白名单',
      'not-filed': '未申报：这一期没有申报',
      'newly-filed': '新申报：第一次申报，未入选',
    },
    nameless: '没有可用代码、无法对上的企业',
    change: '两期都有总分的企业',
    count: (count: number) => `${count} 家`,
    mean: '平均变化',
    split: '其中企业自身 / 规则改变',
    lacking: (fields: string) =>
      `规则变了，但后一期的数据没有旧规则要读的字段（${fields}），分不出企业和规则各占多少`,
    movers: '变化最大的指标（两期都有总分的企业合计）',
    more: (count: number) => `…… 另有 ${count} 家`,
    joint: '，',
    barred: '：',
  },
  en: {
    columns: ['', 'firms', 'whitelist', 'with total', 'sum', 'mean'],
    before: 'before',
    after: 'after',
    moves: {
      entered: 'entered: new on the whitelist',
      kept: 'kept: whitelisted both times',
      left: 'left: still filing, no more on the whitelist',
      outside: 'outside: on the whitelist neither time',
      'not-filed': 'not filed: filed nothing this time',
      'newly-filed': 'newly filed: for the first time, not whitelisted',
    },
    nameless: 'firms without a usable code, which cannot be found again',
    change: 'firms with a total both times',
    count: (count: number) => String(count),
    mean: 'mean change',
    split: 'of which the firm / the rules',
    lacking: (fields: string) =>
      `the rules changed, and the later data lack fields that the old rules read (${fields}): changes are not split into the firms' and the rules'`,
    movers: 'indicators that moved most (over firms with a total both times)',
    more: (count: number) => `… and ${count} more`,
    joint: ', ',
    barred: ': ',
  },
} as const;

/** Two runs on a page of a terminal: how many firms moved which way, by how much, and who they are. */
export function showCompared(compared: Compared, lang: Lang): string {
  const text = words[lang];
  const { before, after, decimals } = compared;
  const rowOf = (label: string, run: Compared['before']) => [
    `${label}  ${run.period}  ${run.profile}`,
    String(run.firms),
    String(run.whitelisted),
    String(run.totals),
    run.sum.toFixed(decimals),
    run.totals === 0 ? '-' : (run.sum / run.totals).toFixed(decimals),
  ];
  const right = new Set([1, 2, 3, 4, 5]);
  const lines = columnsOf([[...text.columns], rowOf(text.before, before), rowOf(text.after, after)], right);
  lines.push('');
  lines.push(
    ...columnsOf(
      moves.map((move) => [text.moves[move], String(compared.counts[move])]),
      new Set([1]),
    ),
  );
  if (before.nameless + after.nameless > 0)
    lines.push(`${text.nameless}  ${before.nameless} → ${after.nameless}`);
  lines.push('', ...changeLines(compared, lang));
  for (const move of ['entered', 'left', 'not-filed'] as const)
    lines.push(...firmLines(compared, move, lang));
  return `${lines.map(foreign).join('\n')}\n`;
}

function changeLines({ firms, decimals, rulesChanged, lacking }: Compared, lang: Lang): string[] {
  const text = words[lang];
  const changed = firms.filter((one) => one.change !== null);
  const mean = (of: (one: ComparedFirm) => number | null, all: readonly ComparedFirm[]) =>
    signed(all.reduce((sum, one) => sum + (of(one) ?? 0), 0) / Math.max(1, all.length), decimals);
  const lines = [
    `${text.change}  ${text.count(changed.length)}${text.joint}${text.mean} ${mean((one) => one.change, changed)}`,
  ];
  const split = changed.filter((one) => one.byFirm !== null);
  if (split.length > 0)
    lines.push(`${text.split}  ${mean((one) => one.byFirm, split)} / ${mean((one) => one.byRules, split)}`);
  if (rulesChanged && lacking.length > 0)
    lines.push(...wrap(text.lacking(lacking.join(lang === 'zh' ? '、' : ', ')), WIDTH));
  return lines;
}

/** The firms of a move, those that moved most first. */
function firmLines({ firms, decimals }: Compared, move: Move, lang: Lang): string[] {
  const text = words[lang];
  const moved = firms
    .filter((one) => one.move === move)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (moved.length === 0) return [];
  const shown = (total: number | null | undefined) => (total == null ? '-' : total.toFixed(decimals));
  const lines = ['', text.moves[move]];
  for (const one of moved.slice(0, NAMED)) {
    const points = `${shown(one.before?.total)} → ${shown(one.after?.total)}`;
    lines.push(...wrap(`  ${one.name ?? one.id}  ${points}${resultLine(one, lang)}`, WIDTH));
    const movers = one.movers.map(({ name, change }) => `${name} ${signed(change, decimals)}`);
    for (const line of wrap(movers.join(text.joint), WIDTH - 6)) lines.push(`      ${line}`);
  }
  if (moved.length > NAMED) lines.push(`  ${text.more(moved.length - NAMED)}`);
  return lines;
}

/** Points alone do not say why: who left with more of them was barred, or withdrew its consent. */
function resultLine({ before, after }: ComparedFirm, lang: Lang): string {
  const text = words[lang];
  if (before === null || after === null) return '';
  const barred = after.vetoes.map((veto) => veto.text).join(text.joint);
  const now = `${dispositionText[after.disposition][lang]}${barred === '' ? '' : `${text.barred}${barred}`}`;
  return `  ${dispositionText[before.disposition][lang]} → ${now}`;
}

const signed = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${value.toFixed(decimals)}`;
