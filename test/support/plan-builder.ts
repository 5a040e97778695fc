import { bareField } from '../../src/match/index.js';
import type { Expression, Scope, Type } from '../../src/model/expr.js';
import type { Field, FieldType } from '../../src/model/field.js';
import type {
  Check,
  Cohort,
  Grade,
  Group,
  Indicator,
  List,
  Offer,
  Plan,
  Scorer,
  Veto,
} from '../../src/model/plan.js';
import type { Text } from '../../src/model/text.js';
import { expressionOf } from './expression.js';

const text = (zh: string): Text => ({ zh, en: zh });
const source = { assumed: true, reason: '测试' } as const;

const field = (id: string, zh: string, type: FieldType, unit: string | null = null): Field => ({
  ...bareField(id, text(zh), type),
  unit,
  currency: unit === '万元' ? 'CNY' : null,
});

/** The fields that every plan of the tests knows. */
const fields: ReadonlyMap<string, Field> = new Map(
  [
    field('revenue', '营业收入', 'number', '万元'),
    field('revenue_prior', '上年营业收入', 'number', '万元'),
    field('rd_expense', '研发费用', 'number', '万元'),
    field('cost', '成本费用', 'number', '万元'),
    field('debt_ratio', '资产负债率', 'number', '%'),
    field('employees', '职工总数', 'number', '人'),
    field('patents', '发明专利', 'number', '件'),
    field('prizes', '科技奖励', 'number', '项'),
    field('accidents', '安全事故', 'number'),
    field('founded', '成立日期', 'date'),
    field('dishonest', '是否失信', 'boolean'),
    field('authorised', '企业授权', 'boolean'),
    field('lab_level', '研发机构级别', 'text'),
  ].map((one) => [one.id, one]),
);

const plain: Type = { kind: 'number', money: null };
const decided: Readonly<Record<string, Type>> = {
  total: plain,
  stage: { kind: 'text' },
  grade: { kind: 'text' },
  rank: plain,
  rank_percent: plain,
  rank_in_stage: plain,
  rank_percent_in_stage: plain,
};

const typeOf = (one: Field): Type =>
  one.type === 'number' ? { kind: 'number', money: one.currency } : { kind: one.type };

/** Fields by id, `as_of`, and what decisions read. */
const scope: Scope = {
  lookup(name) {
    const known = fields.get(name);
    if (known) return { id: name, type: typeOf(known) };
    if (name === 'as_of') return { id: name, type: { kind: 'date' } };
    if (decided[name]) return { id: name, type: decided[name] };
    return /^(points|group)_/.test(name) ? { id: name, type: plain } : null;
  },
  names: [...fields.keys()],
};

export const expr = (source: string): Expression => expressionOf(source, scope);

const scorer = (method: string, parts: Partial<Scorer> & Pick<Scorer, 'top' | 'points'>): Scorer => ({
  method,
  input: 'number',
  cohort: null,
  explain: () => method,
  text: text(method),
  ...parts,
});

/** A share of the weight: none at 0, all at `full`. */
export const linear = (full: number): Scorer =>
  scorer('linear', { top: 1, points: (value) => Math.min(1, Math.max(0, Number(value) / full)) });

/** The first band whose lower edge the value reaches, best first. */
export const bands = (...steps: readonly (readonly [atLeast: number, points: number])[]): Scorer =>
  scorer('bands', {
    top: Math.max(...steps.map(([, points]) => points)),
    points: (value) => steps.find(([atLeast]) => Number(value) >= atLeast)?.[1] ?? 0,
  });

/** The points are the value itself, of so many. */
export const mark = (of: number): Scorer => scorer('mark', { top: of, points: Number });

export const lookup = (words: Readonly<Record<string, number>>): Scorer =>
  scorer('lookup', {
    top: Math.max(...Object.values(words)),
    input: 'text',
    points: (word) => words[word] ?? Number.NaN,
  });

/** (firms below)/(n − 1), ties share. */
export const percentile = (within: 'all' | 'stage', least: number): Scorer =>
  scorer('rank', {
    top: 1,
    cohort: { within, least, higher: true },
    points: (value, cohort: Cohort | null) => {
      if (cohort === null) throw new Error('a relative method was asked without its cohort');
      const below = cohort.values.filter((one) => one < Number(value)).length;
      return Math.min(1, below / (cohort.values.length - 1));
    },
  });

export interface IndicatorPart {
  readonly id: string;
  readonly name?: string;
  /** Id of its group; the first one unless told. */
  readonly group?: string;
  readonly value?: string;
  readonly scorer?: Scorer;
  readonly bestOf?: readonly { readonly id: string; readonly value: string; readonly scorer: Scorer }[];
  /** For all stages, or by stage; the method's top unless told. */
  readonly weight?: number | readonly number[];
  readonly missing?: Indicator['missing'];
}

