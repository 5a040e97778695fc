import { round10 } from '../../expr/index.js';
import { z } from '../../model/zod.js';
import { quantitySchema } from '../document/words.js';
import { type CompileMethod, expectPoints, expectType } from './method.js';

/** Points for every full `per`, up to `cap`: 每满 2 年 1 分，最高 5 分. */
export const stepsSchema = z.strictObject({ per: quantitySchema, points: z.number(), cap: z.number() });

export const compileSteps: CompileMethod<z.infer<typeof stepsSchema>> = (settings, context) => {
  expectType(context, 'steps', 'number');
  const per = context.quantity(settings.per, ['per']);
  if (per <= 0) context.report('profile.not-positive', ['per'], { key: 'per', found: per });
  const each = expectPoints(context, settings.points, ['points']);
  const cap = expectPoints(context, settings.cap, ['cap']);
  if (cap < each) context.report('profile.cap-too-low', ['cap'], { cap, points: each });
  const full = (value: number): number => Math.max(0, Math.floor(round10(value / per)));
  const unit = context.show(per);
  return {
    method: 'steps',
    top: cap,
    input: 'number',
    cohort: null,
    points: (value) => Math.min(cap, full(Number(value)) * each),
    explain: (value, _cohort, lang) => {
      const count = full(Number(value));
      const points = Math.min(cap, count * each);
      return lang === 'zh'
        ? `${context.show(Number(value)).zh} 含 ${count} 个 ${unit.zh}，每个 ${each} 分，最高 ${cap} 分：${points} 分`
        : `${context.show(Number(value)).en} holds ${count} × ${unit.en} at ${each} each, ${cap} at most: ${points}`;
    },
    text: {
      zh: `每满 ${unit.zh} 得 ${each} 分，最高 ${cap} 分`,
      en: `${each} for every full ${unit.en}, ${cap} at most`,
    },
  };
};
