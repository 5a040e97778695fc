import { childrenOf } from '../../expr/index.js';
import type { Expression, Node } from '../../model/expr.js';
import { nearestWords } from '../nearest-words.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';

/** Texts that are compared with a word that they can never be: a stage, a grade or a field's word that does not exist. */
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
      if (allowed === undefined || allowed.includes(word) || told.has(word)) continue;
      told.add(word);
      const args = { word, name, near: nearestWords(word, allowed), allowed };
      reporter.add('profile.word-unmatched', path, args);
    }
  }
}

function expressionsOf({ plan, document }: LintSubject): readonly { path: Path; expression: Expression }[] {
  const parts: { path: Path; expression: Expression | null }[] = [
    ...plan.stages.cuts.map((cut, index) => ({
      path: ['stages', 'cuts', index, 'when'],
      expression: cut.when,
    })),
    ...plan.indicators.flatMap(({ rule }, index) => {
      const path = ['indicators', index, document.indicators[index]?.value === undefined ? 'score' : 'value'];
      // The options of `by` carry the conditions of those before them: the last one holds all.
      const values = rule.kind === 'single' ? [rule.value] : rule.options.map((option) => option.value);
      return document.indicators[index]?.score.by === undefined
        ? values.map((expression) => ({ path, expression }))
        : values.slice(-1).map((expression) => ({ path, expression }));
    }),
    ...plan.checks.map((check, index) => ({ path: ['checks', index, 'hold'], expression: check.hold })),
    ...plan.vetoes.map((veto, index) => ({ path: ['vetoes', index, 'bar'], expression: veto.bar })),
    ...plan.bypasses.map((one, index) => ({ path: ['bypass', index, 'when'], expression: one.when })),
    ...plan.lists.map((list, index) => ({ path: ['lists', index, 'when'], expression: list.when })),
    ...plan.offers.flatMap(({ when, limits }, index) => [
      { path: ['offers', index, 'when'], expression: when },
      ...limits.map((expression) => ({ path: ['offers', index, 'limit'], expression })),
    ]),
  ];
  return parts.flatMap(({ path, expression }) => (expression === null ? [] : [{ path, expression }]));
}

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
