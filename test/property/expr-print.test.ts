import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printExpression } from '../../src/expr/index.js';
import { parse } from '../../src/expr/parse.js';
import { tokenize } from '../../src/expr/tokenize.js';
import type { Node } from '../../src/model/expr.js';
import { bareNodes, withoutSpans } from './expr-nodes.js';

const read = (text: string): Node | null => {
  const told: string[] = [];
  const report = (id: string) => void told.push(id);
  const node = parse(text, tokenize(text, report), report);
  expect([text, told]).toEqual([text, []]);
  return node;
};

test('any tree, printed in either language and read again, is the same tree', () => {
  fc.assert(
    fc.property(bareNodes, fc.constantFrom('zh', 'en'), (node, lang) => {
      const text = printExpression(node, lang, (id) => id);
      expect(withoutSpans(read(text))).toEqual(withoutSpans(node));
    }),
    { numRuns: 3000 },
  );
});

test('what is printed of what was read is printed the same again', () => {
  fc.assert(
    fc.property(bareNodes, (node) => {
      const once = printExpression(node, 'zh', (id) => id);
      const again = read(once);
      expect(again === null ? null : printExpression(again, 'zh', (id) => id)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});
