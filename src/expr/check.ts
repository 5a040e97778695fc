// Over 250 lines: one rule of types for each kind of node, which are read best side by side.
import type { Node, Scope, Span, Type } from '../model/expr.js';
import { quoted, type Report } from './error.js';
import { allFunctionNames, functionNamed, functionNames, type Takes } from './functions.js';
import { lookUp, type Meant, textsAmong } from './meant.js';
import { writeName } from './name.js';
import { nearNames } from './near-names.js';
import { asMoney } from './quantity.js';

/** A type while it is checked: a literal 0 fits any number, and lengths of time are told apart. null: a mistake is told. */
type Known = Type & { readonly zero?: boolean; readonly time?: Time };
type Time = 'days' | 'years' | null;

/** A checked piece: names replaced by their ids, with its type. */
interface Piece {
  readonly node: Node;
  readonly type: Known | null;
}

export interface Checked extends Piece {
  readonly reads: readonly string[];
}

type Op<Name extends Node['op']> = Extract<Node, { readonly op: Name }>;
type Sign = '+' | '-' | '*' | '/';

const boolean: Known = { kind: 'boolean' };
const date: Known = { kind: 'date' };
const plain: Known = { kind: 'number', money: null };
/** Did-you-mean costs an edit distance a name; a text full of unknown words need not pay it for each. */
const types = 'profile.expression-types';
const currencies = 'profile.expression-currency';
type Mismatch = typeof types | typeof currencies;

const mostNear = 20;
const mostDigits = 10;

/** The code of a type as findings carry it. */
export const codeOf = (type: Type): string => (type.kind === 'number' ? (type.money ?? 'number') : type.kind);

/** Reports each unknown name once, where it is first seen. */
export function nameFinder(
  scope: Scope,
  report: Report,
): (name: string, span: Span, meant: Meant) => ReturnType<Scope['lookup']> {
  const told = new Set<string>();
  return (name, span, meant) => {
    const found = lookUp(scope, name);
    if (found === null && !told.has(name)) {
      told.add(name);
      if (scope.knownLater?.(name) === true) {
        report('profile.expression-later', span, { name: quoted(name) });
        return found;
      }
      const near = told.size <= mostNear ? nearNames(name, scope.names).map(writeName) : [];
      report('profile.expression-name', span, { name: quoted(name), near, meant });
    }
    return found;
  };
}

