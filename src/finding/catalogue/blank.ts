import type { MissingEffect } from '../../model/scores.js';
import { finding, quoteAll, say } from '../define.js';
import { sayEffect } from './effect.js';

/** Blank cells that scoring missed, with what each meant for the firm. */
export const blankFindings = {
  'cell.blank': finding({
    severity: 'warning',
    sample: {
      field: '研发费用',
      indicators: ['研发费用增速'] as readonly string[],
      effect: 'zero' as MissingEffect,
    },
    zh: (a) =>
      say(
        `「${a.field}」没有填写`,
        `指标${quoteAll(a.indicators, 'zh')}要用它，${sayEffect(a.effect, 'zh')}`,
        '请补填后重跑；确实为零请填 0',
      ),
    en: (a) =>
      say(
        `${a.field} is blank`,
        `${quoteAll(a.indicators, 'en')} needs it: ${sayEffect(a.effect, 'en')}`,
        'fill the cell in and run again; if it is zero, enter 0',
      ),
  }),
  'header.bonus-blank': finding({
    severity: 'info',
    sample: { field: '省级科技奖励', indicators: ['科技奖励加分'] as readonly string[], firms: 120 },
    zh: (a) =>
      say(
        `「${a.field}」有 ${a.firms} 家企业没有填写`,
        `加分项${quoteAll(a.indicators, 'zh')}对它们计 0 分`,
        '没有加分可不填',
      ),
    en: (a) =>
      say(
        `${a.field} is blank for ${a.firms} firms`,
        `the bonus ${quoteAll(a.indicators, 'en')} is 0 for them`,
        'leave it blank where there is no bonus to claim',
      ),
  }),
};
