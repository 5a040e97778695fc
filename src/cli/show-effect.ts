import type { FirmMove, RunEffect } from '../jobs/profile/diff-profiles.js';
import { dispositionText } from '../model/decisions.js';
import type { Lang } from '../model/text.js';
import { columnsOf } from './layout.js';

const words = {
  zh: {
    title: ({ run, period, firms }: RunEffect) => `对 ${run}（${period}，企业 ${firms} 家）各算一遍`,
    lacking: (side: string, names: readonly string[]) =>
      `${side} 用到而这份结果没有的字段，按空白计：${names.join('、')}`,
    moved: ({ moved }: RunEffect) =>
      `总分变动 ${moved.total} 家，等级变动 ${moved.grade} 家，名单变动 ${moved.lists} 家，去向变动 ${moved.disposition} 家`,
    list: (list: string, on: number, off: number) => `名单 ${list}：新列入 ${on} 家，不再列入 ${off} 家`,
    mean: (firms: number, a: number, b: number) => `平均分（两边都有总分的 ${firms} 家）：${a} → ${b}`,
    moves: '变动最大的',
    columns: ['代码', '名称', '总分', '变动', '去向'],
  },
  en: {
    title: ({ run, period, firms }: RunEffect) => `${run} (${period}, firms ${firms}) scored by both`,
    lacking: (side: string, names: readonly string[]) =>
      `${side} reads fields that the run does not have; they count as blank: ${names.join(', ')}`,
    moved: ({ moved }: RunEffect) =>
      `another total ${moved.total}, another grade ${moved.grade}, other lists ${moved.lists}, another disposition ${moved.disposition}`,
    list: (list: string, on: number, off: number) => `list ${list}: on it ${on}, off it ${off}`,
    mean: (firms: number, a: number, b: number) => `mean of the ${firms} with a total in both: ${a} → ${b}`,
    moves: 'Largest moves',
    columns: ['id', 'name', 'total', 'change', 'disposition'],
  },
} as const;

/** What a change of rules would do to the firms of a run. */
export function showEffect(effect: RunEffect, sides: { a: string; b: string }, lang: Lang): string[] {
  const text = words[lang];
  const lines = ['', text.title(effect)];
  for (const side of ['a', 'b'] as const)
    if (effect.lacking[side].length > 0) lines.push(`  ${text.lacking(sides[side], effect.lacking[side])}`);
  lines.push(`  ${text.moved(effect)}`);
  for (const { list, on, off } of effect.lists) lines.push(`  ${text.list(list, on, off)}`);
  if (effect.mean !== null) lines.push(`  ${text.mean(effect.mean.firms, effect.mean.a, effect.mean.b)}`);
  if (effect.moves.length === 0) return lines;
  const rows = effect.moves.map((move) => rowOf(move, lang));
  return [
    ...lines,
    '',
    text.moves,
    ...columnsOf([text.columns, ...rows], new Set([3])).map((line) => `  ${line}`),
  ];
}

function rowOf({ id, name, a, b, change }: FirmMove, lang: Lang): string[] {
  const before = dispositionText[a.disposition][lang];
  const now = dispositionText[b.disposition][lang];
  const fate = before === now ? now : `${before} → ${now}`;
  return [id ?? '', name ?? '', `${a.total} → ${b.total}`, `${change > 0 ? '+' : ''}${change}`, fate];
}
