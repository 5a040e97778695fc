import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/**
 * Every regular expression of some sources, by their syntax trees: literals, and `new RegExp` of what can be told. A part that is
 * put in (`${name}`) stands as a word.
 */
export function regexesIn(folder, root = folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.sort().flatMap((name) => {
    const path = join(folder, name);
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
    return regexesOf(file, relative(root, path));
  });
}

export function regexesOf(file, name) {
  const found = [];
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      add(node, textOf(source), flags === undefined ? '' : textOf(flags));
    }
    ts.forEachChild(node, visit);
  };
  const add = (node, source, flags) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ at: `${name}:${line}`, source, flags });
  };
  visit(file);
  return found;
}

/** The text of a string, a template, a sum or a join of them; other parts as a word. */
function textOf(node) {
  if (node === undefined) return 'word';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => `word${span.literal.text}`).join('');
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(textOf).join('');
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'join'
  )
    return textOf(node.expression.expression);
  return 'word';
}
