import type { MissingEffect } from '../../model/scores.js';
import type { Lang, Text } from '../../model/text.js';

const texts: Readonly<Record<MissingEffect, Text>> = {
  rejected: { zh: '该企业本次未计分', en: 'the firm was not scored' },
  withheld: {
    zh: '该组已有数据不足，本次不出总分',
    en: 'too little of the group is there, so the firm has no total',
  },
  zero: { zh: '本次按 0 分计', en: 'counted as 0 points' },
  reweighted: {
    zh: '本次不计该项，其权重按比例分给同组其他指标',
    en: 'left out, its weight shared among the rest of the group',
  },
  bonus: { zh: '不加分', en: 'no bonus points' },
};

/** What a missing value meant for the firm, in words. */
export const sayEffect = (effect: MissingEffect, lang: Lang): string => texts[effect][lang];
