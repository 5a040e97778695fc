import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bindNumber,
  bindText,
  compileExpression,
  parseQuantity,
  printExpression,
} from '../../src/expr/index.js';
import type { Expression, Frame } from '../../src/model/expr.js';
import { zone } from '../unit/expr/zone.js';
import { bareNodes } from './expr-nodes.js';

/** Firms whose numbers are anything that a column may hold: large, small, blank; never Infinity. */
const frames = fc
  .record({
    numbers: fc.array(
      fc.oneof(
        fc.double({ noDefaultInfinity: true }),
        fc.constantFrom(Number.NaN, 0, 1, -1, 1e308, -1e308, 5e-324, 0.1 + 0.2, 1e-11, 20_726),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    texts: fc.array(fc.oneof(fc.constantFrom('未授信', '甲', '', null), fc.string()), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ numbers, texts }): Frame => {
    // Another order for each name, so that columns differ.
    const turn = <T>(list: readonly T[], name: string): T[] => {
      const by = name.length % 3;
      return [...list.slice(by), ...list.slice(0, by)];
    };
    return { size: 3, number: (name) => turn(numbers, name), text: (name) => turn(texts, name) };
  });

const pieces = fc.constantFrom(
  ...['revenue', '营业收入', 'total', '总分', 'employees', 'authorised', 'first_result', 'founded', 'as_of'],
  ...[
    '+',
    '-',
    '*',
    '/',
    '=',
    '!=',
    '<',
    '>=',
    '≥',
    '(',
    ')',
    '（',
    '，',
    ',',
    '且',
    'or',
    'not',
    'in',
    'between',
    'and',
  ],
  ...[
    'is',
    'missing',
    '为空',
    'if',
    'then',
    'else',
    '500 万元',
    '10%',
    '1e308',
    '0',
    '2026-09-30',
    '"甲"',
    '“',
    '`',
    '#',
  ],
  ...[
    'min(',
    'max(',
    'round(',
    'coalesce(',
    'years(',
    'abs(',
    '年',
    '万',
    '&&',
    '\u202e',
    '\ud83d',
    '1e-308',
    '3 年',
  ],
);
const soup = fc.array(pieces, { maxLength: 25 }).map((list) => list.join(' '));

/** Every value of every firm: a number that is finite or null, or a text or null. */
function checkValues(expression: Expression, frame: Frame): void {
  if (expression.type.kind === 'text') {
    const read = bindText(expression, frame);
    for (let firm = 0; firm < frame.size; firm++) {
      const value = read(firm);
      expect(value === null || typeof value === 'string').toBe(true);
    }
    return;
  }
  const read = bindNumber(expression, frame);
  for (let firm = 0; firm < frame.size; firm++) {
    const value = read(firm);
    expect(typeof value).toBe('number');
    expect(Math.abs(value)).not.toBe(Number.POSITIVE_INFINITY);
    // A column is taken to hold 0, 1 and NaN; these hold anything.
    if (expression.type.kind === 'boolean' && expression.node.op !== 'name') {
      expect(value === 0 || value === 1 || Number.isNaN(value)).toBe(true);
    }
  }
}

test.each([
  ['random text', fc.string({ unit: 'binary', maxLength: 200 })],
  ['words of the language in any order', soup],
])('%s never throws, and is either an expression or has findings inside it', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const result = compileExpression(text, zone);
      if (result.ok) return;
      expect(result.errors.length).toBeGreaterThan(0);
      for (const { span } of result.errors) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 3000 },
  );
});

