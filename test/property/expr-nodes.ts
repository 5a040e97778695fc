import fc from 'fast-check';
import type { Node } from '../../src/model/expr.js';

type Bare = fc.Arbitrary<Node>;

const span = { start: 0, end: 0 };
const names = fc.oneof(
  fc.constantFrom(
    'revenue',
    '营业收入',
    '或有负债',
    'and',
    '且',
    '营业收入（上年）',
    'R&D expense',
    'a`b',
    'Ⅰ类',
    '_',
    '为空',
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
);
const texts = fc.oneof(
  fc.constantFrom('未授信', '称"号"', '」', ''),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);

const numbers: Bare = fc
  .constantFrom(
    { value: 0, money: null, shown: '0' },
    { value: 60, money: null, shown: '60' },
    { value: 2026, money: null, shown: '2026' },
    { value: 1.5, money: null, shown: '1.5' },
    { value: 1000, money: null, shown: '1e3' },
    { value: 0.1, money: null, shown: '10%' },
    { value: 0.008, money: null, shown: '8‰' },
    { value: 120_000_000, money: null, shown: '1.2亿' },
    { value: 3, money: null, shown: '3 件' },
    { value: 2, money: null, shown: '2 年' },
    { value: 500, money: 'CNY' as const, shown: '500 万元' },
    { value: 2000, money: 'USD' as const, shown: '2000 万美元' },
  )
  .map((one) => ({ op: 'number', ...one, ...span }));

const leaves: Bare = fc.oneof(
  numbers,
  texts.map((value): Node => ({ op: 'text', value, ...span })),
  fc.boolean().map((value): Node => ({ op: 'boolean', value, ...span })),
  fc.constant<Node>({ op: 'date', days: 20_726, shown: '2026-09-30', ...span }),
  names.map((name): Node => ({ op: 'name', name, ...span })),
);

/** Any tree, sensible or not: of every kind of node, with every kind of node in every place. */
export const bareNodes: Bare = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaves,
    fc
      .record({ op: fc.constantFrom('negate' as const, 'not' as const), of: tie('node') })
      .map((one) => ({ ...one, ...span })),
    fc
      .record({
        op: fc.constantFrom(...(['+', '-', '*', '/', 'and', 'or', '=', '!=', '<', '<=', '>', '>='] as const)),
        left: tie('node'),
        right: tie('node'),
      })
      .map((one) => ({ ...one, ...span })),
    fc
      .record({
        op: fc.constant('in' as const),
        of: tie('node'),
        list: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        negated: fc.boolean(),
      })
      .map((one) => ({ ...one, ...span })),
    fc
      .record({
        op: fc.constant('between' as const),
        of: tie('node'),
        low: tie('node'),
        high: tie('node'),
        negated: fc.boolean(),
      })
      .map((one) => ({ ...one, ...span })),
    fc
      .record({ op: fc.constant('missing' as const), of: tie('node'), negated: fc.boolean() })
      .map((one) => ({ ...one, ...span })),
    fc
      .tuple(tie('node'), tie('node'), tie('node'))
      .map(([when, then, otherwise]): Node => ({ op: 'if', when, then, otherwise, ...span })),
    fc
      .record({
        op: fc.constant('call' as const),
        name: fc.constantFrom(
          'coalesce',
          'min',
          'max',
          'abs',
          'round',
          'years',
          'starts_with',
          '不认识的函数',
        ),
        args: fc.array(tie('node'), { maxLength: 3 }),
      })
      .map((one) => ({ ...one, ...span })),
  ),
})).node;

/** The tree without the places in its text. */
export function withoutSpans(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutSpans);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'start' && key !== 'end')
      .map(([key, value]) => [key, withoutSpans(value)]),
  );
}
