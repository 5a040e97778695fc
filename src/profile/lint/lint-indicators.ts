import { compileExpression, parseQuantity, round10 } from '../../expr/index.js';
import type { Indicator } from '../../model/plan.js';
import { fieldScope } from '../compile/scope.js';
import { groupTop } from '../compile/weights.js';
import type { IndicatorDocument } from '../document/indicator.js';
import { exampleValues } from '../examples.js';
import { lintScore } from '../methods/index.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';

/** The methods' own lints, weights that weigh nothing, caps that cut nothing, and what no example shows. */
export function lintIndicators(subject: LintSubject): void {
  const { plan, document, reporter } = subject;
  const scope = fieldScope(plan.fields);
  for (const [index, stated] of document.indicators.entries()) {
    const indicator = plan.indicators[index]!;
    const path = ['indicators', index];
    lintScore(stated.score, {
      words: wordsOf(indicator, subject),
      condition: (text) => {
        const compiled = compileExpression(text, scope, 'boolean');
        return compiled.ok ? compiled.expression : null;
      },
      report: (id, inner, args) => reporter.add(id, [...path, 'score', ...inner], args),
    });
    if (indicator.weight.every((points) => points === 0))
      reporter.add('profile.weighs-nothing', [...path, 'weight'], { indicator: indicator.id });
    if ((stated.examples ?? []).length === 0)
      reporter.add('profile.no-examples', path, { indicator: indicator.id }, { key: true });
    else if (document.status === 'official') tellEdges(stated, index, subject);
  }
  lintSums(subject);
}

/** The words of the field that an indicator scores as it stands. */
function wordsOf({ rule }: Indicator, { plan }: LintSubject): readonly string[] {
  if (rule.kind !== 'single' || rule.value.node.op !== 'name') return [];
  return plan.fields.get(rule.value.node.name)?.words.map((word) => word.value) ?? [];
}

type Bands = NonNullable<IndicatorDocument['score']['bands']>;

/** In an official table each edge of a band is an example: on which side it falls is what is argued over. */
function tellEdges({ id, score }: IndicatorDocument, index: number, { loaded, reporter }: LintSubject): void {
  const path = ['indicators', index, 'score'];
  const tables: readonly { option: number; bands: Bands | undefined; at: Path }[] = [
    { option: 0, bands: score.bands, at: [...path, 'bands'] },
    ...(score.best_of ?? []).map((one, option) => {
      return { option, bands: one.score.bands, at: [...path, 'best_of', option, 'score', 'bands'] };
    }),
    ...(score.by ?? []).map((one, option) => {
      return { option, bands: one.bands, at: [...path, 'by', option, 'bands'] };
    }),
  ];
  for (const { option, bands, at } of tables) {
    if (bands === undefined) continue;
    const shown = new Set(exampleValues(loaded, index, option).map(round10));
    for (const key of ['at_least', 'above', 'at_most', 'below'] as const) {
      for (const [place, [edge]] of (bands[key] ?? []).entries()) {
        const figure = typeof edge === 'number' ? edge : (parseQuantity(edge)?.value ?? Number.NaN);
        if (!shown.has(round10(figure)))
          reporter.add('profile.edge-unshown', [...at, key, place, 0], { indicator: id, edge: String(edge) });
      }
    }
  }
}

/** What loading does not ask: stages that weigh differently under `scale: sum`, caps above all that could be earned. */
function lintSums({ plan, document, reporter }: LintSubject): void {
  const tops = (index: number) =>
    plan.stages.names.map((_, stage) =>
      round10(groupTop({ ...plan.groups[index]!, cap: null }, index, plan.indicators, stage)),
    );
  const bases = plan.groups.flatMap((group, index) => (group.part === 'base' ? [index] : []));
  const sums = plan.stages.names.map((_, stage) =>
    round10(
      bases.reduce((sum, index) => sum + groupTop(plan.groups[index]!, index, plan.indicators, stage), 0),
    ),
  );
  if (document.scale === 'sum' && new Set(sums).size > 1) {
    const stages = plan.stages.names.map((name, stage) => `${name} ${sums[stage]}`);
    reporter.add('profile.stages-differ', ['scale'], { stages });
  }
  for (const [index, { cap }] of plan.groups.entries()) {
    const top = Math.max(...tops(index));
    if (cap !== null && cap > top) reporter.add('profile.cap-idle', ['groups', index, 'cap'], { cap, top });
  }
  if (plan.bonusCap !== null) {
    const bonus = plan.groups.reduce(
      (sum, group, index) =>
        sum + (group.part === 'bonus' ? Math.min(group.cap ?? Infinity, Math.max(...tops(index))) : 0),
      0,
    );
    if (plan.bonusCap > bonus)
      reporter.add('profile.cap-idle', ['bonus', 'cap'], { cap: plan.bonusCap, top: round10(bonus) });
  }
  if (plan.coverage !== null && plan.indicators.every((one) => one.missing !== 'reweight'))
    reporter.add('profile.coverage-idle', ['coverage'], {}, { key: true });
}
