import ts from 'typescript';

/** A place in the source where the two languages are not a pair. */
export interface Trouble {
  readonly at: string;
  readonly why: string;
}

const han = /\p{Script=Han}/u;
/** What English does not write: Chinese characters, and the marks that come with them. */
const chinese = /[\p{Script=Han}，。；：、（）「」《》！？]/u;
const words = /[A-Za-z]{2,}/;
/** What a person types into a cell, a header or a profile, or reads there: it is written as it is in English too. */
export const typed =
  /统一社会信用代码|已授信|未授信|放款|合计|万美元|千元|万元|亿元|亿|(?<![\p{Script=Han}])[元人件项年是否](?![\p{Script=Han}])/gu;

/**
 * Every pair of texts in a source file: `{ zh: …, en: … }` however deep, and `zh ? … : …`. Tells where one language is
 * missing or empty, where Chinese holds no Chinese or English does, where the keys differ, and where one of them uses an
 * argument that the other does not. Texts that are the same in both (ids, units, signs) are nobody's language.
 */
export function languageTroubles(
  file: string,
  text: string,
  count: { pairs: number } = { pairs: 0 },
): Trouble[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const troubles: Trouble[] = [];
  const tell = (node: ts.Node, why: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    troubles.push({ at: `${file}:${line + 1}`, why });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [zh, en] = [propertyOf(node, 'zh'), propertyOf(node, 'en')];
      if (zh !== null && en !== null) pair(zh, en, node);
      else if (zh !== null || en !== null) tell(node, `only ${zh === null ? 'en' : 'zh'}`);
    }
    if (ts.isConditionalExpression(node) && asksForChinese(node.condition))
      pair(node.whenTrue, node.whenFalse, node);
    ts.forEachChild(node, visit);
  };

  const pair = (zh: ts.Node, en: ts.Node, at: ts.Node): void => {
    count.pairs++;
    if (ts.isObjectLiteralExpression(zh) && ts.isObjectLiteralExpression(en)) {
      const [left, right] = [keysOf(zh), keysOf(en)];
      if (!hasSpread(zh) && !hasSpread(en) && left.join() !== right.join())
        tell(at, `keys differ: ${differing(left, right)}`);
      for (const key of left) {
        const [one, other] = [propertyOf(zh, key), propertyOf(en, key)];
        if (one !== null && other !== null) pair(one, other, one);
      }
      return;
    }
    // Arrays of titles are told one by one, so that one title without its language is seen.
    if (ts.isArrayLiteralExpression(zh) && ts.isArrayLiteralExpression(en)) {
      if (zh.elements.length !== en.elements.length) tell(at, 'not as many in both');
      zh.elements.forEach((one, index) => {
        const other = en.elements[index];
        if (other !== undefined) pair(one, other, one);
      });
      return;
    }
    const [said, told] = [literalsOf(zh), literalsOf(en)];
    const used = [argumentsOf(zh), argumentsOf(en)] as const;
    if (used[0].join() !== used[1].join()) tell(at, `arguments differ: ${differing(used[0], used[1])}`);
    const [left, right] = [said.join(' '), told.join(' ')];
    if (said.length > 0 && told.length > 0) {
      if ((left.trim() === '') !== (right.trim() === '')) tell(at, `one is empty: "${left}" and "${right}"`);
      if (holes(left) !== holes(right)) tell(at, `holes {} differ: "${left}" and "${right}"`);
    }
    if (left === right) return;
    if (said.length > 0 && !han.test(left) && (words.test(left) || words.test(right)))
      tell(at, `zh is no Chinese: "${left}"`);
    if (chinese.test(right.replace(typed, ''))) tell(at, `en is no English: "${right}"`);
  };

  visit(source);
  return troubles;
}

const holes = (text: string): number => text.split('{}').length;

function differing(left: readonly string[], right: readonly string[]): string {
  const only = (all: readonly string[], other: readonly string[]) =>
    all.filter((one) => !other.includes(one));
  return `only zh [${only(left, right).join()}], only en [${only(right, left).join()}]`;
}

/** `zh`, `lang === 'zh'`, `shell.lang === 'zh'`. */
function asksForChinese(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'zh';
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken &&
    ts.isStringLiteral(node.right) &&
    node.right.text === 'zh'
  );
}

const nameOf = (name: ts.PropertyName | undefined): string | null =>
  name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null;

function propertyOf(object: ts.ObjectLiteralExpression, key: string): ts.Node | null {
  for (const one of object.properties) {
    if (nameOf(one.name) !== key) continue;
    if (ts.isPropertyAssignment(one)) return one.initializer;
    if (ts.isMethodDeclaration(one)) return one;
    // A shorthand names a text that is made elsewhere: there it is looked at.
    if (ts.isShorthandPropertyAssignment(one)) return one.name;
  }
  return null;
}

const keysOf = (object: ts.ObjectLiteralExpression): string[] =>
  object.properties.flatMap((one) => nameOf(one.name) ?? []).sort();

const hasSpread = (object: ts.ObjectLiteralExpression): boolean =>
  object.properties.some((one) => ts.isSpreadAssignment(one));

/** Words that are written out in a text, quoted samples in 「」 or "" and what is only asked for or compared left out. */
function literalsOf(node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isStringLiteral(one) || ts.isNoSubstitutionTemplateLiteral(one)) {
      if (!isKey(one)) found.push(one.text);
    } else if (ts.isTemplateExpression(one)) {
      found.push([one.head.text, ...one.templateSpans.map((span) => span.literal.text)].join(' '));
      for (const span of one.templateSpans) visit(span.expression);
    } else if (ts.isConditionalExpression(one) && asksForChinese(one.condition)) {
      // A pair of its own.
    } else ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

/** 'error' in `severity === 'error'`, 'name' in `a['name']`, `{ 'name': … }`, 'zh' in `say(x, 'zh')`. */
function isKey(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): boolean {
  const { parent } = node;
  if (node.text === 'zh' || node.text === 'en') return true;
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  if (ts.isElementAccessExpression(parent) || ts.isLiteralTypeNode(parent)) return true;
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.PlusToken;
}

/** What a function of both languages reads of its arguments: a.field, a.unit; or the arguments themselves. */
function argumentsOf(node: ts.Node): string[] {
  if (!ts.isArrowFunction(node) && !ts.isMethodDeclaration(node)) return [];
  const names = new Set(node.parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : [])));
  const used = new Set<string>();
  const visit = (one: ts.Node): void => {
    if (
      ts.isPropertyAccessExpression(one) &&
      ts.isIdentifier(one.expression) &&
      names.has(one.expression.text)
    ) {
      used.add(one.getText());
      return;
    }
    if (ts.isIdentifier(one) && names.has(one.text)) used.add(one.text);
    ts.forEachChild(one, visit);
  };
  if (node.body !== undefined) visit(node.body);
  return [...used].sort();
}
