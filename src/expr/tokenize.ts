// Long because it is one machine over the signs of a text, with what other languages write in their place.

import { daysOfText } from '../model/day.js';
import type { Span } from '../model/expr.js';
import type { Currency } from '../model/unit.js';
import { quoted, type Report } from './error.js';
import { nameForm } from './name.js';
import { nearNames } from './near-names.js';
import { isUnit, quantityOf, unitNames } from './quantity.js';
import { type Keyword, keyword } from './words.js';

export type Mark = '+' | '-' | '*' | '/' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '(' | ')' | ',';

export type Token = Span &
  (
    | {
        readonly kind: 'number';
        readonly value: number;
        readonly money: Currency | null;
        readonly shown: string;
      }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'date'; readonly days: number; readonly shown: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'keyword'; readonly keyword: Keyword }
    | { readonly kind: 'mark'; readonly mark: Mark }
    | { readonly kind: 'end' }
  );

const blankForm = /\s+/y;
const dateForm = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}_])/uy;
const numberForm = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const thousandsForm = /,\d{3}(?!\d)/y;
const badNumberForm = /[\d.]+/y;
const markForm = /<>|==|!=|<=|>=|[-+*/=<>(),≥≤≠≧≦]/y;

const markOf: ReadonlyMap<string, Mark> = new Map([
  ['==', '='],
  ['<>', '!='],
  ['≠', '!='],
  ['≥', '>='],
  ['≧', '>='],
  ['≤', '<='],
  ['≦', '<='],
]);

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  ['＇', '＇'],
  ['`', '`'],
]);

/** What other languages write, and what to write here. Longest first. */
const foreign: readonly (readonly [string, string])[] = [
  ['&&', 'and'],
  ['||', 'or'],
  ['=>', '>='],
  ['=<', '<='],
  ['**', ''],
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
  ['”', '“…”'],
  ['’', '‘…’'],
  ['」', '「…」'],
];

/**
 * Text to tokens, the last of kind `end`. Full-width signs count as their ASCII twins outside of quotes. Every lexical
 * mistake is reported and skipped, so that the rest is still read.
 */
