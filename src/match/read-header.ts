import { units } from '../model/unit.js';

/** What a header cell says: the spellings to look up, best first, and the unit it states. */
export interface HeaderText {
  readonly keys: readonly string[];
  readonly unit: string | null;
}

/** Other spellings of units in headers, titles and unit rows. */
const unitWords: Readonly<Record<string, string>> = {
  万: '万元',
  亿: '亿元',
  千: '千元',
  人民币: '元',
  人民币元: '元',
  人民币万元: '万元',
  人民币亿元: '亿元',
  万元人民币: '万元',
  元人民币: '元',
  rmb: '元',
  rmb元: '元',
  rmb万元: '万元',
  十亿元: '十亿元',
  百分比: '%',
  百分数: '%',
  usd: '美元',
  万usd: '万美元',
  万美金: '万美元',
  美金: '美元',
};

/** The unit id that a word means, or null. */
export function unitOf(word: string): string | null {
  const plain = word
    .replace(/^(金额)?(计量)?单位[:：]?/, '')
    .replace(/^(计|按)/, '')
    .toLowerCase();
  if (units.has(plain)) return plain;
  const known = Object.hasOwn(unitWords, plain) ? unitWords[plain] : undefined;
  return known !== undefined && units.has(known) ? known : null;
}

const invisible = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu;
const numbering =
  /^(?:[①-⑳⑴-⒇㈠-㈩]|[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（]\d{1,2}[)）]|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d))+/;
const bracketed = /[([{【〔]([^()[\]{}【】〔〕]*)[)\]}】〕]/g;
const prior = /^(?:上一?年度?|上年同期|上期|去年同期|去年|前一年度?)(?:末|的)?/;
const current = /^(?:本年度?|当年度?|本期|今年|最近一年度?|本年数)(?:末|的)?/;

/** One spelling for all: half width, lower case, without blanks, control characters and decoration. */
export function fold(text: string): string {
  return text
    .replace(invisible, '')
    .replace(numbering, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/^[*＊★●※:,;.、_-]+|[*＊★:,;.、_]+$/g, '')
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
  let key = fold(text);
  const whole = key;
  key = key.replace(bracketed, (_, inside: string) => {
    const said = unitOf(inside);
    if (said !== null) unit ??= said;
    else if (!required.test(inside)) {
      for (const part of inside.split(/[,;:、]/)) unit ??= part === '' ? null : unitOf(part);
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
    .replace(/(?:必填|选填)$/, '')
    .replace(/^[*:,;.、_-]+|[*:,;.、_-]+$/g, '')
    .replace(/^其中[:,]?/, '');
  const keys = new Set<string>();
  const offer = (one: string) => {
    if (one !== '') keys.add(unifyYear(one, year));
  };
  offer(whole);
  offer(key);
  // 研发费用,如无请填0 · 是否上市?如是请填代码
  const question = /^(.{2,}?)(?:[,;?。]|如\S{0,12}(?:为|是|无|否)|请填)/.exec(key);
  if (question?.[1] !== undefined) offer(question[1]);
  // 营业收入万元
  if (unit === null) {
    const glued = /^(.{2,}?)(亿元|百万元|千万元|万元|千元|万美元|美元|元|%)$/.exec(key);
    if (glued?.[1] !== undefined && glued[2] !== undefined) {
      unit = unitOf(glued[2]);
      offer(glued[1]);
    }
  }
  return { keys: [...keys], unit };
}

/** The money unit that a title line states: 单位：万元, （亿元）. null where it states none. */
export function titleUnit(text: string): string | null {
  const plain = text.replace(invisible, '').normalize('NFKC').toLowerCase();
  const stated = /单位[:：]?\(?((?:人民币)?(?:百万|千万|万|千|亿)?(?:元|美元)(?:人民币)?)/.exec(plain);
  if (stated?.[1] !== undefined) return unitOf(stated[1]);
  const inBrackets = /\(((?:人民币)?(?:百万|千万|万|千|亿)?(?:元|美元))\)/.exec(plain);
  return inBrackets?.[1] === undefined ? null : unitOf(inBrackets[1]);
}
