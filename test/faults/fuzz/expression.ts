import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  bindNumber,
  bindText,
  compileExpression,
  printExpression,
  reportError,
} from '../../../src/expr/index.js';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import type { Expression, Frame, Scope } from '../../../src/model/expr.js';
import { decisionScope } from '../../../src/profile/compile/scope.js';
import { loadProfile } from '../../../src/profile/index.js';
import { zone } from '../../unit/expr/zone.js';
import type { Draw } from './draw.js';
import { Broken, type Kind } from './kind.js';

const soup = [
  ...'+ - * / = == != <> < <= > >= ≥ ≤ ≠ ( ) （ ） [ ] { } , ， 、 ; : . ! ? # @ $ ^ & | ~ \\ \' " “ ” 「 ` %'.split(
    ' ',
  ),
  ...'and or not in between is missing if then else true false 且 或 非 属于 介于 至 为空 如果 则 否则 是 否'.split(
    ' ',
  ),
  ...'revenue 营业收入 total employees authorised first_result founded as_of industry __proto__ constructor eval'.split(
    ' ',
  ),
  ...'min( max( round( coalesce( years( abs( starts_with( eval( require( Function('.split(' '),
  ...'0 1 60 1.5 1e308 1e-308 9e999 10% 8‰ 1,200 1,2,3 0x10 01 .5 5. 500万元 3年 2件 2000万美元 2026-09-30 2026-13-40 "甲" "'.split(
    ' ',
  ),
  ...[
    'is not missing',
    'not in',
    '\u202e',
    '\u2066',
    '\ud83d',
    '\0',
    '\n',
    '\t',
    '\u3000',
    '𠮷',
    '//',
    '/*',
    '\u0024{x}',
    '"\\u0000"',
  ],
];
const figures = [Number.NaN, 0, 1, -1, 0.1, 1e308, -1e308, 5e-324, 20_726, 1e-11];
const texts = ['未授信', '甲', '', null, '__proto__'];

/** Expressions: those of the shipped profiles, damaged and crossed, and words of the language in any order. */
export function expressionKind(root: string): Kind {
  const folder = join(root, 'profiles');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const seeds = names.flatMap((name) => expressionsIn(parse(readFileSync(join(folder, name), 'utf8'))));
  const scopes = names.map((name) => {
    const { plan, document } = loadProfile(name.replace('.yaml', ''), [folder]);
    return decisionScope(plan.fields, document);
  });
  const find = (name: string) =>
    scopes.map((scope) => scope.lookup(name)).find((one) => one !== null) ?? null;
  const shipped: Scope = { lookup: find, names: scopes[0]!.names };
  return {
    make(draw) {
      const seed = draw.chance(0.5) ? draw.pick(seeds) : spoken(draw, 4);
      const text = draw.chance(0.2)
        ? soupOf(draw)
        : draw.chance(0.25)
          ? seed
          : mutateText(seed, draw.pick(seeds), draw);
      return { name: 'expression.txt', bytes: Buffer.from(text, 'utf16le') };
    },
    async judge({ bytes }, nth) {
      const text = bytes.toString('utf16le');
      const scope = nth % 4 === 0 ? zone : shipped;
      const result = compileExpression(text, scope);
      if (!result.ok) {
        if (result.errors.length === 0) throw new Broken('refused without a finding');
        const findings = new Findings();
        for (const error of result.errors) {
          const { start, end } = error.span;
          if (!(start >= 0 && end >= start && end <= text.length))
            throw new Broken(`a place ${start}–${end} outside`);
          reportError(findings, error, { file: 'x.yaml', line: 1, column: 1 });
        }
        for (const one of findings.all) for (const lang of ['zh', 'en'] as const) renderFinding(one, lang);
        return { came: 'refused', held: [] };
      }
      const { expression } = result;
      const frame = frameFor(nth);
      const values = valuesOf(expression, frame);
      const again = compileExpression(
        printExpression(expression, nth % 3 === 0 ? 'en' : 'zh', (id) => id),
        scope,
      );
      if (!again.ok) throw new Broken('does not compile again as printed');
      if (JSON.stringify(valuesOf(again.expression, frame)) !== JSON.stringify(values))
        throw new Broken('another value when printed and read again');
      return { came: 'read', held: ['printed'] };
    },
  };
}

