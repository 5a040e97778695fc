/** What a text cell says when a number is expected. `scale` is the power of ten that its own unit asks for. */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }
  | { readonly kind: 'bad'; readonly reason: 'not-a-number' | 'control' };

const bad: NumberRead = { kind: 'bad', reason: 'not-a-number' };
const control: NumberRead = { kind: 'bad', reason: 'control' };

const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const grouped = /^[+-]?\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?$/;

const powers: readonly number[] = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/**
 * A figure of at most 15 digits as most cells have it, like 1050.02 or -3; NaN for anything else, which `parseNumber`
 * reads. Exact: digits and power of ten are whole in float64, so that their quotient is rounded once, as Number(text) is.
 */
export function plainFigure(text: string): number {
  const negative = text.charCodeAt(0) === 0x2d;
  const { length } = text;
  let digits = 0;
  let size = 0;
  let point = -1;
  for (let i = negative ? 1 : 0; i < length; i++) {
    const unit = text.charCodeAt(i) - 0x30;
    if (unit >= 0 && unit <= 9) {
      digits = digits * 10 + unit;
      size++;
    } else if (unit === -2 && point < 0 && size > 0 && i + 1 < length) point = size;
    else return Number.NaN;
  }
  if (size === 0 || size > 15) return Number.NaN;
  const value = point < 0 ? digits : digits / powers[size - point]!;
  return negative ? -value : value;
}

/** Units that people write behind a figure, each as the unit id it means. Longest first in the expression below. */
const unitWords: Readonly<Record<string, string>> = {
  亿元: '亿元',
  亿: '亿元',
  千万元: '千万元',
  千万: '千万元',
  百万元: '百万元',
  百万: '百万元',
  万元: '万元',
  万: '万元',
  千元: '千元',
  元: '元',
  亿美元: '亿美元',
  万美元: '万美元',
  美元: '美元',
  '%': '%',
  '‰': '‰',
  人: '人',
  名: '人',
  件: '件',
  项: '项',
  个: '个',
  家: '家',
  次: '次',
  年: '年',
};
const tail = new RegExp(
  `^(.*?)(${Object.keys(unitWords)
    .sort((a, b) => b.length - a.length)
    .join('|')})?$`,
);

/**
 * A number as people write it: full width, thousands marks, a unit behind it (万, 亿元, %), brackets or ▲ for minus,
 * ¥, an apostrophe in front. What is neither a number nor blank is bad, never 0. Blank texts are asked before this.
 */
export function parseNumber(text: string): NumberRead {
  if (plain.test(text)) return finite(Number(text), null);
  if (/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/.test(text)) return control;
  let rest = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const guarded = /^="(.*)"$/.exec(rest);
  if (guarded?.[1] !== undefined) rest = guarded[1].trim();
  rest = rest
    .replace(/^['’‘]/, '')
    .replace(/[−–—]/g, '-')
    .trim();
  let negative = false;
  if (/^[▲△▼]/.test(rest)) {
    negative = true;
    rest = rest.slice(1).trim();
  }
  // 158(万元人民币), 3.4000(万元人民币): the unit in brackets behind the figure.
  const behind = /^([^()]+)\(([^()]+)\)$/.exec(rest);
  if (behind?.[1] !== undefined && behind[2] !== undefined) rest = `${behind[1]}${behind[2]}`;
  rest = rest.replace(/人民币/g, '').replace(/^(?:rmb|cny|¥)\s*/i, '');
  const [, figures = '', word] = tail.exec(rest) ?? [];
  let digits = figures.trim();
  const bracketed = /^\(\s*(?:[¥]\s*)?([^()\s][^()]*)\)$/.exec(digits);
  if (bracketed?.[1] !== undefined) {
    if (negative || /^[-+]/.test(bracketed[1])) return bad;
    negative = true;
    digits = bracketed[1].trim();
  }
  if (/^-\s*[¥]/.test(digits)) {
    negative = true;
    digits = digits.replace(/^-\s*[¥]\s*/, '');
  }
  digits = digits.replace(/^([+-])\s+/, '$1');
  if (grouped.test(digits)) digits = digits.replace(/[, ']/g, '');
  if (!plain.test(digits) || (negative && /^[+-]/.test(digits))) return bad;
  const value = Number(digits);
  return finite(negative ? -value : value, word === undefined ? null : (unitWords[word] ?? null));
}

const finite = (value: number, unit: string | null): NumberRead =>
  Number.isFinite(value) ? { kind: 'number', value, unit } : bad;

/** value × 10^shift, correctly rounded: 1.1 亿元 is 11000 万元, not 11000.000000000002. */
export function shiftDecimal(value: number, shift: number): number {
  if (shift === 0 || value === 0 || !Number.isFinite(value)) return value;
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + shift}`);
}
