// Long because one binder has a case for each kind of node, and they call each other.
import type { Comparison, Expression, Frame, Node } from '../model/expr.js';
import { functionNamed, type NumberReader, type TextReader } from './functions.js';
import { and, compare, divide, finite, not, or, same } from './nulls.js';

/**
 * The expression as a function of the firm's index: numbers as they are, booleans 0 or 1, dates in days, NaN for null,
 * never Infinity. Columns are looked up once, constant parts are reckoned once; a call costs a few ns a node.
 */
export function bindNumber(expression: Expression, frame: Frame): NumberReader {
  if (expression.type.kind === 'text') throw new Error(`"${expression.text}" is a text`);
  return binder(frame).number(expression.node);
}

/** The same for an expression that gives a text; null is null. */
export function bindText(expression: Expression, frame: Frame): TextReader {
  if (expression.type.kind !== 'text') throw new Error(`"${expression.text}" is no text`);
  return binder(frame).text(expression.node);
}

/** What a comparison says of the sign that `compare` gives. */
const verdicts: Readonly<Record<Comparison, (sign: number) => number>> = {
  '=': (sign) => (Number.isNaN(sign) ? sign : sign === 0 ? 1 : 0),
  '!=': (sign) => (Number.isNaN(sign) ? sign : sign === 0 ? 0 : 1),
  '<': (sign) => (Number.isNaN(sign) ? sign : sign < 0 ? 1 : 0),
  '<=': (sign) => (Number.isNaN(sign) ? sign : sign > 0 ? 0 : 1),
  '>': (sign) => (Number.isNaN(sign) ? sign : sign > 0 ? 1 : 0),
  '>=': (sign) => (Number.isNaN(sign) ? sign : sign < 0 ? 0 : 1),
};