export function tokenize(text: string, report: Report): readonly Token[] {
  const tokens: Token[] = [];
  // Every sign is replaced by one of the same length, so that positions stay.
  const plain = text.replace(/[！-～　×÷−、]/g, halfWidth);
  let at = 0;

  const take = (form: RegExp, from = at): string | null => {
    form.lastIndex = from;
    return form.exec(plain)?.[0] ?? null;
  };

  while (at < text.length) {
    const start = at;
    const blank = take(blankForm);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const date = take(dateForm);
    if (date !== null) {
      at += date.length;
      const days = daysOfText(date);
      if (days === null) report('profile.expression-date', { start, end: at }, { raw: date });
      tokens.push({ kind: 'date', days: days ?? Number.NaN, shown: date, start, end: at });
      continue;
    }
    if (/[\d.]/.test(plain[at] ?? '')) {
      tokens.push(readNumber());
      continue;
    }
    const close = closing.get(text[at] ?? '');
    if (close !== undefined) {
      readQuoted(close);
      continue;
    }
    const name = take(nameForm);
    if (name !== null) {
      at += name.length;
      const raw = text.slice(start, at);
      const word = keyword(raw);
      if (word === null) tokens.push({ kind: 'name', name: raw, start, end: at });
      else tokens.push({ kind: 'keyword', keyword: word, start, end: at });
      continue;
    }
    if (!readMark()) readForeign();
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;

  function readNumber(): Token {
    const start = at;
    const figure = take(numberForm);
    const run = take(badNumberForm) ?? '';
    if (figure === null || (run.length > figure.length && !figure.includes('e'))) {
      at += run.length;
      report('profile.expression-number', { start, end: at }, { raw: run });
      return { kind: 'number', value: Number.NaN, money: null, shown: run, start, end: at };
    }
    at += figure.length;
    if (take(thousandsForm) !== null) readThousands(start);
    const unit = readUnit(start);
    const { value, money, shown } = quantityOf(figure, unit ?? '');
    if (value === Number.POSITIVE_INFINITY) {
      report('profile.expression-number', { start, end: at }, { raw: quoted(text.slice(start, at)) });
    }
    // NaN tells the checker that there is a mistake already.
    return {
      kind: 'number',
      value: unit !== null && Number.isFinite(value) ? value : Number.NaN,
      money,
      shown,
      start,
      end: at,
    };
  }

  function readThousands(start: number): void {
    for (let part = take(thousandsForm); part !== null; part = take(thousandsForm)) at += part.length;
    const raw = plain.slice(start, at);
    report(
      'profile.expression-thousands',
      { start, end: at },
      { raw, joined: raw.replaceAll(',', ''), apart: raw.replaceAll(',', ', ') },
    );
  }

  /** The unit behind a figure, '' for none, null for a wrong one. Joined to it, a word must be a unit; apart from it, it may be the next word. */
  function readUnit(start: number): string | null {
    const percent = plain[at] === '%' || plain[at] === '‰' ? (plain[at] ?? '') : '';
    if (percent !== '') {
      at++;
      return percent;
    }
    const joined = take(nameForm);
    if (joined !== null) {
      at += joined.length;
      if (isUnit(joined)) return joined;
      report(
        'profile.expression-unit',
        { start, end: at },
        { raw: quoted(text.slice(start, at)), unit: quoted(joined), near: nearNames(joined, unitNames) },
      );
      return null;
    }
    const from = at + (take(blankForm) ?? '').length;
    const apart = plain[from] === '%' || plain[from] === '‰' ? plain[from] : take(nameForm, from);
    if (apart === undefined || apart === null || !isUnit(apart)) return '';
    at = from + apart.length;
    return apart;
  }

  /** A doubled closing mark stands for the mark itself, as in SQL. */
  function readQuoted(close: string): void {
    const start = at;
    let value = '';
    for (let from = at + 1; ; ) {
      const found = text.indexOf(close, from);
      if (found === -1) {
        at = text.length;
        report(
          'profile.expression-unclosed',
          { start, end: at },
          { opened: quoted(text.slice(start + 1)), mark: close },
        );
        value += text.slice(from);
        break;
      }
      value += text.slice(from, found);
      at = found + 1;
      if (text[at] !== close) break;
      value += close;
      from = at + 1;
    }
    tokens.push(
      close === '`' ? { kind: 'name', name: value, start, end: at } : { kind: 'text', value, start, end: at },
    );
  }

  function readMark(): boolean {
    if (foreign.some(([sign]) => sign.startsWith('=') && plain.startsWith(sign, at))) return false;
    const sign = take(markForm);
    if (sign === null || plain.startsWith('**', at)) return false;
    const start = at;
    at += sign.length;
    tokens.push({ kind: 'mark', mark: markOf.get(sign) ?? (sign as Mark), start, end: at });
    return true;
  }

  function readForeign(): void {
    const [sign, instead] = foreign.find(([one]) => plain.startsWith(one, at)) ?? [
      String.fromCodePoint(text.codePointAt(at) ?? 0),
      '',
    ];
    const span = { start: at, end: at + sign.length };
    at = span.end;
    report('profile.expression-character', span, { character: visible(sign), instead });
    // What was meant keeps the rest readable.
    const meant = keyword(instead);
    if (meant !== null) tokens.push({ kind: 'keyword', keyword: meant, ...span });
    else if (instead === '>=' || instead === '<=') tokens.push({ kind: 'mark', mark: instead, ...span });
  }
}

function halfWidth(sign: string): string {
  if (sign === '　') return ' ';
  if (sign === '×') return '*';
  if (sign === '÷') return '/';
  if (sign === '−') return '-';
  if (sign === '、') return ',';
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** A sign that a terminal would not show is named by its code. */
const visible = (sign: string): string =>
  /^[\p{C}\p{Z}]/u.test(sign)
    ? `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : sign;