/** Texts under keys that hold expressions, wherever they stand. */
function expressionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['value', 'when', 'bar', 'limit', 'expect'].includes(key)
      ? [inner]
      : expressionsIn(inner),
  );
}

/** A sentence of the language: its words in an order that its grammar knows, its types seldom fitting by chance. */
function spoken(draw: Draw, depth: number): string {
  const leaf = () =>
    draw.pick(
      'revenue rd_expense employees total 营业收入 研发费用 0 1 60 10% 500万元 2026-09-30 true "甲" as_of'.split(
        ' ',
      ),
    );
  if (depth === 0 || draw.chance(0.15)) return leaf();
  const inner = () => spoken(draw, depth - 1);
  switch (draw.below(7)) {
    case 0:
    case 1:
      return `${inner()} ${draw.pick(['+', '-', '*', '/'])} ${inner()}`;
    case 2:
      return `${inner()} ${draw.pick(['=', '!=', '<', '<=', '>', '>=', 'and', 'or'])} ${inner()}`;
    case 3:
      return `(${inner()})`;
    case 4:
      return `${draw.pick(['min', 'max', 'coalesce'])}(${inner()}, ${inner()})`;
    case 5:
      return `if ${inner()} >= ${inner()} then ${inner()} else ${inner()}`;
    default:
      return draw.pick([
        `${inner()} is missing`,
        `-${inner()}`,
        `not ${inner()}`,
        `round(${inner()}, 2)`,
        `${inner()} between ${leaf()} and ${leaf()}`,
        `${inner()} in (${leaf()}, ${leaf()})`,
      ]);
  }
}

const soupOf = (draw: Draw): string =>
  Array.from({ length: 1 + draw.below(draw.chance(0.99) ? 25 : 4000) }, () => draw.pick(soup)).join(
    draw.chance(0.8) ? ' ' : '',
  );

function mutateText(given: string, other: string, draw: Draw): string {
  let text = given;
  for (let left = 1 + draw.below(draw.chance(0.7) ? 1 : 4); left > 0; left--) {
    const at = draw.below(text.length + 1);
    const length = 1 + draw.below(12);
    const rest = text.slice(at);
    const put = (piece: string, skipped = 0) => text.slice(0, at) + piece + text.slice(at + skipped);
    const turn = draw.below(8);
    if (turn === 0) text = put('', length);
    else if (turn === 1) text = put(` ${draw.pick(soup)} `);
    else if (turn === 2) text = put(draw.pick(soup), length);
    else if (turn === 3)
      text = put(text.slice(at, at + length).repeat(1 + draw.below(draw.chance(0.98) ? 3 : 500)));
    else if (turn === 4) text = `(${text}) ${draw.pick(soup)} (${other})`;
    else if (turn === 5) text = put(String.fromCharCode(draw.below(65_536)), draw.below(2));
    else if (turn === 6) text = `if ${text} then ${other} else ${rest}`;
    else text = `${draw.pick(['not ', '-', 'min(', 'coalesce(', '('])}${text}${draw.chance(0.6) ? ')' : ''}`;
  }
  return text;
}

const frameFor = (nth: number): Frame => ({
  size: 6,
  number: (name) =>
    Array.from({ length: 6 }, (_, i) => figures[(nth * 7 + i * 3 + name.length) % figures.length]!),
  text: (name) => Array.from({ length: 6 }, (_, i) => texts[(nth + i + name.length) % texts.length]!),
});

function valuesOf(expression: Expression, frame: Frame): unknown[] {
  const firms = Array.from({ length: frame.size }, (_, firm) => firm);
  if (expression.type.kind === 'text') {
    const read = bindText(expression, frame);
    return firms.map((firm) => {
      const value = read(firm);
      if (value !== null && typeof value !== 'string') throw new Broken(`a text that is ${typeof value}`);
      return value;
    });
  }
  const read = bindNumber(expression, frame);
  return firms.map((firm) => {
    const value = read(firm);
    if (typeof value !== 'number') throw new Broken(`a number that is ${typeof value}`);
    if (Math.abs(value) === Number.POSITIVE_INFINITY) throw new Broken('Infinity');
    return Number.isNaN(value) ? null : value;
  });
}
