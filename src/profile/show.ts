// Long because it has one small function for each part of a profile, in the order in which a firm meets them.
import type { Indicator, PlaceEdge, Plan, Ranking } from '../model/plan.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang, Text } from '../model/text.js';
import { showerOf } from './compile/show-value.js';
import { type SourceDocument, toSource } from './document/source.js';
import type { LoadedProfile } from './load.js';
import { printRule as print, sourceText, unguarded } from './print-rule.js';

export type ProfilePart =
  | 'stage'
  | 'group'
  | 'indicator'
  | 'bonus'
  | 'coverage'
  | 'check'
  | 'veto'
  | 'bypass'
  | 'grade'
  | 'cause'
  | 'list'
  | 'offer';

/** One figure or rule, as a line for people. */
export interface ProfileRow {
  readonly part: ProfilePart;
  readonly id: string;
  readonly name: string;
  /** The condition, or how a value becomes points. */
  readonly rule: string;
  /** Weights by stage, limits, minima; '' where there are none. */
  readonly figures: string;
  /** What becomes of a firm of which it is not known, or for which a check does not hold; '' where that does not arise. */
  readonly unknown: string;
  readonly source: string;
  /** True where no public text gives the figure. */
  readonly assumed: boolean;
}

export interface ProfileView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly status: 'official' | 'sample';
  readonly inForce: { readonly from: string; readonly to: string | null };
  /** null: weights are not checked against a total. */
  readonly scale: number | null;
  readonly rows: readonly ProfileRow[];
}

/** Everything a profile states, each figure with its source, in the order in which a firm meets it. */
export function showProfile(loaded: LoadedProfile, lang: Lang): ProfileView {
  const { plan, document } = loaded;
  const { from, to = null } = document.in_force;
  return {
    id: plan.id,
    name: plan.name[lang],
    about: plan.about?.[lang] ?? '',
    status: plan.status,
    inForce: { from, to },
    scale: plan.scale,
    rows: [
      ...stageRows(loaded, lang),
      ...groupRows(loaded, lang),
      ...plan.indicators.map((one) => indicatorRow(one, plan, lang)),
      ...bonusRows(loaded, lang),
      ...checkRows(plan, lang),
      ...vetoRows(plan, lang),
      ...bypassRows(plan, lang),
      ...gradeRows(loaded, lang),
      ...causeRows(plan, lang),
      ...listRows(plan, lang),
      ...offerRows(plan, lang),
    ],
  };
}

const words = {
  rest: { zh: '其余', en: 'the rest' },
  cap: { zh: '最高', en: 'at most' },
  min: { zh: '最低', en: 'at least' },
  bonusCap: { zh: '加分上限', en: 'Cap of all bonus' },
  coverage: { zh: '可计分的最低数据比例', en: 'Least share of data for a total' },
  top: { zh: '名次前', en: 'first' },
  zero: { zh: '缺失记 0 分', en: 'missing earns 0' },
  finding: { zh: '缺失退回补充', en: 'missing is an error' },
  reweight: { zh: '缺失则放大其余权重', en: 'missing reweights the others' },
  'pass-with-warning': { zh: '查不到时放行并提示', en: 'unknown passes with a warning' },
  veto: { zh: '查不到时否决', en: 'unknown is barred' },
  reject: { zh: '查不到时退回补充', en: 'unknown is an error' },
  by: { zh: '分组', en: 'within each' },
  tell: { zh: '查不到时列为待核实', en: 'unknown is to be verified' },
  ignore: { zh: '查不到时不列', en: 'unknown is passed over' },
  warn: { zh: '不良率预警', en: 'pool warns at' },
  stop: { zh: '熔断', en: 'stops at' },
  broken: {
    zh: '不符时退回改正（只在方案用到这些字段时，否则提示）',
    en: 'an error where it does not hold and the profile scores these fields, else a warning',
  },
  doubted: { zh: '不符时提示', en: 'a warning where it does not hold' },
} as const satisfies Record<string, Text>;

const row = (
  part: ProfilePart,
  id: string,
  name: string,
  source: SourceNote,
  lang: Lang,
  more: Partial<ProfileRow>,
): ProfileRow => ({
  part,
  id,
  name,
  rule: '',
  figures: '',
  unknown: '',
  source: sourceText(source, lang),
  assumed: 'assumed' in source,
  ...more,
});

/** The note of a part that stands only in the document; checked when it was loaded. */
const noted = (source: SourceDocument | undefined): SourceNote =>
  (source === undefined ? null : toSource(source)) ?? { assumed: true, reason: '' };

function stageRows({ plan, document }: LoadedProfile, lang: Lang): readonly ProfileRow[] {
  return plan.stages.cuts.map((cut) => {
    const name = plan.stages.names[cut.stage] ?? '';
    const rule = cut.when === null ? words.rest[lang] : print(cut.when, plan, lang);
    return row('stage', name, name, noted(document.stages?.source), lang, { rule });
  });
}

function groupRows({ plan, document }: LoadedProfile, lang: Lang): readonly ProfileRow[] {
  return plan.groups.flatMap((group, index) => {
    const figures = [
      group.cap === null ? '' : `${words.cap[lang]} ${group.cap}`,
      group.min === null ? '' : `${words.min[lang]} ${group.min}`,
    ].filter((figure) => figure !== '');
    if (figures.length === 0) return [];
    return [
      row('group', group.id, group.name[lang], noted(document.groups[index]?.source), lang, {
        figures: figures.join(', '),
      }),
    ];
  });
}

