import { round10 } from '../../expr/index.js';
import type { Cohort } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { quantitySchema } from '../document/words.js';
import { countBelow } from './count-below.js';
import {
  type CompileMethod,
  expectPoints,
  expectType,
  lintBandPoints,
  lintWithin,
  type MethodLint,
} from './method.js';

/**
 * Points for standing among the best: rank/n of the cohort, rank 1 being the best, ties in together (前 5% 得 10 分).
 * A cohort smaller than `min_cohort` gives no points at all.
 */
export const topSchema = z.strictObject({
  within: z.enum(['all', 'stage']),
  min_cohort: z.int(),
  higher_is_better: z.boolean().default(true),
  bands: z.array(z.tuple([quantitySchema, z.number()])).min(1),
  else: z.number(),
});

export const compileTop: CompileMethod<z.infer<typeof topSchema>> = (settings, context) => {
  expectType(context, 'top', 'number');
  const { within, min_cohort: least, higher_is_better: higher } = settings;
  if (least < 2) context.report('profile.cohort-too-small', ['min_cohort'], { found: least });
  const bands = settings.bands.map(([edge, points], index) => ({
    edge: round10(shareOf(edge)),
    points: expectPoints(context, points, ['bands', index, 1]),
  }));
  expectPoints(context, settings.else, ['else']);
  for (const [index, band] of bands.entries()) {
    const at = ['bands', index, 0];
    const raw = String(settings.bands[index]?.[0]);
    if (Number.isNaN(band.edge)) context.report('profile.not-a-quantity', at, { raw });
    else if (band.edge <= 0 || band.edge > 1) context.report('profile.not-a-share', at, { raw });
    const before = bands[index - 1];
    if (before !== undefined && band.edge <= before.edge)
      context.report('profile.band-order', at, {
        key: 'top',
        before: String(settings.bands[index - 1]?.[0]),
        edge: raw,
      });
  }
  const rankOf = (value: number, { values }: Cohort): number => {
    const one = round10(value);
    return 1 + (higher ? values.length - countBelow(values, one, true) : countBelow(values, one, false));
  };
  const find = (value: number, cohort: Cohort) => {
    const size = Math.max(1, cohort.values.length);
    const share = round10(Math.min(size, rankOf(value, cohort)) / size);
    return bands.find((band) => share <= band.edge);
  };
  const enough = (cohort: Cohort | null): cohort is Cohort =>
    cohort !== null && cohort.values.length >= Math.max(2, least);
  const where =
    within === 'stage' ? { zh: '同一阶段', en: 'the same stage' } : { zh: '全部企业', en: 'all firms' };
  const percent = (share: number): string => `${round10(share * 100)}%`;
  return {
    method: 'top',
    top: Math.max(settings.else, ...bands.map((band) => band.points)),
    input: 'number',
    cohort: { within, least, higher },
    points: (value, cohort) =>
      enough(cohort) ? (find(Number(value), cohort)?.points ?? settings.else) : Number.NaN,
    explain: (value, cohort, lang) => {
      const size = cohort?.values.length ?? 0;
      if (!enough(cohort)) {
        return lang === 'zh'
          ? `可比企业 ${size} 家，少于 ${least} 家，不计分`
          : `${size} comparable firms, fewer than ${least}: no points`;
      }
      const rank = Math.min(size, rankOf(Number(value), cohort));
      const points = find(Number(value), cohort)?.points ?? settings.else;
      return lang === 'zh'
        ? `${context.show(Number(value)).zh}，${where.zh} ${size} 家中第 ${rank} 名：${points} 分`
        : `${context.show(Number(value)).en} is number ${rank} of ${size} (${where.en}): ${points}`;
    },
    text: {
      zh: `${where.zh}中${[...bands.map((band) => `前 ${percent(band.edge)}：${band.points} 分`), `其余：${settings.else} 分`].join('；')}（${higher ? '越高越好' : '越低越好'}，至少 ${least} 家）`,
      en: `among ${where.en}, ${[...bands.map((band) => `first ${percent(band.edge)}: ${band.points}`), `otherwise: ${settings.else}`].join('; ')} (${higher ? 'higher' : 'lower'} is better, ${least} firms at least)`,
    },
  };
};

/** A share of the firms is written as one, whatever the value is counted in. */
function shareOf(raw: number | string): number {
  if (typeof raw === 'number') return raw;
  const found = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(raw.trim());
  return found === null ? Number.NaN : Number(found[1]) / 100;
}

/** The better place earns more, and every band makes a difference. */
export const lintTop = (settings: z.infer<typeof topSchema>, lint: MethodLint): void =>
  lintBandPoints(settings.bands, settings.else, lintWithin(lint, 'bands'));