test('random text is a figure or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup), (text) => {
      const read = parseQuantity(text);
      if (read !== null) expect(Number.isFinite(read.value)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

/** Sensible trees: printed from parts whose types fit. */
const typed = fc.letrec<{ number: string; money: string; truth: string; date: string; text: string }>(
  (tie) => {
    const two = (kind: 'number' | 'money' | 'truth' | 'date' | 'text') => fc.tuple(tie(kind), tie(kind));
    const join = (kind: Parameters<typeof two>[0], ...signs: string[]) =>
      fc.tuple(two(kind), fc.constantFrom(...signs)).map(([[a, b], sign]) => `(${a} ${sign} ${b})`);
    const choice = (kind: Parameters<typeof two>[0]) =>
      fc.tuple(tie('truth'), two(kind)).map(([c, [a, b]]) => `(if ${c} then ${a} else ${b})`);
    const call = (kind: Parameters<typeof two>[0], ...functions: string[]) =>
      fc.tuple(two(kind), fc.constantFrom(...functions)).map(([[a, b], name]) => `${name}(${a}, ${b})`);
    const depth = { maxDepth: 5, depthSize: 'medium', depthIdentifier: 'expression' } as const;
    return {
      number: fc.oneof(
        depth,
        fc.constantFrom('total', 'employees', 'st_staff', '0', '3', '10%', '1e308', '1e-300', '1.2亿'),
        join('number', '+', '-', '*', '/'),
        join('money', '/'),
        join('date', '-'),
        choice('number'),
        call('number', 'min', 'max', 'coalesce'),
        tie('number').map((a) => `-${a}`),
        tie('number').map((a) => `round(abs(${a}), 3)`),
      ),
      money: fc.oneof(
        depth,
        fc.constantFrom('revenue', 'rd_expense', '500 万元', '1e300 亿元', '0 元'),
        join('money', '+', '-'),
        fc.tuple(tie('money'), tie('number')).map(([a, b]) => `(${a} * ${b})`),
        fc.tuple(tie('money'), tie('number')).map(([a, b]) => `(${a} / ${b})`),
        choice('money'),
        call('money', 'min', 'max', 'coalesce'),
      ),
      truth: fc
        .oneof(
          depth,
          fc.constantFrom('authorised = true', 'dishonest = false', 'true', 'false'),
          join('truth', 'and', 'or', '='),
          join('number', '=', '!=', '<', '<=', '>', '>='),
          join('money', '=', '<', '>='),
          join('date', '<', '>='),
          join('text', '=', '!='),
          tie('truth').map((a) => `(not ${a})`),
          tie('number').map((a) => `(${a} is missing)`),
          tie('text').map((a) => `(${a} is not missing)`),
          fc.tuple(tie('number'), two('number')).map(([a, [b, c]]) => `(${a} not between ${b} and ${c})`),
          fc.tuple(tie('text'), two('text')).map(([a, [b, c]]) => `(${a} in (${b}, ${c}))`),
          fc.tuple(tie('number'), two('number')).map(([a, [b, c]]) => `(${a} not in (${b}, ${c}))`),
          call('text', 'starts_with'),
        )
        .map((text) => `(${text})`),
      date: fc.oneof(
        depth,
        fc.constantFrom('founded', 'as_of', '2026-09-30'),
        tie('number').map((a) => `(founded + ${a})`),
        choice('date'),
        call('date', 'min', 'max', 'coalesce'),
      ),
      text: fc.oneof(
        depth,
        fc.constantFrom('first_result', 'industry', '"甲"'),
        choice('text'),
        call('text', 'coalesce'),
      ),
    };
  },
);

test.each(['number', 'money', 'truth', 'date', 'text'] as const)(
  'a %s of any making compiles, never gives Infinity, and keeps its value when printed and read again',
  (kind) => {
    let compiled = 0;
    fc.assert(
      fc.property(typed[kind], frames, (text, frame) => {
        const result = compileExpression(text, zone);
        // Only its length can be wrong with it.
        fc.pre(text.length <= 10_000);
        expect([text, result.ok ? [] : result.errors]).toEqual([text, []]);
        if (!result.ok) return;
        compiled++;
        checkValues(result.expression, frame);
        const again = compileExpression(
          printExpression(result.expression, 'zh', (id) => id),
          zone,
        );
        expect(again.ok).toBe(true);
        if (!again.ok || result.expression.type.kind === 'text') return;
        const [first, second] = [result.expression, again.expression].map((one) => bindNumber(one, frame));
        for (let firm = 0; firm < frame.size; firm++) expect(second?.(firm)).toBe(first?.(firm));
      }),
      { numRuns: 1000 },
    );
    expect(compiled).toBeGreaterThanOrEqual(1000);
  },
);

test('a tree of any making, sensible or not, is refused with findings or runs', () => {
  fc.assert(
    fc.property(bareNodes, frames, (node, frame) => {
      const result = compileExpression(
        printExpression(node, 'en', (id) => id),
        zone,
      );
      if (result.ok) checkValues(result.expression, frame);
      else expect(result.errors.length).toBeGreaterThan(0);
    }),
    { numRuns: 3000 },
  );
});
