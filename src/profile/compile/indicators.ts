import { round10 } from '../../expr/index.js';
import type { Expression, Scope } from '../../model/expr.js';
import type { Field } from '../../model/field.js';
import type { Group, Indicator, Rule, Scorer } from '../../model/plan.js';
import { moneyUnit, units } from '../../model/unit.js';
import type { GroupDocument, IndicatorDocument } from '../document/indicator.js';
import { toText } from '../document/words.js';
import {
  type CompileCondition,
  type CompileEntry,
  type CompileOption,
  compileBestOf,
  compileBy,
  compileCases,
  compileOneValue,
  type MethodContext,
  methodNames,
} from '../methods/index.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { expressionAt } from './expression.js';
import { readQuantity } from './quantity.js';
import { showerOf } from './show-value.js';
import { sourceAt } from './source.js';
import { reportDuplicates } from './unique.js';
import { tellUnknownUnit } from './unit.js';

export interface IndicatorScope {
  readonly fields: ReadonlyMap<string, Field>;
  readonly scope: Scope;
  readonly groups: readonly Group[];
  readonly stages: readonly string[];
  readonly reporter: Reporter;
}

export function compileGroups(documents: readonly GroupDocument[], reporter: Reporter): readonly Group[] {
  reportDuplicates(documents, ['groups'], reporter);
  return documents.map((group, index) => {
    const path = ['groups', index];
    const { id, part, cap = null, min = null } = group;
    if (group.source !== undefined) sourceAt(group.source, [...path, 'source'], reporter);
    else if (cap !== null || min !== null) reporter.add('profile.missing-source', path, {}, { key: true });
    if (cap !== null && cap <= 0)
      reporter.add('profile.not-positive', [...path, 'cap'], { key: 'cap', found: cap });
    if (min !== null && part !== 'base')
      reporter.add('profile.min-outside-base', [...path, 'min'], {}, { key: true });
    return { id, name: toText(group.name), part, cap, min };
  });
}

export function compileIndicators(
  documents: readonly IndicatorDocument[],
  scope: IndicatorScope,
): readonly Indicator[] {
  const { reporter, groups } = scope;
  reportDuplicates(documents, ['indicators'], reporter);
  return documents.flatMap((document, index) => {
    const path = ['indicators', index];
    const group = groups.findIndex((one) => one.id === document.group);
    if (group < 0) {
      const ids = groups.map((one) => one.id);
      reporter.add('profile.unknown-group', [...path, 'group'], {
        group: document.group,
        near: nearestWords(document.group, ids),
        groups: ids,
      });
    }
    const source = sourceAt(document.source, [...path, 'source'], reporter);
    if (document.unit !== undefined && !units.has(document.unit)) {
      tellUnknownUnit(document.unit, [...units.keys()], [...path, 'unit'], reporter);
    }
    if (document.missing === 'reweight' && group >= 0 && groups[group]?.part !== 'base') {
      reporter.add('profile.reweight-outside-base', [...path, 'missing'], {});
    }
    const rule = compileRule(document, path, scope);
    if (rule === null) return [];
    const weight = weightOf(document, topOf(rule), path, scope);
    const unit = document.unit ?? unitOfRule(rule, scope.fields);
    return [
      {
        id: document.id,
        name: toText(document.name),
        group,
        weight,
        rule,
        missing: document.missing,
        unit,
        source,
      },
    ];
  });
}

/** The scoring of an indicator; null, with a finding, where its value or its method cannot be made out. */
function compileRule(document: IndicatorDocument, path: Path, scope: IndicatorScope): Rule | null {
  const { value, score } = document;
  const { reporter } = scope;
  const at = [...path, 'score'];
  if (!namesOneMethod(score, at, reporter)) return null;
  if ((score.best_of !== undefined || score.cases !== undefined) && value !== undefined) {
    const method = score.cases === undefined ? 'best_of' : 'cases';
    reporter.add('profile.value-with-best-of', [...path, 'value'], { method }, { key: true });
  }
  const condition: CompileCondition = (text, at) =>
    expressionAt(text, at, scope.scope, scope.reporter, 'boolean');
  if (score.cases !== undefined) return compileCases(score.cases, condition, [...at, 'cases'], reporter);
  if (score.best_of !== undefined) {
    const option: CompileOption = (text, inner, optionPath) =>
      namesOneMethod(inner, [...optionPath, 'score'], reporter)
        ? compileValue(text, inner, optionPath, document, scope)
        : null;
    return compileBestOf(score.best_of, option, [...at, 'best_of'], reporter);
  }
  if (value === undefined) {
    reporter.add('profile.missing-key', path, { key: 'value' }, { key: true });
    return null;
  }
  if (score.by !== undefined) {
    // Once by itself, or a mistake in it would be told for every entry.
    if (expressionAt(value, [...path, 'value'], scope.scope, reporter) === null) return null;
    const entry: CompileEntry = (inner, entryPath) =>
      namesOneMethod(inner, entryPath, reporter)
        ? compileValue(value, inner, path, document, scope, entryPath)
        : null;
    return compileBy(score.by, condition, entry, [...at, 'by'], reporter);
  }
  const one = compileValue(value, score, path, document, scope);
  return one === null ? null : { kind: 'single', ...one };
}

