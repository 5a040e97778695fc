import { conditionsOf, mirrored, printExpression } from '../../expr/index.js';
import type { Comparison, Expression, Node } from '../../model/expr.js';

/** The numbers from `low` to `high`; an end that is open does not belong to them. */
export interface Range {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

/** What is known of a quantity, by its printed expression (`total`, `rd_expense / revenue`). */
export type Ranges = ReadonlyMap<string, Range>;

export const rangeOf = (low: number, high: number): Range => ({ low, lowOpen: false, high, highOpen: false });
const everything: Range = rangeOf(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/** Why a condition can never hold: the quantity that would have to be where it cannot be. */
export interface Never {
  readonly subject: string;
  /** Where the quantity is, if that was known beforehand; null where the condition contradicts itself. */
  readonly known: Range | null;
}

/**
 * Why no firm can meet a condition; null where some may. Comparisons of one quantity with a figure are understood, joined
 * by and, or; whatever else is asked is taken to be possible. Pure; linear in the condition.
 */
export function neverHolds(rule: Expression, known: Ranges = new Map()): Never | null {
  if (rule.node.op === 'or') {
    const sides = [rule.node.left, rule.node.right].map((node) => neverHolds({ ...rule, node }, known));
    return sides.every((side) => side !== null) ? (sides[0] ?? null) : null;
  }
  const parts = conditionsOf(rule);
  for (const { node } of parts) {
    const never = node.op === 'or' ? neverHolds({ ...rule, node }, known) : null;
    if (never !== null) return never;
  }
  for (const [subject, range] of demands(parts, known)) {
    if (!isEmpty(range)) continue;
    const before = known.get(subject);
    const alone = parts.some(({ node }) => {
      const asked = demandOf(node);
      return asked?.subject === subject && isEmpty(both(asked.range, before ?? everything));
    });
    return { subject, known: alone && before !== undefined ? before : null };
  }
  return null;
}

/** True where a firm that meets `later` always meets `earlier` too, so that of the two the second is never reached. */
export function covers(earlier: Expression, later: Expression): boolean {
  const laterParts = conditionsOf(later);
  const asked = demands(laterParts, new Map());
  const said = new Set(laterParts.map((part) => printed(part.node)));
  return conditionsOf(earlier).every(({ node }) => {
    const demand = demandOf(node);
    if (said.has(printed(node))) return true;
    const range = demand === null ? undefined : asked.get(demand.subject);
    return demand !== null && range !== undefined && isWithin(range, demand.range);
  });
}

/** What conditions that all hold leave of each quantity. */
function demands(parts: readonly Expression[], known: Ranges): Ranges {
  const left = new Map<string, Range>();
  for (const { node } of parts) {
    const demand = demandOf(node);
    if (demand === null) continue;
    const before = left.get(demand.subject) ?? known.get(demand.subject) ?? everything;
    left.set(demand.subject, both(before, demand.range));
  }
  return left;
}

/** The quantity that a comparison asks of and where it has to be; null for anything that is not such a comparison. */
function demandOf(node: Node): { readonly subject: string; readonly range: Range } | null {
  if (node.op === 'between' && !node.negated) {
    const [low, high] = [figureOf(node.low), figureOf(node.high)];
    return low === null || high === null || figureOf(node.of) !== null
      ? null
      : { subject: printed(node.of), range: rangeOf(low, high) };
  }
  if (!('left' in node) || !isComparison(node.op)) return null;
  const [left, right] = [figureOf(node.left), figureOf(node.right)];
  if (right !== null && left === null) return asked(node.left, node.op, right);
  if (left !== null && right === null) return asked(node.right, mirrored[node.op], left);
  return null;
}

const isComparison = (op: string): op is Comparison => Object.hasOwn(mirrored, op);

function asked(of: Node, sign: Comparison, figure: number): { subject: string; range: Range } | null {
  const range: Readonly<Record<Comparison, Range | null>> = {
    '<': { ...everything, high: figure, highOpen: true },
    '<=': { ...everything, high: figure },
    '>': { ...everything, low: figure, lowOpen: true },
    '>=': { ...everything, low: figure },
    '=': rangeOf(figure, figure),
    '!=': null,
  };
  const found = range[sign];
  return found === null ? null : { subject: printed(of), range: found };
}

/** A figure or a day as it stands; null for anything reckoned. */
function figureOf(node: Node): number | null {
  if (node.op === 'number') return node.value;
  if (node.op === 'date') return node.days;
  const inner = node.op === 'negate' ? figureOf(node.of) : null;
  return inner === null ? null : -inner;
}

const printed = (node: Node): string => printExpression(node, 'en', (id) => id);

const isEmpty = ({ low, high, lowOpen, highOpen }: Range): boolean =>
  low > high || (low === high && (lowOpen || highOpen));

function both(a: Range, b: Range): Range {
  const low = a.low > b.low || (a.low === b.low && a.lowOpen) ? a : b;
  const high = a.high < b.high || (a.high === b.high && a.highOpen) ? a : b;
  return { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen };
}

function isWithin(inner: Range, outer: Range): boolean {
  const common = both(inner, outer);
  return (
    common.low === inner.low &&
    common.lowOpen === inner.lowOpen &&
    common.high === inner.high &&
    common.highOpen === inner.highOpen
  );
}
