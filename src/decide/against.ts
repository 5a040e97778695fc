import { bindNumber, bindSides, childrenOf, conditionsOf } from '../expr/index.js';
import type { Expression, Frame, Node } from '../model/expr.js';
import type { Against } from '../model/judged.js';

/** What keeps a rule from being as wanted, for a firm; empty where it is. */
export type AgainstOf = (firm: number) => readonly Against[];

const none: readonly Against[] = [];

/**
 * What stands against a firm: the parts of a rule that are not as they should be, down to single conditions. A list
 * wants its rule true, a veto false. Bound once for all firms. Pure. Cost: a look at each part, for each firm asked.
 */
export function bindAgainst(rule: Expression, frame: Frame, wanted: boolean): AgainstOf {
  return bindNode(rule.node, wanted);

  function bindNode(node: Node, want: boolean): AgainstOf {
    if (node.op === 'not') return bindNode(node.of, !want);
    const holds = bindNumber(booleanOf(node), frame);
    const met = want ? 1 : 0;
    if (node.op === 'if') {
      const when = bindNumber(booleanOf(node.when), frame);
      // As evaluation has it: a condition that is null takes else.
      const [then, otherwise] = [bindNode(node.then, want), bindNode(node.otherwise, want)];
      return (firm) => (holds(firm) === met ? none : when(firm) === 1 ? then(firm) : otherwise(firm));
    }
    if (node.op === 'and' || node.op === 'or') {
      const parts = partsOf(node, node.op).map((part) => bindNode(part, want));
      const all = (node.op === 'and') === want;
      return (firm) => {
        if (holds(firm) === met) return none;
        const against = parts.map((part) => part(firm));
        return all ? against.flat() : [{ kind: 'any', of: against }];
      };
    }
    const condition = conditionsOf(booleanOf(node))[0]!;
    const sidesOf = bindSides(condition, frame);
    const name = childrenOf(node).find((one) => one.op === 'name' && one.kind === 'text');
    const words = name?.op === 'name' ? frame.text(name.name) : null;
    return (firm) => {
      const held = holds(firm);
      if (held === met) return none;
      const known = !Number.isNaN(held);
      const sides = known ? (sidesOf?.(firm) ?? null) : null;
      return [{ kind: 'condition', condition, wanted: want, known, word: words?.[firm] ?? null, sides }];
    };
  }

  /** A part as a rule of its own: its place still counts in the text of the whole. */
  function booleanOf(node: Node): Expression {
    return { text: rule.text, node, type: { kind: 'boolean' }, reads: [] };
  }
}

const partsOf = (node: Node, op: 'and' | 'or'): readonly Node[] =>
  node.op === op ? childrenOf(node).flatMap((child) => partsOf(child, op)) : [node];

/** The names that conditions which nobody can decide read. */
export function undecided(against: readonly Against[]): readonly string[] {
  return against.flatMap((one) =>
    one.kind === 'any' ? one.of.flatMap(undecided) : one.known ? [] : one.condition.reads,
  );
}
