import { asMoney, round10 } from '../../expr/index.js';
import type { Expression, Scope, Type } from '../../model/expr.js';
import type { Bypass, Cause, Grade, List, Offer, Plan, Veto } from '../../model/plan.js';
import type {
  BypassDocument,
  GradeDocument,
  ListDocument,
  OfferDocument,
  VetoDocument,
} from '../document/decision.js';
import { toText } from '../document/words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { compileDiagnose } from './causes.js';
import { compileWhen, type Named } from './conditions.js';
import { expressionAt } from './expression.js';
import { readQuantity } from './quantity.js';
import { compileRanking } from './ranking.js';
import { sourceAt } from './source.js';
import { reportDuplicates } from './unique.js';

const share: Type = { kind: 'number', money: null };

export function compileVetoes(
  documents: readonly VetoDocument[],
  scope: Scope,
  named: Named,
  reporter: Reporter,
): readonly Veto[] {
  reportDuplicates(documents, ['vetoes'], reporter);
  return documents.flatMap((veto, index) => {
    const path = ['vetoes', index];
    const source = sourceAt(veto.source, [...path, 'source'], reporter);
    const rule = compileWhen(veto.bar, [...path, 'bar'], scope, named, reporter);
    if (rule === null) return [];
    const { when: bar, conditions } = rule;
    return [{ id: veto.id, text: toText(veto.text), bar, conditions, unknown: veto.unknown, source }];
  });
}

/** Conditions that confirm a firm without a total. */
export function compileBypasses(
  documents: readonly BypassDocument[],
  scope: Scope,
  named: Named,
  reporter: Reporter,
): readonly Bypass[] {
  reportDuplicates(documents, ['bypass'], reporter);
  return documents.flatMap((bypass, index) => {
    const path = ['bypass', index];
    const source = sourceAt(bypass.source, [...path, 'source'], reporter);
    const rule = compileWhen(bypass.when, [...path, 'when'], scope, named, reporter);
    return rule === null ? [] : [{ id: bypass.id, text: toText(bypass.text), ...rule, source }];
  });
}

/** Grades, best first: all by total (`at_least`) or all by rank percent (`top`). */
export function compileGrades(
  documents: readonly GradeDocument[],
  reporter: Reporter,
): Pick<Plan, 'grades' | 'gradeBy'> {
  reportDuplicates(documents, ['grades'], reporter);
  const byRank = documents[0]?.top !== undefined;
  const wanted = byRank ? 'top' : 'at_least';
  let before = byRank ? 0 : Number.POSITIVE_INFINITY;
  const grades = documents.map((grade, index): Grade => {
    const path = ['grades', index];
    const source = sourceAt(grade.source, [...path, 'source'], reporter);
    const stated = [grade.at_least, grade.top].filter((edge) => edge !== undefined);
    const edge = byRank ? grade.top : grade.at_least;
    if (stated.length !== 1 || edge === undefined)
      reporter.add('profile.grade-edge', path, { wanted }, { key: true });
    const from =
      edge === undefined
        ? Number.NaN
        : readQuantity(edge, share, (id, args) => reporter.add(id, [...path, wanted], args));
    const inOrder = byRank ? from > before && from <= 1 : from < before;
    if (!Number.isNaN(from) && !inOrder)
      reporter.add('profile.grade-order', [...path, wanted], { id: grade.id, edge: String(edge) });
    before = from;
    return { id: grade.id, name: toText(grade.name ?? grade.id), from, source };
  });
  return { grades, gradeBy: documents.length === 0 ? null : byRank ? 'rank-percent' : 'score' };
}

/** Everything that lists may read, and the causes that they may look for. */
export interface DecisionContext {
  readonly scope: Scope;
  readonly named: Named;
  readonly causes: readonly Cause[];
  readonly reporter: Reporter;
}

export function compileLists(documents: readonly ListDocument[], context: DecisionContext): readonly List[] {
  const { scope, named, reporter } = context;
  reportDuplicates(documents, ['lists'], reporter);
  return documents.flatMap((list, index): List[] => {
    const path = ['lists', index];
    const source = sourceAt(list.source, [...path, 'source'], reporter);
    const rule = compileWhen(list.when, [...path, 'when'], scope, named, reporter);
    const ranking = compileRanking(list, path, scope, named, reporter);
    const diagnose = compileDiagnose(list.diagnose ?? [], [...path, 'diagnose'], context.causes, reporter);
    if (list.diagnose !== undefined && list.kind !== 'referral')
      reporter.add('profile.diagnose-kind', [...path, 'diagnose'], { id: list.id }, { key: true });
    if (rule === null) return [];
    return [
      {
        id: list.id,
        kind: list.kind,
        name: toText(list.name),
        ...rule,
        ...(diagnose.length === 0 ? {} : { diagnose }),
        ...(ranking === undefined ? {} : { ranking }),
        source,
      },
    ];
  });
}

