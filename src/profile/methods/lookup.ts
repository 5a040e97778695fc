import { z } from '../../model/zod.js';
import { nearestWords } from '../nearest-words.js';
import { type CompileMethod, expectPoints, expectType, type MethodLint } from './method.js';

/**
 * Points by word, for texts and for yes/no (`true`, `false`, 是, 否). A word that is not listed earns `else`; without
 * `else` it is treated as missing.
 */
export const lookupSchema = z.strictObject({
  words: z.record(z.string().min(1), z.number()),
  else: z.number().optional(),
});

const yesNo: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['是', 1],
  ['false', 0],
  ['否', 0],
]);

export const compileLookup: CompileMethod<z.infer<typeof lookupSchema>> = (settings, context) => {
  expectType(context, 'lookup', 'text', 'boolean');
  const isBoolean = context.type.kind === 'boolean';
  const allowed = isBoolean ? [...yesNo.keys()] : context.words;
  const points = new Map<string | number, number>();
  for (const [word, earned] of Object.entries(settings.words)) {
    if (allowed.length > 0 && !allowed.includes(word)) {
      context.report('profile.unknown-word', ['words', word], {
        word,
        near: nearestWords(word, allowed),
        allowed,
      });
    }
    points.set(isBoolean ? (yesNo.get(word) ?? word) : word, expectPoints(context, earned, ['words', word]));
  }
  if (settings.else !== undefined) expectPoints(context, settings.else, ['else']);
  const earns = (value: number | string): number => points.get(value) ?? settings.else ?? Number.NaN;
  const shown = (value: number | string, yes: string, no: string): string =>
    isBoolean ? (value === 1 ? yes : no) : String(value);
  const all = Object.entries(settings.words);
  return {
    method: 'lookup',
    top: Math.max(settings.else ?? 0, ...all.map(([, earned]) => earned)),
    input: isBoolean ? 'boolean' : 'text',
    cohort: null,
    points: earns,
    explain: (value, _cohort, lang) => {
      const earned = earns(value);
      if (lang === 'zh')
        return `“${shown(value, '是', '否')}”：${Number.isNaN(earned) ? '未列出' : `${earned} 分`}`;
      return `"${shown(value, 'yes', 'no')}": ${Number.isNaN(earned) ? 'not listed' : earned}`;
    },
    text: {
      zh: [
        ...all.map(([word, earned]) => `${word}：${earned} 分`),
        ...rest(settings.else, '其余：', ' 分'),
      ].join('；'),
      en: [
        ...all.map(([word, earned]) => `${word}: ${earned}`),
        ...rest(settings.else, 'otherwise: ', ''),
      ].join('; '),
    },
  };
};

const rest = (points: number | undefined, before: string, after: string): readonly string[] =>
  points === undefined ? [] : [`${before}${points}${after}`];

/** Words of the field that nothing is said of, and one of 是 and true beside the other. */
export function lintLookup(settings: z.infer<typeof lookupSchema>, lint: MethodLint): void {
  const silent = lint.words.filter((word) => !Object.hasOwn(settings.words, word));
  if (settings.else === undefined && silent.length > 0)
    lint.report('profile.words-unscored', ['words'], { words: silent });
  for (const [word, other] of [
    ['是', 'true'],
    ['否', 'false'],
  ] as const) {
    if (
      lint.words.length === 0 &&
      Object.hasOwn(settings.words, word) &&
      Object.hasOwn(settings.words, other)
    )
      lint.report('profile.spelling-of-two-words', ['words', word], { spelling: word, words: [word, other] });
  }
}
