import { round10 } from '../../expr/index.js';
import type { Cohort } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { countBelow } from './count-below.js';
import { type CompileMethod, expectType } from './method.js';

/**
 * The share of the cohort that a firm leaves behind: (rank − 1)/(n − 1), rank 1 being the worst; ties share. A cohort
 * smaller than `min_cohort` gives no points at all.
 */
export const rankSchema = z.strictObject({
  within: z.enum(['all', 'stage']),
  min_cohort: z.int(),
  higher_is_better: z.boolean().default(true),
});

export const compileRank: CompileMethod<z.infer<typeof rankSchema>> = (settings, context) => {
  expectType(context, 'rank', 'number');
  const { within, min_cohort: least, higher_is_better: higher } = settings;
  if (least < 2) context.report('profile.cohort-too-small', ['min_cohort'], { found: least });
  const behind = (value: number, { values }: Cohort): number => {
    const lower = countBelow(values, round10(value), false);
    return higher ? lower : values.length - countBelow(values, round10(value), true);
  };
  const share = (value: number, cohort: Cohort | null): number => {
    const size = cohort?.values.length ?? 0;
    if (cohort === null || size < Math.max(2, least)) return Number.NaN;
    return Math.min(1, behind(value, cohort) / (size - 1));
  };
  const where =
    within === 'stage' ? { zh: '同一阶段', en: 'the same stage' } : { zh: '全部企业', en: 'all firms' };
  return {
    method: 'rank',
    top: 1,
    input: 'number',
    cohort: { within, least, higher },
    points: (value, cohort) => share(Number(value), cohort),
    explain: (value, cohort, lang) => {
      const size = cohort?.values.length ?? 0;
      if (cohort === null || size < Math.max(2, least)) {
        return lang === 'zh'
          ? `可比企业 ${size} 家，少于 ${least} 家，不计分`
          : `${size} comparable firms, fewer than ${least}: no points`;
      }
      const count = Math.min(size - 1, behind(Number(value), cohort));
      return lang === 'zh'
        ? `${context.show(Number(value)).zh}，${where.zh} ${size} 家中优于 ${count} 家`
        : `${context.show(Number(value)).en} is better than ${count} of ${size} firms (${where.en})`;
    },
    text: {
      zh: `按在${where.zh}中的位次计分（${higher ? '越高越好' : '越低越好'}，至少 ${least} 家）`,
      en: `by position among ${where.en} (${higher ? 'higher' : 'lower'} is better, ${least} firms at least)`,
    },
  };
};
