import { z } from '../../model/zod.js';
import { type CompileMethod, expectType } from './method.js';

/** Points that an expert or another system gave, standing in a column, `of` so many. */
export const markSchema = z.strictObject({ of: z.number() });

export const compileMark: CompileMethod<z.infer<typeof markSchema>> = (settings, context) => {
  expectType(context, 'mark', 'number');
  const { of } = settings;
  if (of <= 0) context.report('profile.not-positive', ['of'], { key: 'of', found: of });
  return {
    method: 'mark',
    top: of,
    input: 'number',
    cohort: null,
    // Outside 0..of is an error of the cell already (compile/indicators bounds the field), so it never earns here.
    points: (value) => (Number(value) >= 0 && Number(value) <= of ? Number(value) : Number.NaN),
    explain: (value, _cohort, lang) =>
      lang === 'zh' ? `评分 ${value}，满分 ${of}` : `marked ${value} of ${of}`,
    text: { zh: `直接取评分，满分 ${of}`, en: `the mark given, of ${of}` },
  };
};
