import type { Expression, Node } from '../../model/expr.js';

const place = { start: 0, end: 0 };

/** Null, for the places where no value is to be had. */
export const nothing: Node = { op: 'null', ...place };

/** The names that several expressions read, each once, in order. */
export const allReads = (expressions: readonly (Expression | null)[]): readonly string[] => [
  ...new Set(expressions.flatMap((one) => one?.reads ?? [])),
];

/**
 * A value only where `when` holds and none of the conditions `before` it does; null elsewhere, and null where that is
 * unknown: no rule is taken by default because a cell is blank.
 */
export function guarded(
  value: Expression,
  before: readonly Expression[],
  when: Expression | null,
): Expression {
  const parts = [
    ...before.map((one): Node => ({ op: 'not', of: one.node, ...place })),
    ...(when === null ? [] : [when.node]),
  ];
  const [first, ...others] = parts;
  if (first === undefined) return value;
  const all = others.reduce<Node>((left, right) => ({ op: 'and', left, right, ...place }), first);
  return {
    ...value,
    // biome-ignore lint/suspicious/noThenProperty: a node of the tree is plain data and is never awaited
    node: { op: 'if', when: all, then: value.node, otherwise: nothing, ...place },
    // The value's own first: a mark is bound to the first name that is read.
    reads: allReads([value, ...before, when]),
  };
}
