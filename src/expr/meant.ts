import type { Node, Scope } from '../model/expr.js';
import { functionNamed } from './functions.js';

/** What an unknown name was most likely meant for: a text without its quotes, a name with a slip in it, or either. */
export type Meant = 'text' | 'name' | 'either';

/** A name as it is written, full width too. */
export const lookUp = (scope: Scope, name: string): ReturnType<Scope['lookup']> =>
  scope.lookup(name) ?? scope.lookup(name.normalize('NFKC'));

/**
 * The names among values of one kind that may be texts: quoting helps beside a text (等级 = AAA) and may help beside a
 * quoted text or another unknown name; the first of these stands where a field does. Linear in the values.
 */
export function textsAmong(nodes: readonly Node[], scope: Scope): ReadonlyMap<Node, Meant> {
  const unknown = nodes.filter((node) => node.op === 'name' && lookUp(scope, node.name) === null);
  if (unknown.length === 0) return new Map();
  if (nodes.some((node) => isTextual(node, scope))) return new Map(unknown.map((node) => [node, 'text']));
  const open = unknown.length > 1 || nodes.some((node) => node.op === 'text');
  return new Map(unknown.filter((node) => open && node !== nodes[0]).map((node) => [node, 'either']));
}

/** A field or an outcome that holds text, also with a stand-in: coalesce(industry, "其他"). */
function isTextual(node: Node, scope: Scope): boolean {
  if (node.op === 'name') return lookUp(scope, node.name)?.type.kind === 'text';
  if (node.op !== 'call' || functionNamed(node.name)?.gives !== 'same') return false;
  return node.args.some((arg) => isTextual(arg, scope));
}