export function compileOffers(
  documents: readonly OfferDocument[],
  { scope, named, reporter }: DecisionContext,
): readonly Offer[] {
  reportDuplicates(documents, ['offers'], reporter);
  return documents.flatMap((offer, index): Offer[] => {
    const path = ['offers', index];
    const source = sourceAt(offer.source, [...path, 'source'], reporter);
    const rule = compileWhen(offer.when, [...path, 'when'], scope, named, reporter);
    const limits = compileLimits(offer, path, scope, reporter);
    const riskShares = compileShares(offer, path, reporter);
    const pool = compilePool(offer, path, reporter);
    if (rule === null) return [];
    return [
      {
        id: offer.id,
        kind: offer.kind,
        name: toText(offer.name),
        provider: offer.provider ?? null,
        ...rule,
        limits,
        limitType: limits[0]?.type ?? null,
        rate: offer.rate ?? null,
        term: offer.term ?? null,
        enhancement: offer.enhancement ?? null,
        riskShares,
        ...(pool === undefined ? {} : { pool }),
        source,
      },
    ];
  });
}

/** Limits are money, all in one currency: the smallest of 1000 万元 and 100 万美元 has no answer here. */
function compileLimits(
  offer: OfferDocument,
  path: Path,
  scope: Scope,
  reporter: Reporter,
): readonly Expression[] {
  if (offer.limit === undefined) return [];
  const several = Array.isArray(offer.limit);
  const stated = Array.isArray(offer.limit) ? offer.limit : [offer.limit];
  const limits: Expression[] = [];
  for (const [index, text] of stated.entries()) {
    const at = several ? [...path, 'limit', index] : [...path, 'limit'];
    const limit = expressionAt(String(text), at, scope, reporter, 'number');
    if (limit === null || limit.type.kind !== 'number') continue;
    const currency = limit.type.money;
    const first = limits[0]?.type;
    if (currency === null) {
      const raw = String(text);
      const suggestion = asMoney(raw, 'CNY') ?? `${raw} 万元`;
      reporter.add('profile.needs-unit', at, { raw, unit: '万元', suggestion });
    } else if (first?.kind === 'number' && first.money !== currency)
      reporter.add('profile.limit-currencies', at, {});
    limits.push(limit);
  }
  return limits;
}

function compileShares(offer: OfferDocument, path: Path, reporter: Reporter): Offer['riskShares'] {
  const stated = Object.entries(offer.risk_shares ?? {});
  if (offer.risk_shares === undefined) return [];
  const at = [...path, 'risk_shares'];
  const shares = stated.map(([bearer, raw]) => {
    const value = readQuantity(raw, share, (id, args) => reporter.add(id, [...at, bearer], args));
    if (value < 0 || value > 1) reporter.add('profile.not-a-share', [...at, bearer], { raw: String(raw) });
    return { bearer, share: value };
  });
  const sum = round10(shares.reduce((total, one) => total + one.share, 0));
  if (Number.isFinite(sum) && sum !== 1)
    reporter.add('profile.shares-sum', at, { percent: round10(sum * 100) }, { key: true });
  return shares;
}

/** A pool warns before it stops. */
function compilePool({ pool }: OfferDocument, path: Path, reporter: Reporter): Offer['pool'] {
  if (pool === undefined) return undefined;
  const read = (key: 'warn' | 'stop') => {
    const at = [...path, 'pool', key];
    const value = readQuantity(pool[key], share, (id, args) => reporter.add(id, at, args));
    if (value < 0 || value > 1) reporter.add('profile.not-a-share', at, { raw: String(pool[key]) });
    return value;
  };
  const [warn, stop] = [read('warn'), read('stop')];
  if (warn >= stop)
    reporter.add('profile.pool-order', [...path, 'pool', 'stop'], {
      warn: String(pool.warn),
      stop: String(pool.stop),
    });
  return { warn, stop };
}
