import { z } from '../../model/zod.js';
import { quantitySchema } from '../document/words.js';
import { type CompileMethod, expectType } from './method.js';

/** Points in proportion: none at `floor` (0 unless stated), all at `full`. `full` below `floor` means lower is better. */
export const linearSchema = z.strictObject({ full: quantitySchema, floor: quantitySchema.optional() });

export const compileLinear: CompileMethod<z.infer<typeof linearSchema>> = (settings, context) => {
  expectType(context, 'linear', 'number');
  const full = context.quantity(settings.full, ['full']);
  const floor = settings.floor === undefined ? 0 : context.quantity(settings.floor, ['floor']);
  if (full === floor || (settings.floor === undefined && full < 0)) {
    context.report('profile.linear-range', ['full'], {
      full: String(settings.full),
      floor: String(settings.floor ?? 0),
    });
  }
  const share = (value: number): number => Math.min(1, Math.max(0, (value - floor) / (full - floor)));
  const [at0, at1] = [context.show(floor), context.show(full)];
  return {
    method: 'linear',
    top: 1,
    input: 'number',
    cohort: null,
    points: (value) => share(Number(value)),
    explain: (value, _cohort, lang) => {
      const shown = context.show(Number(value))[lang];
      const from = floor === 0 ? '' : lang === 'zh' ? `${at0.zh} 起、` : `from ${at0.en}, `;
      return lang === 'zh'
        ? `${from}满分值 ${at1.zh}，实际 ${shown}`
        : `${from}full marks at ${at1.en}; here ${shown}`;
    },
    text: {
      zh: floor === 0 ? `按比例计分，${at1.zh} 得满分` : `按比例计分，${at0.zh} 得 0 分，${at1.zh} 得满分`,
      en:
        floor === 0
          ? `in proportion, full marks at ${at1.en}`
          : `in proportion, 0 at ${at0.en}, full marks at ${at1.en}`,
    },
  };
};