export interface PlanParts {
  readonly stages?: {
    readonly names: readonly string[];
    readonly cuts: readonly (readonly [when: string | null, stage: string])[];
  };
  readonly groups?: readonly (Partial<Group> & Pick<Group, 'id'>)[];
  readonly indicators?: readonly IndicatorPart[];
  readonly bypasses?: Plan['bypasses'];
  readonly checks?: readonly (Pick<Check, 'id' | 'severity'> & { readonly hold: string })[];
  readonly vetoes?: readonly (Pick<Veto, 'id' | 'unknown'> & { readonly bar: string })[];
  readonly grades?: readonly (readonly [id: string, from: number])[];
  readonly gradeBy?: Plan['gradeBy'];
  readonly lists?: readonly (Pick<List, 'id' | 'kind'> & { readonly when: string })[];
  readonly offers?: readonly {
    readonly id: string;
    readonly when: string;
    readonly limits: readonly string[];
  }[];
  readonly decimals?: number;
  readonly floor?: number | null;
  readonly bonusCap?: number | null;
  readonly coverage?: number | null;
  readonly scored?: boolean;
}

/** The smallest plan that shows the point: one stage, one base group, two decimals, unless told. */
export function planOf(parts: PlanParts): Plan {
  const stages = parts.stages ?? { names: [''], cuts: [] };
  const groups = (parts.groups ?? [{ id: 'innovation' }]).map(
    (one): Group => ({ name: text(one.id), part: 'base', cap: null, min: null, ...one }),
  );
  const grades = (parts.grades ?? []).map(([id, from]): Grade => ({ id, name: text(id), from }));
  return {
    id: 'test-zone-2025',
    name: text('测试高新区'),
    about: null,
    status: 'sample',
    lang: 'zh',
    scale: null,
    decimals: parts.decimals ?? 2,
    floor: parts.floor === undefined ? 0 : parts.floor,
    hash: '',
    fields,
    reads: [],
    idField: 'uscc',
    nameField: null,
    periodField: null,
    statusField: null,
    identity: { checkCharacter: 'warning', accepts: ['uscc'] },
    blanks: [],
    stages: {
      names: stages.names,
      by: null,
      cuts: stages.cuts.map(([when, stage]) => ({
        stage: stages.names.indexOf(stage),
        when: when === null ? null : expr(when),
      })),
    },
    groups,
    indicators: (parts.indicators ?? []).map((one) => indicatorOf(one, groups, stages.names.length)),
    bonusCap: parts.bonusCap ?? null,
    coverage: parts.coverage ?? null,
    bypasses: parts.bypasses ?? [],
    checks: (parts.checks ?? []).map((one) => ({
      ...one,
      text: text(one.id),
      hold: expr(one.hold),
      source,
    })),
    vetoes: (parts.vetoes ?? []).map((one) => ({ ...one, text: text(one.id), bar: expr(one.bar), source })),
    scored: parts.scored ?? true,
    grades,
    gradeBy: parts.gradeBy ?? (grades.length > 0 ? 'score' : null),
    lists: (parts.lists ?? []).map((one) => ({ ...one, name: text(one.id), when: expr(one.when), source })),
    offers: (parts.offers ?? []).map(
      (one): Offer => ({
        id: one.id,
        kind: 'loan',
        name: text(one.id),
        provider: null,
        when: expr(one.when),
        limits: one.limits.map(expr),
        limitType: null,
        rate: null,
        term: null,
        enhancement: null,
        riskShares: [],
        source,
      }),
    ),
    listColumns: [],
  };
}

function indicatorOf(part: IndicatorPart, groups: readonly Group[], stages: number): Indicator {
  const options = (part.bestOf ?? []).map(({ id, value, scorer }) => ({ id, value: expr(value), scorer }));
  const single = part.scorer ?? mark(100);
  const top = options[0]?.scorer.top ?? single.top;
  const weight = part.weight ?? top;
  return {
    id: part.id,
    name: text(part.name ?? part.id),
    group: part.group === undefined ? 0 : groups.findIndex((group) => group.id === part.group),
    weight: typeof weight === 'number' ? new Array<number>(stages).fill(weight) : weight,
    rule:
      options.length > 0
        ? { kind: 'best-of', options }
        : { kind: 'single', value: expr(part.value ?? part.id), scorer: single },
    missing: part.missing ?? 'zero',
    unit: null,
    source,
  };
}
