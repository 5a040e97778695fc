import type { Node } from '../../model/expr.js';
import type { List, Plan } from '../../model/plan.js';

/** The least total that a list asks for, and the list. */
export interface Line {
  readonly at: number;
  readonly list: List;
}

/** The lines of the whitelists, the lowest first. None where lists go by rank, by grade or by gates. */
export const linesOf = (plan: Plan): Line[] =>
  plan.lists
    .filter((list) => list.kind === 'whitelist')
    .flatMap((list): Line[] => {
      const at = lineOf(list.when.node);
      return at === null ? [] : [{ at, list }];
    })
    .sort((a, b) => a.at - b.at);

/**
 * The total below which a rule cannot hold: of `and` the higher one, of `or` the lower one, and none where one side of
 * an `or` asks for no total. null: no such line can be read from the rule.
 */
export function lineOf(node: Node): number | null {
  switch (node.op) {
    case '>=':
    case '>':
      return isTotal(node.left) ? numberIn(node.right) : null;
    case '<=':
    case '<':
      return isTotal(node.right) ? numberIn(node.left) : null;
    case 'between':
      return isTotal(node.of) && !node.negated ? numberIn(node.low) : null;
    case 'and': {
      const sides = [lineOf(node.left), lineOf(node.right)].filter((one) => one !== null);
      return sides.length === 0 ? null : Math.max(...sides);
    }
    case 'or': {
      const [left, right] = [lineOf(node.left), lineOf(node.right)];
      return left === null || right === null ? null : Math.min(left, right);
    }
    default:
      return null;
  }
}

/** The total, rounded by the rule or not: it is rounded to the plan's decimals already. */
const isTotal = (node: Node): boolean =>
  node.op === 'call' && node.name === 'round'
    ? isTotal(node.args[0]!)
    : node.op === 'name' && node.name === 'total';
const numberIn = (node: Node): number | null => (node.op === 'number' ? node.value : null);
