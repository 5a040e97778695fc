import type { Comparison, Node } from '../model/expr.js';
import type { Plan } from '../model/plan.js';
import { units } from '../model/unit.js';

/** An ordering of numbers as people read it: the firm's own figure, the edge that the rule states, the unit of both. */
export interface Ordering {
  readonly own: Node;
  readonly edge: Node;
  /** Where the own figure is written. */
  readonly side: 'left' | 'right';
  readonly unit: string | null;
}

const orders: ReadonlySet<string> = new Set<Comparison>(['<', '<=', '>', '>=']);

/** null for anything but an ordering. The figure that a rule states stands on the right, unless it is written first. */
export function orderingOf(node: Node, fields: Plan['fields']): Ordering | null {
  if (!orders.has(node.op) || !('left' in node)) return null;
  const turned = node.left.op === 'number' && node.right.op !== 'number';
  const [own, edge] = turned ? [node.right, node.left] : [node.left, node.right];
  return { own, edge, side: turned ? 'right' : 'left', unit: unitOf(edge, fields) ?? unitOf(own, fields) };
}

/** The unit in which a side is written (3%, 100 万元), or that of the field that it is. */
function unitOf(node: Node, fields: Plan['fields']): string | null {
  if (node.op === 'name') return fields.get(node.name)?.unit ?? null;
  if (node.op !== 'number') return null;
  const written = /[^\d.,，\s+-]+$/u.exec(node.shown)?.[0] ?? '';
  return units.has(written) ? written : null;
}