function namesOneMethod(score: object, path: Path, reporter: Reporter): boolean {
  const stated = Object.keys(score);
  const [first, second] = stated;
  if (first === undefined) reporter.add('profile.no-method', path, { methods: methodNames }, { key: true });
  else if (second !== undefined) {
    reporter.add('profile.two-methods', [...path, second], { methods: stated }, { key: true });
  }
  return stated.length === 1;
}

/** A value and the method that scores it. */
function compileValue(
  text: string,
  score: Parameters<typeof compileOneValue>[0],
  path: Path,
  document: IndicatorDocument,
  { fields, scope, reporter }: IndicatorScope,
  at: Path = [...path, 'score'],
): { value: Expression; scorer: Scorer } | null {
  const value = expressionAt(text, [...path, 'value'], scope, reporter);
  if (value === null) return null;
  const field = value.node.op === 'name' ? fields.get(value.reads[0] ?? '') : undefined;
  if (score.mark !== undefined && field === undefined)
    reporter.add('profile.mark-of-field', [...path, 'value'], {});
  const unit = document.unit ?? unitOfValue(value, fields);
  const context: MethodContext = {
    type: value.type,
    words: field?.words.map((word) => word.value) ?? [],
    show: showerOf(unit),
    quantity: (raw, inner) => {
      const figure = readQuantity(raw, value.type, (id, args) => reporter.add(id, [...at, ...inner], args));
      // 10 beside a unit of % would mean 1000%.
      if (unit === '%' && typeof raw === 'number' && Math.abs(raw) > 1) {
        reporter.add('profile.percent-wanted', [...at, ...inner], { raw: String(raw) });
      }
      return figure;
    },
    report: (id, inner, args) => reporter.add(id, [...at, ...inner], args),
  };
  const scorer = compileOneValue(score, context);
  return scorer === null ? null : { value, scorer };
}

/** The unit that a value is in of itself: its field's, or the canonical one of its currency. */
function unitOfValue({ node, reads, type }: Expression, fields: ReadonlyMap<string, Field>): string | null {
  const field = node.op === 'name' ? fields.get(reads[0] ?? '') : undefined;
  if (field !== undefined) return field.unit;
  return type.kind === 'number' && type.money !== null ? moneyUnit[type.money] : null;
}

function unitOfRule(rule: Rule, fields: ReadonlyMap<string, Field>): string | null {
  const parts = rule.kind === 'single' ? [rule] : rule.options;
  const [unit, ...others] = new Set(parts.map((part) => unitOfValue(part.value, fields)));
  return others.length === 0 ? (unit ?? null) : null;
}

const topOf = (rule: Rule): number =>
  rule.kind === 'single' ? rule.scorer.top : (rule.options[0]?.scorer.top ?? 0);

/** The weight in each stage: one for all, one for each, or the method's own top. */
function weightOf(
  document: IndicatorDocument,
  top: number,
  path: Path,
  { stages, reporter }: IndicatorScope,
): readonly number[] {
  const { weight } = document;
  const at = [...path, 'weight'];
  if (weight === undefined || typeof weight === 'number') {
    if (weight !== undefined && weight < 0) reporter.add('profile.negative-points', at, { points: weight });
    return stages.map(() => weight ?? round10(top));
  }
  for (const [stage, points] of Object.entries(weight)) {
    const known = stages.filter((name) => name !== '');
    if (!known.includes(stage)) {
      reporter.add(
        'profile.unknown-stage',
        [...at, stage],
        { stage, near: nearestWords(stage, known), stages: known },
        { key: true },
      );
    }
    if (points < 0) reporter.add('profile.negative-points', [...at, stage], { points });
  }
  return stages.map((stage) => {
    const points = Object.hasOwn(weight, stage) ? weight[stage] : undefined;
    if (points === undefined && stage !== '') reporter.add('profile.no-weight', at, { stage }, { key: true });
    return points ?? 0;
  });
}
