import { units } from '../model/unit.js';
import { simplified } from './simplified.js';
import { type TimeSpan, timeSpanOf } from './time-span.js';

/** What a header cell says: the spellings to look up, best first, and the unit it states. */
export interface HeaderText {
  readonly keys: readonly string[];
  readonly unit: string | null;
  /** Money in a unit that nothing here counts in, like 万港元 or 百元: never to be taken for the usual one. */
  readonly strange: string | null;
  /** The part of the year that it speaks of, where it says so. */
  readonly span: TimeSpan | null;
}

/** Other spellings of units in headers, titles and unit rows; the currency's name is taken off before. */
const unitWords: Readonly<Record<string, string>> = {
  '': '元',
  万: '万元',
  亿: '亿元',
  千: '千元',
  百万: '百万元',
  千万: '千万元',
  圆: '元',
  万圆: '万元',
  百分比: '%',
  百分数: '%',
  usd: '美元',
  万usd: '万美元',
  万美金: '万美元',
  美金: '美元',
};

/** The unit id that a word means, or null: 万元, （万元）, 单位：万元, 人民币万元. */
export function unitOf(word: string): string | null {
  const said = simplified(word.normalize('NFKC').replace(/\s+/g, '').toLowerCase())
    .replace(/^[([{【〔<]+|(?<![)\]}】〕>])[)\]}】〕>]+$/g, '')
    .replace(/^(?:金额|计量|货币)?单位(?:为|[:：])?/, '')
    .replace(/^(?:计|按|以)/, '');
  if (said === '') return null;
  const plain = said.replace(/人民币|rmb|cny/g, '').replace(/^[()]+|[()]+$/g, '');
  if (units.has(plain)) return plain;
  if (plain === '' && /^[()]*$/.test(said)) return null;
  const known = Object.hasOwn(unitWords, plain) ? unitWords[plain] : undefined;
  return known !== undefined && units.has(known) ? known : null;
}

const otherMoney =
  /(?:港|日|欧|韩|澳|加|台|新|泰)(?:元|圆|币|铢)|港币|英镑|法郎|卢布|(?:^|[^a-z])(?:hkd|eur|jpy|gbp|krw|twd|aud|cad|chf|rub)(?:$|[^a-z])|(?:元|圆|币)$/;

/** A word that names money in no unit known here; null for anything else. */
export function strangeMoney(word: string): string | null {
  const plain = simplified(word.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  return unitOf(plain) === null && plain.length <= 8 && otherMoney.test(plain) ? word : null;
}

const invisible = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu;
const numbering =
  /^(?:[①-⑳⑴-⒇㈠-㈩]|[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（]\d{1,2}[)）]|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d))+/;
const bracketed = /[([{【〔<]([^()[\]{}【】〔〕<>]*)[)\]}】〕>]/g;
const prior = /^(?:上一?年度?|上年同期|上期|去年同期|去年|前一年度?)(?:末|的)?/;
const current = /^(?:本年度?|当年度?|本期|今年|最近一年度?|本年数)(?:末|的)?/;

