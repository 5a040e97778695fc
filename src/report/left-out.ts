import { dispositionText } from '../model/decisions.js';
import type { Run } from '../model/run.js';
import type { Lang, Text } from '../model/text.js';
import { withheldText } from './words.js';

/** What a count goes over, of firms: 参与排名, and what is said of the others: 不参与排名. */
export interface Counted {
  readonly of: Text;
  readonly not: Text;
}

export const rankedFirms: Counted = {
  of: { zh: '参与排名', en: 'ranked' },
  not: { zh: '不参与排名', en: 'not ranked' },
};
export const stagedFirms: Counted = {
  of: { zh: '有阶段', en: 'with a stage' },
  not: { zh: '没有阶段', en: 'without one' },
};
export const gradedFirms: Counted = {
  of: { zh: '有等级', en: 'with a grade' },
  not: { zh: '没有等级', en: 'without one' },
};

/**
 * Over which firms a table counts and where the others are, so that a reader can add up:
 * 有等级的 283 家；另 17 家没有等级（退回改正 11 家、一票否决 6 家）. 全部 300 家 where nobody is left out.
 */
export function sayCounted(
  { firms, decisions, scores, lang }: Pick<Run, 'firms' | 'decisions' | 'scores' | 'lang'>,
  { of, not }: Counted,
  holds: (firm: number) => boolean,
): string {
  const why = new Map<string, number>();
  let left = 0;
  for (let firm = 0; firm < firms.count; firm++) {
    if (holds(firm)) continue;
    left++;
    const disposition = decisions.disposition[firm]!;
    const withheld = scores.withheld[firm] ?? null;
    const barred = disposition === 'rejected' || disposition === 'vetoed' || withheld === null;
    const reason = (barred ? dispositionText[disposition] : withheldText[withheld])[lang];
    why.set(reason, (why.get(reason) ?? 0) + 1);
  }
  if (left === 0) return allFirms(firms.count, lang);
  const reasons = [...why].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const counted = firms.count - left;
  return lang === 'zh'
    ? `${of.zh}的 ${counted} 家；另 ${left} 家${not.zh}（${reasons.map(([text, count]) => `${text} ${count} 家`).join('、')}）`
    : `${counted} firms ${of.en}; ${left} ${not.en} (${reasons.map(([text, count]) => `${count} ${text}`).join(', ')})`;
}

export const allFirms = (count: number, lang: Lang): string =>
  lang === 'zh' ? `全部 ${count} 家` : `all ${count} firms`;