function binder(frame: Frame) {
  /** Readers of parts without a name in them, with the value that they always give. */
  const constants = new Map<NumberReader, number>();

  return { number, text };

  function number(node: Node): NumberReader {
    switch (node.op) {
      case 'number':
        return constant(node.value);
      case 'boolean':
        return constant(node.value ? 1 : 0);
      case 'date':
        return constant(node.days);
      case 'null':
        return constant(Number.NaN);
      case 'name': {
        const column = frame.number(node.name);
        return (firm) => column[firm] ?? Number.NaN;
      }
      case 'negate': {
        const of = number(node.of);
        return folded([of], (firm) => 0 - of(firm));
      }
      case 'not': {
        const of = number(node.of);
        return folded([of], (firm) => not(of(firm)));
      }
      case 'and':
      case 'or':
      case '+':
      case '-':
      case '*':
        return binary(node.op, number(node.left), number(node.right));
      case '/':
        return quotient(node.left, node.right);
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
        return isText(node.left) || isText(node.right)
          ? texts(node.op, text(node.left), text(node.right))
          : numbers(node.op, node.left, number(node.left), number(node.right));
      case 'in':
        return member(node);
      case 'between': {
        const of = number(node.of);
        const low = number(node.low);
        const high = number(node.high);
        const reader: NumberReader = (firm) => {
          const value = of(firm);
          return and(verdicts['>='](compare(value, low(firm))), verdicts['<='](compare(value, high(firm))));
        };
        return inverted(node.negated, folded([of, low, high], reader));
      }
      case 'missing':
        return missing(node);
      case 'if': {
        const when = number(node.when);
        const then = number(node.then);
        const otherwise = number(node.otherwise);
        // A condition that is null does not hold: else.
        return folded([when, then, otherwise], (firm) => (when(firm) === 1 ? then(firm) : otherwise(firm)));
      }
      case 'call':
        return call(node);
      case 'text':
        throw new Error(`the text "${node.value}" stands where a number is read`);
    }
  }

  function text(node: Node): TextReader {
    switch (node.op) {
      case 'text': {
        const { value } = node;
        return () => value;
      }
      case 'null':
        return () => null;
      case 'name': {
        const column = frame.text(node.name);
        return (firm) => column[firm] ?? null;
      }
      case 'if': {
        const when = number(node.when);
        const then = text(node.then);
        const otherwise = text(node.otherwise);
        return (firm) => (when(firm) === 1 ? then(firm) : otherwise(firm));
      }
      case 'call': {
        const run = functionNamed(node.name)?.textOfTexts;
        if (run !== undefined) return run(node.args.map(text));
      }
    }
    throw new Error(`"${node.op}" stands where a text is read`);
  }

  function constant(value: number): NumberReader {
    const reader = () => value;
    constants.set(reader, value);
    return reader;
  }

  /** The reader itself, or its value once for all where none of its parts reads a column. */
  function folded(parts: readonly NumberReader[], reader: NumberReader): NumberReader {
    return parts.every((part) => constants.has(part)) ? constant(reader(0)) : reader;
  }

  function inverted(negated: boolean, reader: NumberReader): NumberReader {
    return negated ? folded([reader], (firm) => not(reader(firm))) : reader;
  }

  // One closure a sign, so that each call site sees one function and V8 can inline it.
  function binary(op: 'and' | 'or' | '+' | '-' | '*', left: NumberReader, right: NumberReader): NumberReader {
    const parts = [left, right];
    switch (op) {
      case 'and':
        return folded(parts, (firm) => and(left(firm), right(firm)));
      case 'or':
        return folded(parts, (firm) => or(left(firm), right(firm)));
      case '+':
        return folded(parts, (firm) => finite(left(firm) + right(firm)));
      case '-':
        return folded(parts, (firm) => finite(left(firm) - right(firm)));
      case '*':
        return folded(parts, (firm) => finite(left(firm) * right(firm)));
    }
  }

  /** Name / name, the shape of most indicators, reads the columns itself. */
  function quotient(left: Node, right: Node): NumberReader {
    if (left.op === 'name' && right.op === 'name') {
      const above = frame.number(left.name);
      const below = frame.number(right.name);
      return (firm) => divide(above[firm] ?? Number.NaN, below[firm] ?? Number.NaN);
    }
    const above = number(left);
    const below = number(right);
    return folded([above, below], (firm) => divide(above(firm), below(firm)));
  }

  /** Name against a literal, the shape of most conditions, reads the column itself. */
  function numbers(op: Comparison, of: Node, left: NumberReader, right: NumberReader): NumberReader {
    const bound = constants.get(right);
    if (of.op !== 'name' || bound === undefined) {
      const verdict = verdicts[op];
      return folded([left, right], (firm) => verdict(compare(left(firm), right(firm))));
    }
    const column = frame.number(of.name);
    const sign = (firm: number) => compare(column[firm] ?? Number.NaN, bound);
    switch (op) {
      case '=':
        return (firm) => verdicts['='](sign(firm));
      case '!=':
        return (firm) => verdicts['!='](sign(firm));
      case '<':
        return (firm) => verdicts['<'](sign(firm));
      case '<=':
        return (firm) => verdicts['<='](sign(firm));
      case '>':
        return (firm) => verdicts['>'](sign(firm));
      case '>=':
        return (firm) => verdicts['>='](sign(firm));
    }
  }

  function texts(op: Comparison, left: TextReader, right: TextReader): NumberReader {
    return inverted(op === '!=', (firm) => same(left(firm), right(firm)));
  }

  /** As in SQL: true if any is equal; else null if the value or any of the list is null; else false. */
  function member(node: Extract<Node, { readonly op: 'in' }>): NumberReader {
    if (isText(node.of) || node.list.some(isText)) {
      const of = text(node.of);
      const list = node.list.map(text);
      return inverted(node.negated, (firm) => {
        const value = of(firm);
        let held = 0;
        for (const item of list) held = or(held, same(value, item(firm)));
        return held;
      });
    }
    const of = number(node.of);
    const list = node.list.map(number);
    const reader: NumberReader = (firm) => {
      const value = of(firm);
      let held = 0;
      for (const item of list) held = or(held, verdicts['='](compare(value, item(firm))));
      return held;
    };
    return inverted(node.negated, folded([of, ...list], reader));
  }

  function missing(node: Extract<Node, { readonly op: 'missing' }>): NumberReader {
    if (isText(node.of)) {
      const of = text(node.of);
      return inverted(node.negated, (firm) => (of(firm) === null ? 1 : 0));
    }
    const of = number(node.of);
    return inverted(
      node.negated,
      folded([of], (firm) => (Number.isNaN(of(firm)) ? 1 : 0)),
    );
  }

  function call(node: Extract<Node, { readonly op: 'call' }>): NumberReader {
    const kind = functionNamed(node.name);
    if (kind?.onTexts !== undefined) return kind.onTexts(node.args.map(text));
    if (kind?.onNumbers === undefined) throw new Error(`the function "${node.name}" gives no number`);
    const args = node.args.map(number);
    return folded(args, kind.onNumbers(args));
  }
}

/** Whether a checked node gives a text; without a type, its parts tell. */
function isText(node: Node): boolean {
  switch (node.op) {
    case 'text':
      return true;
    case 'name':
      return node.kind === 'text';
    case 'if':
      return isText(node.then);
    case 'call': {
      const [first] = node.args;
      return functionNamed(node.name)?.textOfTexts !== undefined && first !== undefined && isText(first);
    }
    default:
      return false;
  }
}
