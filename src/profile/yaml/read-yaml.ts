import type { CST } from 'yaml';
import { Composer, isMap, Lexer, LineCounter, type Node, Parser, type Scalar } from 'yaml';
import type { Findings } from '../../finding/index.js';
import { type Marks, type Place, type PlainMap, positionOf, type YamlText } from './places.js';
import { toPlain } from './to-plain.js';
import { hasWideColon } from './wide-colon.js';
import { yamlLimits } from './yaml-limits.js';

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
