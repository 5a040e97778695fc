import type { Text } from './text.js';

/** Currencies that a field may be in. Yuan unless a field says otherwise. */
export type Currency = 'CNY' | 'USD';

/** A unit that people write: `scale` of it makes one canonical unit (万元 for money, 1 for ratios and counts). */
export interface Unit {
  readonly id: string;
  readonly kind: 'money' | 'ratio' | 'count';
  readonly currency: Currency | null;
  /** Multiply a value in this unit by `scale` to get the canonical value. Kept as a fraction: exact in float64. */
  readonly times: number;
  readonly over: number;
}

const money = (id: string, times: number, over: number, currency: Currency = 'CNY'): Unit => ({
  id,
  kind: 'money',
  currency,
  times,
  over,
});
const count = (id: string): Unit => ({ id, kind: 'count', currency: null, times: 1, over: 1 });

/** Canonical units: money in 万元 (万美元), ratios as fractions, counts as they are. */
export const units: ReadonlyMap<string, Unit> = new Map(
  [
    money('元', 1, 10_000),
    money('千元', 1, 10),
    money('万元', 1, 1),
    money('百万元', 100, 1),
    money('千万元', 1_000, 1),
    money('亿元', 10_000, 1),
    money('美元', 1, 10_000, 'USD'),
    money('万美元', 1, 1, 'USD'),
    money('亿美元', 10_000, 1, 'USD'),
    { id: '%', kind: 'ratio', currency: null, times: 1, over: 100 } satisfies Unit,
    { id: '‰', kind: 'ratio', currency: null, times: 1, over: 1000 } satisfies Unit,
    ...['人', '件', '项', '个', '家', '次', '年', '分', '台', '套'].map(count),
  ].map((unit) => [unit.id, unit]),
);

/** The canonical money unit of a currency. */
export const moneyUnit: Readonly<Record<Currency, string>> = { CNY: '万元', USD: '万美元' };

/** Units in words that an English reader knows. A measure word (件, 项, 个, 家, 台, 套) has none: it is left out. */
const english: Readonly<Record<string, string>> = {
  元: 'CNY',
  千元: 'thousand CNY',
  万元: '10k CNY',
  百万元: 'million CNY',
  千万元: '10 million CNY',
  亿元: '100 million CNY',
  美元: 'USD',
  万美元: '10k USD',
  亿美元: '100 million USD',
  人: 'people',
  次: 'times',
  年: 'years',
  分: 'points',
};

const texts: ReadonlyMap<string, Text> = new Map(
  [...units.values()].map(({ id, kind }) => [
    id,
    { zh: id, en: english[id] ?? (kind === 'count' ? '' : id) },
  ]),
);

/** A unit as a reader of the language knows it: what stands over a column. '' in English for a measure word. */
export const unitText = (unit: string): Text => texts.get(unit) ?? { zh: unit, en: unit };