/** One spelling for all: half width, simplified, lower case, without blanks, control characters and decoration. */
export function fold(text: string): string {
  return simplified(text.replace(invisible, '').replace(numbering, '').normalize('NFKC'))
    .replace(invisible, '')
    .toLowerCase()
    .replace(/^[*＊★●※:,;.、_"'“”‘’-]+|[*＊★:,;.、_"'“”‘’]+$/g, '')
    .replace(/^其中[:,]?/, '');
}

/** 上年度营业收入 → 上年营业收入, 本年营业收入 → 营业收入; 2025年营业收入 by the period's year. */
function unifyYear(key: string, year: number | null): string {
  const stated = /^(20\d\d)年?度?/.exec(key);
  if (stated !== null && year !== null && key.length > stated[0].length) {
    const rest = key.slice(stated[0].length);
    const gap = year - Number(stated[1]);
    if (gap === 0) return rest;
    return gap === 1 ? `上年${rest}` : key;
  }
  if (prior.test(key)) return key.replace(prior, '上年');
  const rest = key.replace(current, '');
  return rest === '' ? key : rest;
}

const required = /^(?:必填|选填|可选|必选|非必填|必须|如有|可不填)(?:项)?$/;

/** Reads a header cell. `year` is the year of the run's period, for headers like 2025年营业收入. Cost: a few regexes. */
export function readHeader(text: string, year: number | null = null): HeaderText {
  let unit: string | null = null;
  let strange: string | null = null;
  let key = fold(text);
  const whole = key;
  key = key.replace(bracketed, (_, inside: string) => {
    const said = unitOf(inside.replace(/\/年$/, ''));
    if (said !== null) unit ??= said;
    else if (!required.test(inside)) {
      strange ??= strangeMoney(inside);
      const parts = inside.split(/[,;:、]/).map(unitOf);
      // 人民币：万元 — a currency alone means 元, but only where nothing else is said.
      unit ??=
        parts.find((part) => part !== null && part !== '元') ?? parts.find((part) => part !== null) ?? null;
    }
    return '';
  });
  // 研发费用-万元, 研发费用/万元, 研发费用:万元, 研发费用,单位:万元
  const tail = /[-_/,:;](?:单位:?)?([^-_/,:;]{1,6})$/.exec(key);
  const tailUnit = tail === null ? null : unitOf(tail[1] ?? '');
  if (tail !== null && tailUnit !== null) {
    unit ??= tailUnit;
    key = key.slice(0, tail.index);
  }
  key = key
    .replace(/(?:必填|选填|单位)$/, '')
    .replace(/^[*:,;.、_"'“”‘’-]+|[*:,;.、_"'“”‘’-]+$/g, '')
    .replace(/^其中[:,]?/, '');
  const keys = new Set<string>();
  const offer = (one: string) => {
    if (one !== '') keys.add(unifyYear(one, year));
  };
  offer(whole);
  offer(key);
  // 2 企业名称: a running number and a blank.
  const numbered = /^\s*\d{1,2}[\s\u3000]+(?=\p{Script=Han})/u.exec(text);
  if (numbered !== null)
    for (const rest of readHeader(text.slice(numbered[0].length), year).keys) keys.add(rest);
  // 研发费用,如无请填0 · 是否上市?如是请填代码
  const question = /^(.{2,}?)(?:[,;?。]|如\S{0,12}(?:为|是|无|否)|请填)/.exec(key);
  if (question?.[1] !== undefined) offer(question[1]);
  // 营业收入万元
  if (unit === null) {
    const glued = /^(.{2,}?)(?:单位:?)?(亿元|百万元|千万元|万元|千元|万美元|美元|元|%)$/.exec(key);
    if (glued?.[1] !== undefined && glued[2] !== undefined) {
      unit = unitOf(glued[2]);
      offer(glued[1]);
    }
  }
  // 1-9月营业收入, 研发费用本年累计: the name without its part of the year; what that means is judged by the field.
  const timed = timeSpanOf(whole);
  if (timed !== null) for (const rest of readHeader(timed.rest, year).keys) keys.add(rest);
  return { keys: [...keys], unit, strange: unit === null ? strange : null, span: timed?.span ?? null };
}

const amount = '((?:人民币)?(?:百万|千万|万|千|亿)?(?:元|圆|美元)(?:人民币)?)';
/** 填报单位：元亨公司 speaks of an office. */
const office =
  '(?<!填报|填表|填制|编报|编制|制表|报送|上报|报告|申报|申请|推荐|主管|牵头|承担|责任|统计|企业|管理|建设|依托|所在|下属|工作|用人|会员|成员|法人)';
/** 单位：万元, 单位为万元, 以万元为单位, 金额均以元计, 按千元填报. */
const statements = [
  new RegExp(`${office}单位(?:均?[为是]|[:：])?\\(?${amount}`),
  new RegExp(`[以按用]${amount}(?:为单位|计|填|列|表示)`),
  new RegExp(`(?:金额|数据|数字)[^,。;]{0,6}?(?:均?[为是])${amount}`),
  new RegExp(`\\(${amount}\\)`),
  new RegExp(`^${amount}$`),
];

const severalUnits = new RegExp(`${office}单位(?:[为是]|[:：])\\(?([^。()]{2,24})`);

/** The money unit that a title line states: 单位：万元, （亿元）. null where it states none. */
export function titleUnit(text: string): string | null {
  const plain = simplified(text.replace(invisible, '').normalize('NFKC')).toLowerCase();
  for (const statement of statements) {
    const stated = statement.exec(plain)?.[1];
    if (stated !== undefined) return unitOf(stated);
  }
  // 单位：人、万元 — one of several.
  const several = severalUnits.exec(plain)?.[1]?.split(/[、,;/和及]/) ?? [];
  for (const word of several) {
    const unit = unitOf(word);
    if (unit !== null && units.get(unit)?.kind === 'money') return unit;
  }
  return null;
}
