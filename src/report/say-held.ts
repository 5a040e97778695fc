import type { NameRead } from '../model/plan.js';
import { quantityText } from '../model/quantity-text.js';
import type { Held } from '../model/reasons.js';
import type { Lang } from '../model/text.js';
import { units } from '../model/unit.js';
import { isoDate } from './iso-date.js';
import { rounded } from './number-text.js';
import { yesNo } from './words.js';

/** So many values of a long condition are told; the rest is left to explain. */
const MOST = 4;

/** 总分 ≥ 60（58.5，差 1.5） · 企业授权（空白） · 首次推荐结果 = 「未授信」（已授信） */
export function sayHeld(held: Held, lang: Lang): string {
  const detail = detailOf(held, lang);
  const text = held.condition.text[lang];
  if (detail === '') return text;
  return lang === 'zh' ? `${text}（${detail}）` : `${text} (${detail})`;
}

/** Several, in the order given. */
export const sayHeldAll = (all: readonly Held[], lang: Lang): string =>
  all.map((one) => sayHeld(one, lang)).join(lang === 'zh' ? '；' : '; ');

function detailOf({ condition, verdict, read, sides }: Held, lang: Lang): string {
  const { reads, order } = condition;
  const comma = lang === 'zh' ? '，' : ', ';
  if (verdict === null)
    return blankText(reads, read, lang) || (lang === 'zh' ? '无法计算' : 'cannot be reckoned');
  if (order !== null && sides !== null) {
    const [own, edge] = order.side === 'left' ? [sides.left, sides.right] : [sides.right, sides.left];
    const short = rounded(Math.abs(own - edge));
    const value = numberIn(own, order.unit, lang);
    if (verdict || short === 0) return value;
    const by = numberIn(short, order.unit, lang);
    return `${value}${comma}${lang === 'zh' ? `差 ${by}` : `off by ${by}`}`;
  }
  const values = reads.map((name, index) => valueText(name, read[index] ?? null, lang));
  if (reads.length === 1) return values[0]!;
  const named = reads.slice(0, MOST).map((name, index) => `${name.name[lang]} ${values[index]}`);
  return [...named, ...(reads.length > MOST ? ['…'] : [])].join(lang === 'zh' ? '、' : ', ');
}

/** The blank ones of what was read: 空白 where it reads nothing else, 研发费用空白, 无总分. */
export function blankText(
  reads: readonly NameRead[],
  read: readonly (number | string | null)[],
  lang: Lang,
): string {
  const blank = reads.filter((_, index) => (read[index] ?? null) === null);
  if (blank.length === 0) return '';
  const fields = blank.filter((one) => one.field).map((one) => one.name[lang]);
  const others = blank.filter((one) => !one.field).map((one) => one.name[lang]);
  if (reads.length === 1 && fields.length === 1) return lang === 'zh' ? '空白' : 'blank';
  const joint = lang === 'zh' ? '、' : ', ';
  return [
    ...(fields.length === 0
      ? []
      : [lang === 'zh' ? `${fields.join(joint)}空白` : `${fields.join(joint)} blank`]),
    ...others.map((name) => (lang === 'zh' ? `无${name}` : `no ${name}`)),
  ].join(joint);
}

function valueText({ kind, unit }: NameRead, value: number | string | null, lang: Lang): string {
  if (value === null) return lang === 'zh' ? '空白' : 'blank';
  if (typeof value === 'string') return value;
  if (kind === 'boolean') return yesNo(value === 1, lang);
  return kind === 'date' ? isoDate(value) : numberIn(value, unit, lang);
}

/** A canonical value in a unit: 0.034 → 3.4%, 320.5 → 320.5 万元. */
function numberIn(value: number, unit: string | null, lang: Lang): string {
  const known = unit === null ? undefined : units.get(unit);
  return quantityText(rounded(known === undefined ? value : (value * known.over) / known.times), unit)[lang];
}
