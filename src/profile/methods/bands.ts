import { round10 } from '../../expr/index.js';
import type { Lang } from '../../model/text.js';
import { z } from '../../model/zod.js';
import { quantitySchema } from '../document/words.js';
import {
  type CompileMethod,
  expectPoints,
  expectType,
  lintBandPoints,
  lintWithin,
  type MethodContext,
  type MethodLint,
} from './method.js';

const bandList = z.array(z.tuple([quantitySchema, z.number()])).min(1);

/** The first band that holds gives its points. The key states whether the edge belongs to the band. */
export const bandsSchema = z.strictObject({
  at_least: bandList.optional(),
  above: bandList.optional(),
  at_most: bandList.optional(),
  below: bandList.optional(),
  else: z.number(),
});

type Settings = z.infer<typeof bandsSchema>;
type Edge = 'at_least' | 'above' | 'at_most' | 'below';

/** In the order of the schema: how an edge is asked, and its sign for people. */
const edges: Readonly<
  Record<Edge, { sign: string; holds: (value: number, edge: number) => boolean; falls: boolean }>
> = {
  at_least: { sign: '≥', holds: (value, edge) => value >= edge, falls: true },
  above: { sign: '>', holds: (value, edge) => value > edge, falls: true },
  at_most: { sign: '≤', holds: (value, edge) => value <= edge, falls: false },
  below: { sign: '<', holds: (value, edge) => value < edge, falls: false },
};

export const compileBands: CompileMethod<Settings> = (settings, context) => {
  expectType(context, 'bands', 'number');
  const kind = statedEdge(settings, context);
  const { sign, holds, falls } = edges[kind];
  const bands = (settings[kind] ?? []).map(([edge, points], index) => ({
    // Rounded as values are: 115/100 − 1 meets the edge 0.15.
    edge: round10(context.quantity(edge, [kind, index, 0])),
    points: expectPoints(context, points, [kind, index, 1]),
  }));
  expectPoints(context, settings.else, ['else']);
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (before !== undefined && (falls ? band.edge >= before.edge : band.edge <= before.edge)) {
      context.report('profile.band-order', [kind, index, 0], {
        key: kind,
        before: context.show(before.edge),
        edge: context.show(band.edge),
      });
    }
  }
  const find = (value: number) => {
    const rounded = round10(value);
    return bands.find((band) => holds(rounded, band.edge));
  };
  const label = (edge: number, lang: Lang): string => `${sign}${context.show(edge)[lang]}`;
  return {
    method: 'bands',
    top: Math.max(settings.else, ...bands.map((band) => band.points)),
    input: 'number',
    cohort: null,
    points: (value) => find(Number(value))?.points ?? settings.else,
    explain: (value, _cohort, lang) => {
      const band = find(Number(value));
      const name = band === undefined ? (lang === 'zh' ? '其余' : 'otherwise') : label(band.edge, lang);
      const points = band?.points ?? settings.else;
      return lang === 'zh'
        ? `${context.show(Number(value)).zh} 属“${name}”档：${points} 分`
        : `${context.show(Number(value)).en} is in ${name}: ${points}`;
    },
    text: {
      zh: [
        ...bands.map((band) => `${label(band.edge, 'zh')}：${band.points} 分`),
        `其余：${settings.else} 分`,
      ].join('；'),
      en: [
        ...bands.map((band) => `${label(band.edge, 'en')}: ${band.points}`),
        `otherwise: ${settings.else}`,
      ].join('; '),
    },
  };
};

/** The one key that holds the bands; several or none are reported. */
function statedEdge(settings: Settings, context: MethodContext): Edge {
  const stated = (['at_least', 'above', 'at_most', 'below'] as const).filter(
    (key) => settings[key] !== undefined,
  );
  if (stated.length !== 1)
    context.report('profile.band-edge', [], { found: stated, allowed: Object.keys(edges) });
  return stated[0] ?? 'at_least';
}

/** The better band earns more, and every band makes a difference. */
export function lintBands(settings: Settings, lint: MethodLint): void {
  for (const kind of ['at_least', 'above', 'at_most', 'below'] as const)
    lintBandPoints(settings[kind] ?? [], settings.else, lintWithin(lint, kind));
}
