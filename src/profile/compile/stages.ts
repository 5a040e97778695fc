import type { Scope } from '../../model/expr.js';
import type { Plan, StageCut } from '../../model/plan.js';
import { moneyUnit } from '../../model/unit.js';
import type { StagesDocument } from '../document/indicator.js';
import type { Reporter } from '../report.js';
import { expressionAt } from './expression.js';
import { readQuantity } from './quantity.js';
import { sourceAt } from './source.js';

const path = ['stages'];

/** Which weights a firm takes. A profile without stages has one, without a name. */
export function compileStages(
  stages: StagesDocument | undefined,
  scope: Scope,
  reporter: Reporter,
): Plan['stages'] {
  if (stages === undefined) return { names: [''], by: null, cuts: [] };
  sourceAt(stages.source, [...path, 'source'], reporter);
  const names = [...new Set(stages.cuts.map((cut) => cut.stage))];
  const by =
    stages.by === undefined ? null : expressionAt(stages.by, [...path, 'by'], scope, reporter, 'number');
  let before = Number.NEGATIVE_INFINITY;
  const cuts = stages.cuts.map((cut, index): StageCut => {
    const at = [...path, 'cuts', index];
    const stage = names.indexOf(cut.stage);
    if (cut.below !== undefined && cut.when !== undefined) reporter.add('profile.cut-twice', at, {});
    if (cut.when !== undefined) {
      return { stage, when: expressionAt(cut.when, [...at, 'when'], scope, reporter, 'boolean') };
    }
    if (cut.below === undefined) {
      // What stands after the rest could never be reached.
      if (index < stages.cuts.length - 1) reporter.add('profile.cut-rest-first', at, { stage: cut.stage });
      return { stage, when: null };
    }
    if (stages.by === undefined) reporter.add('profile.missing-key', path, { key: 'by' }, { key: true });
    if (by === null) return { stage, when: null };
    const below = readQuantity(cut.below, by.type, (id, args) => reporter.add(id, [...at, 'below'], args));
    if (Number.isNaN(below)) return { stage, when: null };
    if (below <= before)
      reporter.add('profile.cut-order', [...at, 'below'], { below: String(cut.below), stage: cut.stage });
    before = below;
    const unit = by.type.kind === 'number' && by.type.money !== null ? ` ${moneyUnit[by.type.money]}` : '';
    return {
      stage,
      when: expressionAt(`(${stages.by}) < ${below}${unit}`, [...at, 'below'], scope, reporter, 'boolean'),
    };
  });
  return { names, by, cuts };
}
