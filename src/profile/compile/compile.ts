import { daysOfText } from '../../model/day.js';
import type { Expression } from '../../model/expr.js';
import type { Field, FieldRole } from '../../model/field.js';
import type { Indicator, Plan } from '../../model/plan.js';
import type { ProfileDocument } from '../document/document.js';
import { toText } from '../document/words.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import { readCases } from './cases.js';
import { compileCauses } from './causes.js';
import { compileChecks } from './checks.js';
import { compileBypasses, compileGrades, compileLists, compileOffers, compileVetoes } from './decisions.js';
import { readExample } from './examples.js';
import { compileFields } from './fields.js';
import { compileGroups, compileIndicators } from './indicators.js';
import { readQuantity } from './quantity.js';
import { decisionScope, fieldScope } from './scope.js';
import { compilePublicity, compileShare } from './share.js';
import { sourceAt } from './source.js';
import { compileStages } from './stages.js';
import { checkWeights } from './weights.js';

/**
 * A checked document → the plan; null, with findings, where it states something impossible. Everything that can be
 * known before a firm is seen is told here, words before rules: rules are not looked at while a field is in doubt. Pure.
 * Cost: linear in the document.
 */
export function compile(document: ProfileDocument, hash: string, reporter: Reporter): Plan | null {
  const declared = compileFields(document.fields, reporter);
  const [idField, nameField, periodField, statusField] = (['id', 'name', 'period', 'status'] as const).map(
    (role) => fieldOfRole(role, declared, reporter),
  );
  checkDates(document, reporter);
  checkListColumns(document, declared, reporter);
  if (reporter.findings.hasErrors || idField === undefined || idField === null) return null;

  const rules = compileRules(document, declared, reporter);
  const share = compileShare(document.share, ['share'], document, declared, reporter);
  const publicity = compilePublicity(document.publicity, reporter);
  const offers = rules.offers.map((offer) => {
    const own = document.offers.findIndex((one) => one.id === offer.id);
    const stated = document.offers[own]?.share;
    if (stated === undefined) return offer;
    return {
      ...offer,
      share: compileShare(stated, ['offers', own, 'share'], document, declared, reporter, share),
    };
  });
  if (reporter.findings.hasErrors) return null;
  const fields = boundMarks(declared, rules.indicators);
  return {
    id: document.profile,
    name: toText(document.name),
    about: document.about === undefined ? null : toText(document.about),
    status: document.status,
    lang: document.lang,
    scale: document.scale === undefined || document.scale === 'sum' ? null : document.scale,
    decimals: document.decimals,
    floor: document.floor === 'none' ? null : document.floor,
    hash,
    fields,
    reads: readsOf(rules, fields),
    idField,
    nameField: nameField ?? null,
    periodField: periodField ?? null,
    statusField: statusField ?? null,
    identity: { checkCharacter: document.identity.check_character, accepts: document.identity.accepts },
    blanks: [...new Set(document.blanks.map((blank) => blank.normalize('NFKC').trim()))],
    scored: rules.indicators.length > 0,
    ...rules,
    offers,
    listColumns: document.list_columns,
    share,
    publicity,
  };
}

type Rules = Pick<
  Plan,
  | 'stages'
  | 'groups'
  | 'indicators'
  | 'bonusCap'
  | 'coverage'
  | 'checks'
  | 'vetoes'
  | 'bypasses'
  | 'causes'
  | 'grades'
  | 'gradeBy'
  | 'lists'
  | 'offers'
>;

/** All that reads fields. The sums are looked at last, where every part of them is known. */
function compileRules(
  document: ProfileDocument,
  fields: ReadonlyMap<string, Field>,
  reporter: Reporter,
): Rules {
  const scope = fieldScope(fields);
  const decisions = decisionScope(fields, document);
  const stages = compileStages(document.stages, scope, reporter);
  const groups = compileGroups(document.groups, reporter);
  const own = { fields, scope, groups, stages: stages.names, reporter };
  const indicators = compileIndicators(document.indicators, own);
  const named = { fields, groups, indicators };
  const causes = compileCauses(document.causes ?? [], decisions, named, reporter);
  const context = { scope: decisions, named, causes, reporter };
  const rules = {
    stages,
    groups,
    indicators,
    bonusCap: bonusCapOf(document, reporter),
    coverage: coverageOf(document, reporter),
    checks: compileChecks(document.checks, scope, reporter),
    vetoes: compileVetoes(document.vetoes, scope, named, reporter),
    bypasses: compileBypasses(document.bypass, scope, named, reporter),
    ...compileGrades(document.grades, reporter),
    ...(causes.length === 0 ? {} : { causes }),
    lists: compileLists(document.lists, context),
    offers: compileOffers(document.offers, context),
  };
  checkExamples(document, fields, stages.names, indicators, reporter);
  readCases(document, fields, reporter);
  if (!reporter.findings.hasErrors && indicators.length > 0) {
    checkWeights(document, stages.names, groups, indicators, reporter);
  }
  return rules;
}

