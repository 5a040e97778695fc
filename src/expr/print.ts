import type { Comparison, Expression, Node } from '../model/expr.js';
import type { Lang } from '../model/text.js';
import { functionNamed } from './functions.js';
import { writeName } from './name.js';
import { power } from './parse.js';
import { spell } from './words.js';

const signs: Readonly<Record<Comparison | '+' | '-' | '*' | '/', string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '+': '+',
  '-': '-',
  '*': '×',
  '/': '/',
};

/** A figure as it stands in a rule. */
export type Figure = Extract<Node, { readonly op: 'number' }>;

/**
 * The expression for people, in their language, names as `nameOf` calls them, figures and units as they were written.
 * It is still the language of expressions: read again with such names, it is the same tree, unless `figureOf` writes
 * figures in another way.
 */
export function printExpression(
  expression: Expression | Node,
  lang: Lang,
  nameOf: (id: string) => string,
  figureOf: (figure: Figure) => string = (figure) => figure.shown,
): string {
  return print('node' in expression ? expression.node : expression, power.if);

  /** In brackets where it binds looser than its place asks. */
  function print(node: Node, least: number): string {
    const text = bare(node);
    return powerOf(node) < least ? `(${text})` : text;
  }

  function bare(node: Node): string {
    switch (node.op) {
      case 'number':
        return figureOf(node);
      case 'date':
        return node.shown;
      case 'text':
        return lang === 'zh' ? quote(node.value, '「', '」') : quote(node.value, '"', '"');
      case 'null':
        return lang === 'zh' ? '空' : 'null';
      case 'boolean':
        return spell(node.value ? 'true' : 'false', lang);
      case 'name':
        return writeName(nameOf(node.name));
      case 'negate':
        return `-${print(node.of, power.negate)}`;
      case 'not':
        return `${spell('not', lang)} ${print(node.of, power.not)}`;
      case 'and':
      case 'or': {
        const own = power[node.op];
        return `${print(node.left, own)} ${spell(node.op, lang)} ${print(node.right, own + 1)}`;
      }
      case 'in':
        return `${operand(node.of)} ${spell(node.negated ? 'not in' : 'in', lang)} (${all(node.list)})`;
      case 'between': {
        const word = spell(node.negated ? 'not between' : 'between', lang);
        return `${operand(node.of)} ${word} ${operand(node.low)} ${spell('to', lang)} ${operand(node.high)}`;
      }
      case 'missing':
        return `${operand(node.of)} ${spell(node.negated ? 'is not missing' : 'is missing', lang)}`;
      case 'if': {
        const [when, then, otherwise] = [node.when, node.then, node.otherwise].map((one) =>
          print(one, power.or),
        );
        return `${spell('if', lang)} ${when} ${spell('then', lang)} ${then} ${spell('else', lang)} ${otherwise}`;
      }
      case 'call': {
        const name = lang === 'zh' ? functionNamed(node.name)?.zh : undefined;
        return `${name ?? node.name}(${all(node.args)})`;
      }
      default: {
        const own = powerOf(node);
        // Comparisons do not chain, so their left side needs brackets too.
        const left = print(node.left, own === power.comparison ? own + 1 : own);
        return `${left} ${signs[node.op]} ${print(node.right, own + 1)}`;
      }
    }
  }

  function operand(node: Node): string {
    return print(node, power.sum);
  }

  function all(nodes: readonly Node[]): string {
    return nodes.map((node) => print(node, power.if)).join(', ');
  }
}

function powerOf(node: Node): number {
  switch (node.op) {
    case 'if':
    case 'or':
    case 'and':
    case 'not':
    case 'negate':
      return power[node.op];
    case '+':
    case '-':
      return power.sum;
    case '*':
    case '/':
      return power.product;
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
    case 'between':
    case 'missing':
      return power.comparison;
    default:
      return power.value;
  }
}

const quote = (text: string, open: string, close: string): string =>
  `${open}${text.replaceAll(close, close + close)}${close}`;