/** Types every node and replaces names by their ids. Goes on after a mistake, and tells each mistake once. */
export function check(text: string, root: Node, scope: Scope, report: Report): Checked {
  const find = nameFinder(scope, report);
  const reads = new Set<string>();
  const meant = new Map<Node, Meant>();
  return { ...piece(root), reads: [...reads] };

  function piece(node: Node): Piece {
    switch (node.op) {
      case 'number':
        return { node, type: typeOfNumber(node) };
      case 'text':
        return { node, type: { kind: 'text' } };
      case 'boolean':
        return { node, type: boolean };
      case 'date':
        return { node, type: date };
      case 'null':
        return { node, type: null };
      case 'name': {
        const found = find(node.name, node, meant.get(node) ?? 'name');
        if (found === null) return { node, type: null };
        reads.add(found.id);
        return { node: { ...node, name: found.id, kind: found.type.kind }, type: found.type };
      }
      case 'not': {
        const of = piece(node.of);
        demand('not', of, 'boolean');
        return { node: { ...node, of: of.node }, type: boolean };
      }
      case 'negate': {
        const of = piece(node.of);
        const type = demand('-', of, 'number') ? of.type : null;
        return { node: { ...node, of: of.node }, type };
      }
      case 'and':
      case 'or': {
        const left = piece(node.left);
        const right = piece(node.right);
        demand(node.op, left, 'boolean');
        demand(node.op, right, 'boolean');
        return { node: { ...node, left: left.node, right: right.node }, type: boolean };
      }
      case '+':
      case '-':
      case '*':
      case '/': {
        const left = piece(node.left);
        const right = piece(node.right);
        const made = { ...node, left: left.node, right: right.node };
        return { node: made, type: arithmetic(node.op, node, left, right) };
      }
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=': {
        ofOneKind(node.left, node.right);
        const left = piece(node.left);
        const right = piece(node.right);
        const takes = node.op === '=' || node.op === '!=' ? 'any' : 'ordered';
        agree(node.op, takes, [left, right]);
        return { node: { ...node, left: left.node, right: right.node }, type: boolean };
      }
      case 'in': {
        ofOneKind(node.of, ...node.list);
        const of = piece(node.of);
        const list = node.list.map(piece);
        for (const item of list) agree('in', 'any', [of, item]);
        return { node: { ...node, of: of.node, list: list.map((item) => item.node) }, type: boolean };
      }
      case 'between': {
        const of = piece(node.of);
        const low = piece(node.low);
        const high = piece(node.high);
        if (agree('between', 'ordered', [of, low]) !== null) agree('between', 'ordered', [of, high]);
        return { node: { ...node, of: of.node, low: low.node, high: high.node }, type: boolean };
      }
      case 'missing': {
        const of = piece(node.of);
        return { node: { ...node, of: of.node }, type: boolean };
      }
      case 'if': {
        ofOneKind(node.then, node.otherwise);
        const when = piece(node.when);
        const then = piece(node.then);
        const otherwise = piece(node.otherwise);
        demand('if', when, 'boolean');
        // biome-ignore lint/suspicious/noThenProperty: a node of the tree is plain data and is never awaited
        const made = { ...node, when: when.node, then: then.node, otherwise: otherwise.node };
        return { node: made, type: agree('if', 'any', [then, otherwise]) };
      }
      case 'call':
        return call(node);
    }
  }

  /** Before they are checked: what stands beside a name says what an unknown one was meant for. */
  function ofOneKind(...nodes: readonly Node[]): void {
    for (const [node, what] of textsAmong(nodes, scope)) meant.set(node, what);
  }

  function call(node: Op<'call'>): Piece {
    const kind = functionNamed(node.name);
    if (kind?.takes === 'text') for (const arg of node.args.slice(1)) meant.set(arg, 'text');
    else if (kind?.gives === 'same') ofOneKind(...node.args);
    const args = node.args.map(piece);
    const made = { ...node, args: args.map((arg) => arg.node) };
    if (kind === undefined) {
      const near = nearNames(node.name, allFunctionNames);
      report('profile.expression-function', node, { name: quoted(node.name), near, known: functionNames });
      return { node: made, type: null };
    }
    if (args.length < kind.least || args.length > kind.most) {
      const { id: name, form } = kind;
      report('profile.expression-arguments', node, { name, form, found: args.length });
      return { node: made, type: null };
    }
    const digits = kind.digits ? args[1] : undefined;
    if (digits !== undefined) demandDigits(digits.node);
    const values = digits === undefined ? args : args.slice(0, 1);
    if (kind.gives === 'same') return { node: made, type: agree(kind.id, kind.takes, values) };
    if (kind.alike) agree(kind.id, kind.takes, values);
    else for (const arg of values) demand(kind.id, arg, kind.takes);
    return { node: made, type: { ...kind.gives, ...(kind.time && { time: kind.time }) } };
  }

  function demandDigits(node: Node): void {
    const fits = node.op === 'number' && Number.isInteger(node.value) && node.value <= mostDigits;
    if (!fits) report('profile.expression-digits', node, { found: sourceOf(node), most: mostDigits });
  }

  function arithmetic(op: Sign, span: Span, left: Piece, right: Piece): Known | null {
    const sum = op === '+' || op === '-';
    if (sum && (left.type?.kind === 'date' || right.type?.kind === 'date'))
      return dates(op, span, left, right);
    const both = [demand(op, left, 'number'), demand(op, right, 'number')];
    if (both.includes(false)) return null;
    if (sum) return agree(op, 'number', [left, right]);
    return op === '*' ? product(span, left, right) : quotient(span, left, right);
  }

  /** date − date is days; date ± days is a date. */
  function dates(op: Sign, span: Span, left: Piece, right: Piece): Known | null {
    if (left.type === null || right.type === null) return null;
    if (left.type.kind === 'date' && right.type.kind === 'date') {
      if (op === '-') return { ...plain, time: 'days' };
      mismatch(op, left, right, span);
      return null;
    }
    const days = left.type.kind === 'date' ? right : left;
    if (days.type?.kind !== 'number' || days.type.money !== null || (op === '-' && days === left)) {
      mismatch(op, left, right, span);
      return null;
    }
    if (days.type.time === 'years') {
      report('profile.expression-time', span, { left: sourceOf(left.node), right: sourceOf(right.node) });
    }
    return date;
  }

  function product(span: Span, left: Piece, right: Piece): Known | null {
    if (left.type?.kind !== 'number' || right.type?.kind !== 'number') return null;
    if (left.type.money !== null && right.type.money !== null) return senseless('*', span, left, right);
    return { kind: 'number', money: left.type.money ?? right.type.money };
  }

  function quotient(span: Span, left: Piece, right: Piece): Known | null {
    if (left.type?.kind !== 'number' || right.type?.kind !== 'number') return null;
    if (right.type.money === null) return { kind: 'number', money: left.type.money };
    if (left.type.zero) return plain;
    if (left.type.money === null) return senseless('/', span, left, right);
    if (left.type.money !== right.type.money) mismatch('/', left, right, span, currencies);
    return plain;
  }

  function senseless(op: Sign, span: Span, left: Piece, right: Piece): null {
    const args = { of: op, left: sourceOf(left.node), right: sourceOf(right.node) };
    report('profile.expression-money', span, args);
    return null;
  }

  /** True unless the piece is known to be something else. */
  function demand(of: string, { node, type }: Piece, wanted: Takes | 'boolean'): boolean {
    if (type === null || wanted === 'any') return true;
    const fits = wanted === 'ordered' ? type.kind === 'number' || type.kind === 'date' : type.kind === wanted;
    if (!fits)
      report('profile.expression-operand', node, { of, text: sourceOf(node), type: codeOf(type), wanted });
    return fits;
  }

  /** The one type of all pieces; null where they have none, or where a mistake in one of them is told already. */
  function agree(of: string, takes: Takes, pieces: readonly Piece[]): Known | null {
    const known = pieces.filter((one) => one.type !== null);
    const first = known[0];
    if (first === undefined) return null;
    // One kind, but not one that fits: told of the first; two kinds: told of the pair.
    if (known.every((one) => one.type?.kind === first.type?.kind) && !demand(of, first, takes)) return null;
    let joined: Piece = first;
    for (const next of known.slice(1)) {
      const type = unite(of, joined, next);
      if (type === null) return null;
      // Messages quote the piece that brought the money.
      const money = next.type?.kind === 'number' && next.type.money !== null;
      joined = { node: money ? next.node : joined.node, type };
    }
    return known.length === pieces.length ? joined.type : null;
  }

  function unite(of: string, left: Piece, right: Piece): Known | null {
    const a = left.type;
    const b = right.type;
    if (a === null || b === null) return null;
    const span = { start: left.node.start, end: right.node.end };
    if (a.kind !== 'number' || b.kind !== 'number') {
      if (a.kind === b.kind) return a;
      mismatch(of, left, right, span);
      return null;
    }
    if (a.money !== b.money) {
      if (a.zero) return b;
      if (b.zero) return a;
      if (a.money !== null && b.money !== null) mismatch(of, left, right, span, currencies);
      else if (a.money === null) unitNeeded(of, left, right, left, span);
      else unitNeeded(of, left, right, right, span);
      return null;
    }
    if (a.time && b.time && a.time !== b.time) {
      report('profile.expression-time', span, { left: sourceOf(left.node), right: sourceOf(right.node) });
      return null;
    }
    return {
      kind: 'number',
      money: a.money,
      time: a.time ?? b.time ?? null,
      zero: a.zero === true && b.zero === true,
    };
  }

  /** A bare figure beside money most likely means 万元; anything else is a mismatch. */
  function unitNeeded(of: string, left: Piece, right: Piece, bare: Piece, span: Span): void {
    const money = bare === left ? right : left;
    const shown = figureOf(bare.node);
    const currency = money.type?.kind === 'number' ? money.type.money : null;
    const suggestion = shown === null || currency === null ? null : asMoney(shown, currency);
    if (suggestion === null) mismatch(of, left, right, span);
    else {
      const args = { figure: sourceOf(bare.node), money: sourceOf(money.node), suggestion };
      report('profile.expression-unit-needed', bare.node, args);
    }
  }

  /** Two sides that do not go together, each with what it is; silent where one of them has its own error. */
  function mismatch(of: string, left: Piece, right: Piece, { start, end }: Span, id: Mismatch = types): void {
    if (left.type === null || right.type === null) return;
    const args = {
      of,
      left: sourceOf(left.node),
      leftType: codeOf(left.type),
      right: sourceOf(right.node),
      rightType: codeOf(right.type),
    };
    report(id, { start, end }, args);
  }

  /** As it is written; a text without its quotes, for messages have their own. */
  function sourceOf(node: Node): string {
    return quoted(node.op === 'text' ? node.value : text.slice(node.start, node.end));
  }
}

function typeOfNumber(node: Op<'number'>): Known | null {
  // A figure that could not be read: the mistake is told.
  if (Number.isNaN(node.value)) return null;
  const time = node.shown.endsWith('年') ? 'years' : node.shown.endsWith('天') ? 'days' : null;
  return { kind: 'number', money: node.money, time, zero: node.value === 0 && node.money === null };
}

/** A figure as it is shown, with its sign; null for anything else. */
function figureOf(node: Node): string | null {
  if (node.op === 'number') return node.shown;
  return node.op === 'negate' && node.of.op === 'number' ? `-${node.of.shown}` : null;
}