/** Fields that the plan cannot do without, in the order of the profile. Checks need none: what is not there is not wrong. */
function readsOf(rules: Rules, fields: ReadonlyMap<string, Field>): readonly string[] {
  const expressions: readonly (Expression | null)[] = [
    ...rules.stages.cuts.map((cut) => cut.when),
    ...rules.indicators.flatMap(({ rule }) =>
      rule.kind === 'single' ? [rule.value] : rule.options.map((option) => option.value),
    ),
    ...rules.vetoes.map((veto) => veto.bar),
    ...rules.bypasses.map((bypass) => bypass.when),
    ...(rules.causes ?? []).map((cause) => cause.condition.rule),
    ...rules.lists.flatMap((list) => [list.when, list.ranking?.by?.value ?? null]),
    ...rules.offers.flatMap((offer) => [offer.when, ...offer.limits]),
  ];
  const read = new Set(expressions.flatMap((one) => one?.reads ?? []));
  return [...fields.keys()].filter((id) => read.has(id));
}

/** A mark outside 0..of is an error of its cell: no points are guessed from it. */
function boundMarks(
  fields: ReadonlyMap<string, Field>,
  indicators: readonly Indicator[],
): ReadonlyMap<string, Field> {
  const bounded = new Map(fields);
  for (const { rule } of indicators) {
    const parts = rule.kind === 'single' ? [rule] : rule.options;
    for (const { value, scorer } of parts) {
      const field = bounded.get(value.reads[0] ?? '');
      if (scorer.method !== 'mark' || field === undefined) continue;
      const max = Math.min(field.max ?? Number.POSITIVE_INFINITY, scorer.top);
      bounded.set(field.id, { ...field, min: Math.max(0, field.min ?? 0), max, outside: 'error' });
    }
  }
  return bounded;
}

/** The one field of a role; two are reported, and so is a profile in which nothing tells firms apart. */
function fieldOfRole(role: FieldRole, fields: ReadonlyMap<string, Field>, reporter: Reporter): string | null {
  const [first, second] = [...fields.values()].filter((field) => field.role === role);
  if (second !== undefined && first !== undefined && role !== null) {
    const more = { first: ['fields', first.id, 'role'] };
    reporter.add(
      'profile.role-twice',
      ['fields', second.id, 'role'],
      { role, fields: [first.id, second.id] },
      more,
    );
  }
  if (first === undefined && role === 'id')
    reporter.add('profile.no-id-field', ['fields'], {}, { key: true });
  return first?.id ?? null;
}

function bonusCapOf({ bonus }: ProfileDocument, reporter: Reporter): number | null {
  if (bonus === undefined) return null;
  sourceAt(bonus.source, ['bonus', 'source'], reporter);
  if (bonus.cap < 0) reporter.add('profile.negative-points', ['bonus', 'cap'], { points: bonus.cap });
  return bonus.cap;
}

function coverageOf({ coverage }: ProfileDocument, reporter: Reporter): number | null {
  if (coverage === undefined) return null;
  const path = ['coverage', 'at_least'];
  sourceAt(coverage.source, ['coverage', 'source'], reporter);
  const share = readQuantity(coverage.at_least, { kind: 'number', money: null }, (id, args) =>
    reporter.add(id, path, args),
  );
  if (share < 0 || share > 1) reporter.add('profile.not-a-share', path, { raw: String(coverage.at_least) });
  return share;
}

function checkDates({ in_force: { from, to } }: ProfileDocument, reporter: Reporter): void {
  const days = [from, to].map((day, index) => {
    const found = day === undefined ? null : daysOfText(day);
    const path = ['in_force', index === 0 ? 'from' : 'to'];
    if (day !== undefined && found === null) reporter.add('profile.bad-id', path, { id: day, rule: 'date' });
    return found;
  });
  const [start = null, end = null] = days;
  if (start !== null && end !== null && end < start)
    reporter.add('profile.in-force-order', ['in_force', 'to'], { from, to: to ?? '' });
}

function checkListColumns(
  document: ProfileDocument,
  fields: ReadonlyMap<string, Field>,
  reporter: Reporter,
): void {
  for (const [index, name] of document.list_columns.entries()) {
    if (fields.has(name)) continue;
    reporter.add('profile.unknown-field', ['list_columns', index], {
      name,
      near: nearestWords(name, [...fields.keys()]),
    });
  }
}

function checkExamples(
  document: ProfileDocument,
  fields: ReadonlyMap<string, Field>,
  stages: readonly string[],
  indicators: readonly Indicator[],
  reporter: Reporter,
): void {
  const scope = fieldScope(fields);
  for (const [index, { id, examples = [] }] of document.indicators.entries()) {
    const weights = new Set(indicators.find((one) => one.id === id)?.weight ?? []);
    for (const [number, example] of examples.entries()) {
      const path = ['indicators', index, 'examples', number];
      readExample(example, path, { fields, scope, stages, staged: weights.size > 1, reporter });
    }
  }
}
