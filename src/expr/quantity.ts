import { type Currency, units } from '../model/unit.js';

export interface Quantity {
  /** Canonical: money in 万元 (万美元), ratios as fractions, counts as they are. */
  readonly value: number;
  readonly money: Currency | null;
  readonly kind: 'plain' | 'percent' | 'money';
}

/** What a unit word does to the figure before it: times 10^shift, and of which kind the result is. */
interface UnitWord {
  readonly shift: number;
  readonly money: Currency | null;
  readonly kind: Quantity['kind'];
  /** 500 万元 and 3 件 are written apart, 10% and 1.2亿 together. */
  readonly apart: boolean;
}

const multiples: readonly (readonly [string, number])[] = [
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
];
/** Counts that only expressions need, beside those of the model. */
const moreCounts = ['天', '倍'] as const;

const unitWords: ReadonlyMap<string, UnitWord> = new Map([
  ...multiples.map(([word, shift]) => [word, { shift, money: null, kind: 'plain', apart: false }] as const),
  ...[...units.values()].flatMap((unit) => {
    const shift = Math.round(Math.log10(unit.times / unit.over));
    if (unit.kind === 'count') return countWords(unit.id);
    const kind = unit.kind === 'money' ? ('money' as const) : ('percent' as const);
    return [[unit.id, { shift, money: unit.currency, kind, apart: unit.kind === 'money' }] as const];
  }),
  ...moreCounts.flatMap(countWords),
]);

/** 件, 万件, 亿件 … */
function countWords(id: string): (readonly [string, UnitWord])[] {
  const counted = (shift: number) => ({ shift, money: null, kind: 'plain', apart: true }) as const;
  return [
    [id, counted(0)] as const,
    ...multiples.map(([word, shift]) => [`${word}${id}`, counted(shift)] as const),
  ];
}

/** All unit words, the usual ones first, for did-you-mean. */
export const unitNames: readonly string[] = [...units.keys(), ...unitWords.keys()];

export const isUnit = (word: string): boolean => unitWords.has(word);

/**
 * The figure with its unit ('' for none; asked with `isUnit` before). The point is moved in the decimal, not by a
 * multiplication: 1.1亿元 is 11000, not 11000.000000000002. Too large a figure is Infinity.
 */
export function quantityOf(figure: string, unit: string): Quantity & { readonly shown: string } {
  const word = unitWords.get(unit);
  if (word === undefined) return { value: Number(figure), money: null, kind: 'plain', shown: figure };
  const [mantissa = '', exponent = '0'] = figure.toLowerCase().split('e');
  return {
    value: Number(`${mantissa}e${Number(exponent) + word.shift}`),
    money: word.money,
    kind: word.kind,
    shown: word.apart ? `${figure} ${unit}` : `${figure}${unit}`,
  };
}

/** How a bare figure would be written as money: 500 → 500 万元, 500万 → 500 万元; null where it has a unit already. */
export function asMoney(shown: string, currency: Currency): string | null {
  const yuan = currency === 'CNY' ? '元' : '美元';
  const [, figure, word = ''] = /^(-?[\d.]+(?:[eE][+-]?\d+)?)(\D*)$/.exec(shown) ?? [];
  if (figure === undefined) return null;
  if (word === '') return `${figure} 万${yuan}`;
  return multiples.some(([one]) => one === word) && isUnit(`${word}${yuan}`)
    ? `${figure} ${word}${yuan}`
    : null;
}

const form = /^([+-]?)\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)\s*(\S*)$/;

/** A figure of a profile on its own: 60, -5, 10%, 500 万元, 1.2亿, 1,000 万元, full width too. null: it is none. */
export function parseQuantity(text: string): Quantity | null {
  // No figure is longer, and \s* before \S* must not meet a long run of blanks.
  if (text.length > 64) return null;
  const [, sign, figure, unit = ''] = form.exec(text.normalize('NFKC').replace(/[−–]/g, '-').trim()) ?? [];
  if (figure === undefined || (unit !== '' && !isUnit(unit))) return null;
  const { value, money, kind } = quantityOf(figure.replaceAll(',', ''), unit);
  if (!Number.isFinite(value)) return null;
  return { value: sign === '-' ? 0 - value : value, money, kind };
}
