import type { Comparison, Expression, Frame, Node } from '../model/expr.js';
import { bindNumber } from './evaluate.js';

/** The conditions of a rule as people meet them one by one: the parts of its outermost `and`, else the rule itself. */
export function conditionsOf(rule: Expression): readonly Expression[] {
  return partsOf(rule.node).map((node) => ({
    text: rule.text.slice(node.start, node.end),
    node,
    type: { kind: 'boolean' },
    reads: namesIn(node),
  }));
}

const partsOf = (node: Node): readonly Node[] =>
  node.op === 'and' ? [...partsOf(node.left), ...partsOf(node.right)] : [node];

function namesIn(node: Node): readonly string[] {
  const names = new Set<string>();
  const visit = (one: Node): void => {
    if (one.op === 'name') names.add(one.name);
    for (const child of childrenOf(one)) visit(child);
  };
  visit(node);
  return [...names];
}

/** The nodes right below one. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.op) {
    case 'negate':
    case 'not':
    case 'missing':
      return [node.of];
    case 'in':
      return [node.of, ...node.list];
    case 'between':
      return [node.of, node.low, node.high];
    case 'if':
      return [node.when, node.then, node.otherwise];
    case 'call':
      return node.args;
    default:
      return 'left' in node ? [node.left, node.right] : [];
  }
}

/** Both sides of a comparison of numbers, in canonical units; NaN where a side is null. */
export interface Sides {
  readonly sign: Comparison;
  readonly left: number;
  readonly right: number;
}

const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/**
 * What stands on each side of a condition that orders numbers, like `total >= 60`, so that a report can say by how much
 * it fails; null for any other condition, one over dates too.
 */
export function bindSides(condition: Expression, frame: Frame): ((firm: number) => Sides) | null {
  const { node } = condition;
  if (!orders.has(node.op) || !('left' in node) || isDate(node.left) || isDate(node.right)) return null;
  const sign = node.op as Comparison;
  const left = bindNumber({ ...condition, node: node.left }, frame);
  const right = bindNumber({ ...condition, node: node.right }, frame);
  return (firm) => ({ sign, left: left(firm), right: right(firm) });
}

function isDate(node: Node): boolean {
  if (node.op === 'name') return node.kind === 'date';
  if (node.op === '+' || node.op === '-') return isDate(node.left) && !isDate(node.right);
  return node.op === 'date';
}
