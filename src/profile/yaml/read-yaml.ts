import type { CST } from 'yaml';
import {
  type Alias,
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
} from 'yaml';
import type { Findings } from '../../finding/index.js';
import {
  type Entries,
  type Marks,
  type Place,
  type Plain,
  type PlainMap,
  positionOf,
  type YamlText,
} from './places.js';
import { hasWideColon, isWideKey } from './wide-colon.js';

/**
 * Limits on a profile, far above any honest one (ECOSYSTEM §3, row 20). `expressions`: characters of all of them together, read in
 * a second; the largest profile that is shipped has 22 KB in all.
 */
export const yamlLimits = {
  bytes: 5_000_000,
  depth: 64,
  nodes: 20_000,
  lexemes: 150_000,
  expressions: 1_000_000,
} as const;

export interface ReadYaml {
  readonly value: PlainMap;
  readonly top: Place;
}

/**
 * YAML text → plain values, and the place of each in `marks`. Duplicate keys, tags, unquoted codes and everything
 * beyond the limits are findings; null where the text is no map. Cost: linear, and bounded by the limits.
 */
export function readYaml(text: string, file: string, marks: Marks, findings: Findings): ReadYaml | null {
  const yaml: YamlText = { file, text, lines: new LineCounter() };
  const at = (start: number, end: number, scalar: Scalar.Parsed | null = null): Place => ({
    yaml,
    start,
    end,
    scalar,
  });
  const before = findings.all.length;

  const tokens = parseTokens(yaml, findings);
  if (tokens === null) return null;
  // Duplicate keys are looked for below, where both places are at hand and the cost is linear.
  const composer = new Composer({
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  // The first alone is told: what a slip of indentation or a quote does to the lines below is no second mistake.
  const [trouble] = [...(document?.errors ?? []), ...(document?.warnings ?? [])].sort(
    (a, b) => a.pos[0] - b.pos[0],
  );
  if (trouble !== undefined) {
    const opened = unclosed(tokens, trouble.pos[0]);
    const place = opened === null ? at(trouble.pos[0], trouble.pos[1]) : at(opened, opened + 1);
    findings.add('profile.yaml-syntax', positionOf(place, []), {
      code: opened !== null ? 'UNCLOSED' : hasWideColon(text, trouble.pos[0]) ? 'WIDE_COLON' : trouble.code,
    });
    return null;
  }
  if (second !== undefined) {
    findings.add('profile.yaml-syntax', positionOf(at(second.range[0], second.range[0] + 1), []), {
      code: 'MULTIPLE_DOCS',
    });
  }
  if (findings.all.length > before || document === undefined) return null;
  const root = document.contents as Node | null;
  if (!isMap(root)) {
    findings.add('profile.not-a-map', positionOf(at(root?.range?.[0] ?? 0, root?.range?.[1] ?? 0), []), {});
    return null;
  }
  const value = toPlain(root, at, marks, findings) as PlainMap;
  return findings.all.length > before ? null : { value, top: at(0, 0) };
}

/**
 * Tokens with their offsets; null where the text holds more than any profile does, or deeper. Depth is asked while
 * parsing: 2,000 levels of indentation end yaml's own parser, 20,000 of brackets its composer (yaml 2.9.1 on Node 20).
 */
function parseTokens(yaml: YamlText, findings: Findings): CST.Token[] | null {
  const parser = new Parser(yaml.lines.addNewLine);
  const tokens: CST.Token[] = [];
  let count = 0;
  yaml.lines.addNewLine(0);
  const refuse = (id: 'profile.too-many-values' | 'profile.too-deep', start: number, limit: number) => {
    findings.add(id, positionOf({ yaml, start, end: start + 1, scalar: null }, []), { limit });
    return null;
  };
  for (const lexeme of new Lexer().lex(yaml.text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // A text of many lines is one lexeme.
    if (Math.max(++count, yaml.lines.lineStarts.length) > yamlLimits.lexemes)
      return refuse('profile.too-many-values', 0, yamlLimits.nodes);
    // The document, then what is open in it from the outermost on.
    const deep = parser.stack[yamlLimits.depth + 2];
    if (deep !== undefined) return refuse('profile.too-deep', deep.offset, yamlLimits.depth);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Where the last quote or bracket before a trouble opens that is never closed: the mistake is seen there. */
function unclosed(tokens: readonly CST.Token[], before: number): number | null {
  let last: number | null = null;
  for (const { token } of walk(tokens)) {
    const open =
      token.type === 'single-quoted-scalar' || token.type === 'double-quoted-scalar'
        ? token.source.length < 2 || !token.source.endsWith(token.source[0] ?? '')
        : token.type === 'flow-collection' && token.end.length === 0;
    if (open && token.offset < before && token.offset > (last ?? -1)) last = token.offset;
  }
  return last;
}

/** Every token with its depth, outer ones first; never further in than one level beyond the limit. */
function* walk(tokens: readonly CST.Token[]): Generator<{ token: CST.Token; depth: number }> {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    yield one;
    const { token, depth } = one;
    if (token.type === 'document' && token.value) open.push({ token: token.value, depth });
    if (!('items' in token) || depth > yamlLimits.depth) continue;
    for (const item of token.items) {
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
    }
  }
}

type At = (start: number, end: number, scalar?: Scalar.Parsed | null) => Place;

/** Nodes → plain values. An alias is its anchor's value over again, so a bomb of aliases meets the limit of nodes. */
function toPlain(root: Node, at: At, marks: Marks, findings: Findings): Plain {
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
