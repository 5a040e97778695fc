import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Findings } from '../../finding/index.js';
import { type Entries, type Marks, type Place, type Plain, type PlainMap, positionOf } from './places.js';
import { isWideKey } from './wide-colon.js';
import { yamlLimits } from './yaml-limits.js';

type At = (start: number, end: number, scalar?: Scalar.Parsed | null) => Place;

/** Nodes → plain values. An alias is its anchor's value over again, so a bomb of aliases meets the limit of nodes. */
export function toPlain(root: Node, at: At, marks: Marks, findings: Findings): Plain {
  const anchors = new Map<string, { readonly node: Node; readonly key: string | null }>();
  const open = new Set<Node>();
  let nodes = 0;

  const placeOf = (node: Node): Place => {
    const [start, end] = node.range ?? [0, 0, 0];
    return at(start, end, isScalar(node) ? (node as Scalar.Parsed) : null);
  };
  const complain = (id: 'profile.too-many-values', node: Node) =>
    findings.add(id, positionOf(placeOf(node), []), { limit: yamlLimits.nodes });

  /** Under the key of its anchor an alias says the same again: what is wrong in it is told, and mended, at the anchor. */
  const valuePlaceOf = (node: Node, key: string): Place => {
    const anchor = isAlias(node) ? anchors.get(node.source) : undefined;
    return placeOf(anchor?.key === key ? anchor.node : node);
  };

  const convert = (node: Node | null, depth: number, key: string | null = null): Plain => {
    if (node === null) return null;
    if (++nodes > yamlLimits.nodes) {
      if (nodes === yamlLimits.nodes + 1) complain('profile.too-many-values', node);
      return null;
    }
    if (isAlias(node)) return follow(node, depth);
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, { node, key });
    if (isScalar(node)) return scalar(node);
    open.add(node);
    const value = isMap(node) ? map(node, depth) : isSeq(node) ? list(node, depth) : null;
    open.delete(node);
    return value;
  };

  const follow = (alias: Alias, depth: number): Plain => {
    const target = anchors.get(alias.source);
    if (target === undefined || open.has(target.node) || depth > yamlLimits.depth) {
      findings.add('profile.yaml-syntax', positionOf(placeOf(alias), []), { code: 'BAD_ALIAS' });
      return null;
    }
    return convert(target.node, depth + 1, target.key);
  };

  const scalar = (node: Scalar): Plain => {
    const { value, type, source = '' } = node;
    if (typeof value === 'number' && type === 'PLAIN' && isCode(source)) {
      findings.add('profile.unquoted-code', positionOf(placeOf(node), []), { raw: shortened(source) });
    }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  };

  const map = (node: Node, depth: number): PlainMap => {
    const value: PlainMap = {};
    const entries: Entries = new Map();
    for (const pair of isMap(node) ? node.items : []) {
      if (!isScalar(pair.key)) {
        findings.add('profile.yaml-syntax', positionOf(placeOf(node), []), { code: 'NON_STRING_KEY' });
        continue;
      }
      const keyPlace = placeOf(pair.key);
      const key = pair.key.source ?? String(pair.key.value);
      const first = entries.get(key);
      if (first !== undefined) {
        const note = { id: 'first-seen' as const, at: positionOf(first.key, []) };
        findings.add('profile.duplicate-key', positionOf(keyPlace, []), { key }, { notes: [note] });
      }
      if (key === '__proto__') {
        findings.add('profile.unknown-key', positionOf(keyPlace, []), { key, near: [] });
        continue;
      }
      const inner = pair.value as Node | null;
      if (pair.key.type === 'PLAIN' && isWideKey(key, inner === null)) {
        findings.add('profile.yaml-syntax', positionOf(keyPlace, []), { code: 'WIDE_COLON' });
        continue;
      }
      value[key] = convert(inner, depth + 1, key);
      entries.set(key, { key: keyPlace, value: inner === null ? keyPlace : valuePlaceOf(inner, key) });
    }
    marks.set(value, entries);
    return value;
  };

  const list = (node: Node, depth: number): Plain[] => {
    const entries: Entries = new Map();
    const value = (isSeq(node) ? node.items : []).map((item, index) => {
      const inner = item as Node | null;
      const place = placeOf(inner ?? node);
      entries.set(String(index), { key: place, value: place });
      return convert(inner, depth + 1);
    });
    marks.set(value, entries);
    return value;
  };

  return convert(root, 0);
}

const shortened = (raw: string): string => (raw.length > 40 ? `${raw.slice(0, 40)}…` : raw);

/** YAML reads 0123 as 123 and rounds a bare 18-digit code: such a number was meant as text. */
const isCode = (source: string): boolean => /^[-+]?0[\dxo]/i.test(source) || /^[-+]?\d{16,}$/.test(source);
