import { mirrored, round10 } from '../../expr/index.js';
import type { Comparison } from '../../model/expr.js';
import type { Against, Judged } from '../../model/judged.js';
import type { Plan } from '../../model/plan.js';
import { quantityText } from '../../model/quantity-text.js';
import type { Lang } from '../../model/text.js';
import { units } from '../../model/unit.js';
import { orderingOf, printRule } from '../../profile/index.js';

const words = {
  zh: {
    joint: '；',
    comma: '、',
    or: ' 或 ',
    short: (what: string, is: string, sign: string, wanted: string, by: string) =>
      `${what} ${is}，要求 ${sign} ${wanted}${by === '' ? '' : `，差 ${by}`}`,
    must: (rule: string) => `要求：${rule}`,
    mustNot: (rule: string) => `要求：非（${rule}）`,
    word: (word: string) => `，现为「${word}」`,
    veto: (text: string, why: string) => `否决：${text}${why === '' ? '' : `（${why}）`}`,
    group: (name: string) => `「${name}」得分`,
    blank: (names: string) => `缺数据：${names}`,
    zeroed: (names: string) => `空白按 0 分：${names}`,
    unverified: (rule: string, names: string) => `未能排除：${rule}（缺 ${names}）`,
    unasked: (names: string) => `直接认定条件未填：${names}`,
    confirmed: (names: string) => `直接认定：${names}`,
  },
  en: {
    joint: '; ',
    comma: ', ',
    or: ' or ',
    short: (what: string, is: string, sign: string, wanted: string, by: string) =>
      `${what} is ${is}, required ${sign} ${wanted}${by === '' ? '' : `, short by ${by}`}`,
    must: (rule: string) => `required: ${rule}`,
    mustNot: (rule: string) => `required: not (${rule})`,
    word: (word: string) => `, is "${word}"`,
    veto: (text: string, why: string) => `veto: ${text}${why === '' ? '' : ` (${why})`}`,
    group: (name: string) => `points of ${name}`,
    blank: (names: string) => `no data: ${names}`,
    zeroed: (names: string) => `blank, counted as 0 points: ${names}`,
    unverified: (rule: string, names: string) => `not ruled out: ${rule} (no data: ${names})`,
    unasked: (names: string) => `blank conditions of direct confirmation: ${names}`,
    confirmed: (names: string) => `confirmed directly: ${names}`,
  },
} as const;

/** What would have to hold instead of an ordering that must not. */
const opposite: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};
const shown: Readonly<Record<Comparison, string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};

/**
 * What a scheme has against a firm, in one line of words: what bars it and by how much, what is blank, what was taken
 * on trust. `lacking` fields are blank for all and are told of the scheme, so only what they leave undecided is said here.
 */
export function sayJudged(
  plan: Plan,
  lang: Lang,
  lacking: ReadonlySet<string>,
): (judged: Judged, errors: readonly string[]) => string {
  const text = words[lang];
  const nameOf = (field: string) => plan.fields.get(field)?.name[lang] ?? field;
  const namesOf = (fields: readonly string[]) => fields.map(nameOf).join(text.comma);
  const own = (fields: readonly string[]) => fields.filter((field) => !lacking.has(field));

  return (judged, errors) => {
    const said: string[] = [...errors];
    const add = (items: readonly string[], say: (names: string) => string) => {
      if (items.length > 0) said.push(say(items.join(text.comma)));
    };
    add(
      judged.confirmedBy.map((bypass) => plan.bypasses[bypass]!.text[lang]),
      text.confirmed,
    );
    for (const { veto, against } of judged.vetoes)
      said.push(
        text.veto(plan.vetoes[veto]!.text[lang], against.map(orderings).filter(Boolean).join(text.joint)),
      );
    for (const { group, points, min } of judged.minimums)
      if (!Number.isNaN(points)) {
        const by = String(round10(min - points));
        said.push(
          text.short(text.group(plan.groups[group]!.name[lang]), String(points), '≥', String(min), by),
        );
      }
    for (const { list, against } of judged.lists) {
      const parts = against.filter(isKnown).map(sayAgainst);
      const several = judged.lists.length > 1 && parts.length > 0;
      said.push(...(several ? [`${plan.lists[list]!.name[lang]}: ${parts.join(text.joint)}`] : parts));
    }
    if (judged.blank.length > 0) said.push(text.blank(namesOf(judged.blank)));
    if (judged.standing !== 'rejected') {
      if (own(judged.zeroed).length > 0) said.push(text.zeroed(namesOf(own(judged.zeroed))));
      const open = judged.unverified.filter(({ blank }) => own(blank).length > 0);
      for (const { veto, blank } of open)
        said.push(text.unverified(plan.vetoes[veto]!.text[lang], namesOf(blank)));
    }
    if (judged.standing === 'not' && own(judged.unasked).length > 0)
      said.push(text.unasked(namesOf(own(judged.unasked))));
    return said.join(text.joint);
  };

  function sayAgainst(one: Against): string {
    if (one.kind === 'any')
      return one.of
        .map((parts) => parts.filter(isKnown).map(sayAgainst).join(text.comma))
        .filter((part) => part !== '')
        .join(text.or);
    const [ordered] = ordering(one);
    if (ordered !== undefined) return ordered;
    const rule = printRule(one.condition, plan, lang);
    const must = one.wanted ? text.must(rule) : text.mustNot(rule);
    return one.word === null ? must : must + text.word(one.word);
  }

  /** Of what a veto reads the orderings of numbers alone: its own text says the rest. */
  function orderings(one: Against): string {
    if (one.kind === 'condition') return ordering(one).join('');
    return one.of
      .map((parts) => parts.map(orderings).filter(Boolean).join(text.comma))
      .filter(Boolean)
      .join(text.or);
  }

  /** 研发费用 / 营业收入 2.9%，要求 ≥ 3%，差 0.1% */
  function ordering(one: Against & { readonly kind: 'condition' }): string[] {
    const order = orderingOf(one.condition.node, plan.fields);
    if (one.sides === null || order === null) return [];
    const { left, right, sign } = one.sides;
    const turned = order.side === 'right';
    const [is, wanted] = turned ? [right, left] : [left, right];
    const read = turned ? mirrored[sign] : sign;
    const show = shownApart(order.unit, is, wanted, lang);
    const must = shown[one.wanted ? read : opposite[read]];
    return [text.short(printRule(order.own, plan, lang), show.is, must, show.wanted, show.by)];
  }
}

const isKnown = (one: Against): boolean =>
  one.kind === 'any' ? one.of.some((parts) => parts.some(isKnown)) : one.known;

/** Decimals that people read; more only where fewer would hide that a figure misses its limit. */
const DECIMALS = 2;
const FINEST = 10;

/** A figure, its limit and the gap ('' for none) in the unit in which the limit is written. */
function shownApart(
  unit: string | null,
  is: number,
  wanted: number,
  lang: Lang,
): { readonly is: string; readonly wanted: string; readonly by: string } {
  const known = unit === null ? undefined : units.get(unit);
  const inUnit = (value: number) => (known === undefined ? value : (value * known.over) / known.times);
  const [own, limit] = [inUnit(is), inUnit(wanted)];
  let digits = DECIMALS;
  const rounded = (value: number) => Number(value.toFixed(digits));
  while (digits < FINEST && own !== limit && rounded(own) === rounded(limit)) digits++;
  const gap = Math.abs(rounded(own) - rounded(limit));
  const show = (value: number) => quantityText(round10(value), unit)[lang];
  return { is: show(rounded(own)), wanted: show(limit), by: gap === 0 ? '' : show(rounded(gap)) };
}
