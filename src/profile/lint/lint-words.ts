import { childrenOf, compileExpression } from '../../expr/index.js';
import type { Expression, Node, Scope } from '../../model/expr.js';
import type { Field } from '../../model/field.js';
import { decisionScope, fieldScope } from '../compile/scope.js';
import type { WhenDocument } from '../document/decision.js';
import type { IndicatorDocument } from '../document/indicator.js';
import { nearestWords } from '../nearest-words.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';

/**
 * Texts that are compared with a word that they can never be: a stage, a grade or a field's word that does not exist, or
 * 软件 where the field holds codes.
 */
export function lintWords(subject: LintSubject): void {
  const { plan, reporter } = subject;
  const known = new Map<string, readonly string[]>();
  for (const { id, words } of plan.fields.values())
    if (words.length > 0)
      known.set(
        id,
        words.map((word) => word.value),
      );
  known.set('stage', plan.stages.names);
  known.set(
    'grade',
    plan.grades.map((grade) => grade.id),
  );
  for (const { path, expression } of expressionsOf(subject)) {
    const told = new Set<string>();
    for (const { name, word } of comparedWords(expression.node)) {
      const allowed = known.get(name);
      if (told.has(word)) continue;
      const field = allowed === undefined ? plan.fields.get(name) : undefined;
      if (field !== undefined && holdsCodes(field) && /\p{Script=Han}/u.test(word)) {
        told.add(word);
        reporter.add('profile.word-for-code', path, { word, field: name, name: field.name });
      }
      if (allowed === undefined || allowed.includes(word)) continue;
      told.add(word);
      const args = { word, name, near: nearestWords(word, allowed), allowed };
      reporter.add('profile.word-unmatched', path, args);
    }
  }
}

/** By its own name, not by an alias: 行业代码 is found under the header 行业, too. No code has Chinese characters. */
const holdsCodes = ({ name }: Field): boolean => /(?:代码|编码)$/.test(name.zh);

/** An expression as the profile states it, and where. */
interface Stated {
  readonly path: Path;
  readonly text: string | undefined;
}

/** Every expression where it is written: the plan's own are put together from several places. */
function expressionsOf({ plan, document }: LintSubject): readonly { path: Path; expression: Expression }[] {
  const inFields: readonly Stated[] = [
    ...(document.stages?.cuts ?? []).map(({ when }, index) => at(['stages', 'cuts', index, 'when'], when)),
    ...document.indicators.flatMap((indicator, index) => statedIn(indicator, ['indicators', index])),
    ...document.checks.map(({ hold }, index) => at(['checks', index, 'hold'], hold)),
    ...document.vetoes.map(({ bar }, index) => at(['vetoes', index, 'bar'], bar)),
    ...document.bypass.map(({ when }, index) => at(['bypass', index, 'when'], when)),
  ];
  const decided: readonly Stated[] = [
    ...document.lists.flatMap(({ when }, index) => rulesIn(when, ['lists', index, 'when'])),
    ...document.offers.flatMap(({ when, limit }, index) => [
      ...rulesIn(when, ['offers', index, 'when']),
      ...(Array.isArray(limit)
        ? limit.map((one, place) => at(['offers', index, 'limit', place], String(one)))
        : [at(['offers', index, 'limit'], limit === undefined ? undefined : String(limit))]),
    ]),
  ];
  const compiled = (stated: readonly Stated[], scope: Scope) =>
    stated.flatMap(({ path, text }) => {
      const one = text === undefined ? null : compileExpression(text, scope);
      return one?.ok ? [{ path, expression: one.expression }] : [];
    });
  return [
    ...compiled(inFields, fieldScope(plan.fields)),
    ...compiled(decided, decisionScope(plan.fields, document)),
  ];
}

const at = (path: Path, text: string | undefined): Stated => ({ path, text });

/** The value of an indicator, those of its options, and the conditions that choose. */
const statedIn = ({ value, score }: IndicatorDocument, path: Path): readonly Stated[] => [
  at([...path, 'value'], value),
  ...(score.best_of ?? []).map((one, index) => at([...path, 'score', 'best_of', index, 'value'], one.value)),
  ...(['cases', 'by'] as const).flatMap((method) =>
    (score[method] ?? []).map(({ when }, index) => at([...path, 'score', method, index, 'when'], when)),
  ),
];

const rulesIn = (when: WhenDocument, path: Path): readonly Stated[] =>
  (Array.isArray(when) ? when : [when]).map((one, index) => {
    const place = Array.isArray(when) ? [...path, index] : path;
    return typeof one === 'string' ? at(place, one) : at([...place, 'hold'], one.hold);
  });

/** Every text that a node compares a name with. */
function comparedWords(node: Node): readonly { name: string; word: string }[] {
  const inner = childrenOf(node).flatMap(comparedWords);
  if (node.op === 'in' && node.of.op === 'name') {
    const { name } = node.of;
    return [...inner, ...node.list.flatMap((one) => (one.op === 'text' ? [{ name, word: one.value }] : []))];
  }
  if ((node.op === '=' || node.op === '!=') && 'left' in node) {
    for (const [of, to] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const)
      if (of.op === 'name' && to.op === 'text') inner.push({ name: of.name, word: to.value });
  }
  return inner;
}