function indicatorRow(one: Indicator, plan: Plan, lang: Lang): ProfileRow {
  const parts = one.rule.kind === 'single' ? [one.rule] : one.rule.options;
  const colon = lang === 'zh' ? '：' : ': ';
  const rule = parts
    .map(({ value, scorer }) =>
      // Its conditions are its rule; the chain that is run says the same at length.
      scorer.method === 'cases'
        ? scorer.text[lang]
        : `${print(unguarded(value), plan, lang)}${colon}${scorer.text[lang]}`,
    )
    .join(' | ');
  const same = new Set(one.weight).size === 1;
  const figures = same
    ? String(one.weight[0])
    : one.weight.map((weight, stage) => `${plan.stages.names[stage]} ${weight}`).join(', ');
  const group = plan.groups[one.group]?.name[lang] ?? '';
  return row('indicator', one.id, `${group} / ${one.name[lang]}`, one.source, lang, {
    rule,
    figures,
    unknown: words[one.missing][lang],
  });
}

function bonusRows({ plan, document }: LoadedProfile, lang: Lang): readonly ProfileRow[] {
  const { bonus, coverage } = document;
  const rows: ProfileRow[] = [];
  if (bonus !== undefined)
    rows.push(
      row('bonus', 'bonus', words.bonusCap[lang], noted(bonus.source), lang, { figures: String(bonus.cap) }),
    );
  if (coverage !== undefined) {
    rows.push(
      row('coverage', 'coverage', words.coverage[lang], noted(coverage.source), lang, {
        figures: percent(plan.coverage ?? 0),
      }),
    );
  }
  return rows;
}

const checkRows = (plan: Plan, lang: Lang): readonly ProfileRow[] =>
  plan.checks.map((check) =>
    row('check', check.id, check.text[lang], check.source, lang, {
      rule: print(check.hold, plan, lang),
      unknown: words[check.severity === 'error' ? 'broken' : 'doubted'][lang],
    }),
  );

const vetoRows = (plan: Plan, lang: Lang): readonly ProfileRow[] =>
  plan.vetoes.map((veto) =>
    row('veto', veto.id, veto.text[lang], veto.source, lang, {
      rule: print(veto.bar, plan, lang),
      unknown: words[veto.unknown][lang],
    }),
  );

const bypassRows = (plan: Plan, lang: Lang): readonly ProfileRow[] =>
  plan.bypasses.map((bypass) =>
    row('bypass', bypass.id, bypass.text[lang], bypass.source, lang, {
      rule: print(bypass.when, plan, lang),
    }),
  );

function gradeRows({ plan, document }: LoadedProfile, lang: Lang): readonly ProfileRow[] {
  return plan.grades.map((grade, index) => {
    const figures =
      plan.gradeBy === 'score' ? `≥ ${grade.from}` : `${words.top[lang]} ${percent(grade.from)}`;
    return row('grade', grade.id, grade.name[lang], noted(document.grades[index]?.source), lang, { figures });
  });
}

const causeRows = (plan: Plan, lang: Lang): readonly ProfileRow[] =>
  (plan.causes ?? []).map(({ id, condition, department, remedy, unknown, source }) =>
    row('cause', id, condition.text[lang], source, lang, {
      rule: print(condition.rule, plan, lang),
      figures: `${department[lang]}${lang === 'zh' ? '：' : ': '}${remedy[lang]}`,
      unknown: words[unknown][lang],
    }),
  );

const listRows = (plan: Plan, lang: Lang): readonly ProfileRow[] =>
  plan.lists.map((list) =>
    row('list', list.id, list.name[lang], list.source, lang, {
      rule: print(list.when, plan, lang),
      figures: list.ranking === undefined ? '' : rankingText(list.ranking, lang),
    }),
  );

/** 名次前 5% 领跑榜, 10% 竞跑榜, 分组 阶段 */
function rankingText({ by, top, bands }: Ranking, lang: Lang): string {
  const edge = (one: PlaceEdge) => (one.kind === 'count' ? String(one.count) : percent(one.share));
  const edges = bands.map((band) => `${edge(band.top)} ${band.name[lang]}`);
  const last = bands.at(-1)?.top;
  if (top !== null && (last === undefined || edge(last) !== edge(top))) edges.push(edge(top));
  return [
    ...(edges.length === 0 ? [] : [`${words.top[lang]} ${edges.join(', ')}`]),
    ...(by === null ? [] : [`${words.by[lang]} ${by.name[lang]}`]),
  ].join(', ');
}

function offerRows(plan: Plan, lang: Lang): readonly ProfileRow[] {
  return plan.offers.map((offer) => {
    const limits = offer.limits.map((limit) => print(limit, plan, lang));
    const shares = offer.riskShares.map((one) => `${one.bearer} ${percent(one.share)}`);
    const figures = [
      limits.length === 0 ? '' : `${words.cap[lang]} ${limits.join(' / ')}`,
      offer.rate ?? '',
      offer.term ?? '',
      shares.join(' '),
      offer.pool === undefined
        ? ''
        : `${words.warn[lang]} ${percent(offer.pool.warn)}, ${words.stop[lang]} ${percent(offer.pool.stop)}`,
    ];
    const provider =
      offer.provider === null ? '' : lang === 'zh' ? `（${offer.provider}）` : ` (${offer.provider})`;
    const name = `${offer.name[lang]}${provider}`;
    return row('offer', offer.id, name, offer.source, lang, {
      rule: print(offer.when, plan, lang),
      figures: figures.filter((figure) => figure !== '').join(', '),
    });
  });
}

const percent = (share: number): string => showerOf('%')(share).zh;
