// Long because it has one small function for each part of a profile, like show.ts.
import type { Expression } from '../../model/expr.js';
import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import type { ProfileDocument } from '../document/document.js';
import { type SourceDocument, toSource } from '../document/source.js';
import { toText } from '../document/words.js';
import type { LoadedProfile } from '../load.js';
import { printRule, sourceText, unguarded } from '../print-rule.js';
import { flow } from '../starter/flow.js';
import { canonical, canonicalRule } from './canonical.js';
import type { DiffPart } from './change.js';

/** One figure, rule or word: equal keys mean the same, the text is for people. */
export interface Fact {
  readonly what: string;
  readonly at: string;
  readonly key: string;
  readonly text: string;
}

export interface Subject {
  readonly part: DiffPart;
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly source: string | null;
}

/** What is not a fact of an entry: what it is known by, and where it comes from. */
const aside: readonly string[] = ['id', 'source'];
/** Lists of words whose order means nothing. */
const wordLists: readonly string[] = ['aliases', 'not', 'codes', 'blanks', 'accepts'];

/** Told by other functions than the plain one. */
type Own = Readonly<Record<string, (index: number) => readonly Fact[]>>;

interface Entry {
  readonly id: string;
  readonly source?: SourceDocument | undefined;
}

/** Everything that a profile states, entry by entry; nothing of the document is left out. */
export function subjectsOf({ document, plan }: LoadedProfile, lang: Lang): readonly Subject[] {
  const rule = (what: string, expression: Expression): Fact => ({
    what,
    at: '',
    key: canonicalRule(expression),
    text: printRule(expression, plan, lang),
  });
  const all = (part: DiffPart, entries: readonly Entry[], own: Own = {}): Subject[] =>
    entries.map((entry, index) => ({
      part,
      id: entry.id,
      name: nameOf(entry, lang),
      facts: factsOf(entry, index, own, lang),
      source: entry.source === undefined ? null : noteText(entry.source, lang),
    }));
  const one = (part: DiffPart, value: object | undefined, own: Own = {}): Subject[] =>
    value === undefined ? [] : all(part, [{ ...value, id: part }], own);
  const { fields, checks, stages, groups, indicators, bonus, coverage, vetoes, bypass, ...rest } = document;
  const { grades, causes = [], lists, offers, cases, ...head } = rest;
  return [
    ...one('profile', head),
    ...all(
      'fields',
      Object.entries(fields).map(([id, field]) => ({ ...field, id })),
    ),
    ...all('checks', checks, { hold: (index) => [rule('hold', plan.checks[index]!.hold)] }),
    ...one('stages', stages, { by: () => [], cuts: () => [cutsFact(plan, lang)] }),
    ...all('groups', groups),
    ...all('indicators', indicators, {
      value: () => [],
      score: (index) => scoreFacts(index, document, plan, lang, rule),
      weight: () => [],
    }).map((subject, index) => ({ ...subject, facts: [...subject.facts, ...weightFacts(index, plan)] })),
    ...one('bonus', bonus),
    ...one('coverage', coverage),
    ...all('vetoes', vetoes, { bar: (index) => [rule('bar', plan.vetoes[index]!.bar)] }),
    ...all('bypass', bypass, { when: (index) => [rule('when', plan.bypasses[index]!.when)] }),
    ...all('grades', grades),
    ...all('causes', causes, { when: (index) => [rule('when', plan.causes![index]!.condition.rule)] }),
    ...all('lists', lists, { when: (index) => [rule('when', plan.lists[index]!.when)] }),
    ...all('offers', offers, {
      when: (index) => [rule('when', plan.offers[index]!.when)],
      limit: (index) => [limitFact(plan.offers[index]!.limits.map((limit) => rule('limit', limit)))],
    }),
    ...one('cases', cases === undefined ? undefined : { cases }),
  ];
}

const nameOf = (entry: object, lang: Lang): string =>
  'name' in entry ? textOf(entry.name, lang) : 'text' in entry ? textOf(entry.text, lang) : '';

/** A text of a document in one language; '' where there is none. */
const textOf = (text: unknown, lang: Lang): string => (isText(text) ? toText(text)[lang] : '');

const isText = (value: unknown): value is ProfileDocument['name'] =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'zh' in value);

const noteText = (source: SourceDocument, lang: Lang): string => {
  const note = toSource(source);
  return note === null ? flow(source) : sourceText(note, lang);
};

function factsOf(entry: Entry, index: number, own: Own, lang: Lang): readonly Fact[] {
  return Object.entries(entry).flatMap(([what, value]) => {
    if (aside.includes(what) || value === undefined) return [];
    return own[what]?.(index) ?? [plainFact(what, value, lang)];
  });
}

function plainFact(what: string, value: unknown, lang: Lang): Fact {
  if (what === 'examples' || what === 'cases') {
    const count = Array.isArray(value) ? value.length : 0;
    return { what, at: '', key: canonical(value), text: String(count) };
  }
  if (isText(value) && ['name', 'text', 'about'].includes(what))
    return { what, at: '', key: canonical(toText(value)), text: toText(value)[lang] };
  const words = wordLists.includes(what) && Array.isArray(value) ? [...value].sort() : value;
  return { what, at: '', key: canonical(words), text: shown(words, lang) };
}

function shown(value: unknown, lang: Lang): string {
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.join(lang === 'zh' ? '、' : ', ');
  return typeof value === 'object' && value !== null ? flow(value) : String(value);
}

/** The whole order of the cuts is one fact: the first that holds decides. */
function cutsFact(plan: Plan, lang: Lang): Fact {
  const rest = lang === 'zh' ? '其余' : 'the rest';
  const say = (print: (when: Expression) => string) =>
    plan.stages.cuts.map(({ stage, when }) => ({
      name: plan.stages.names[stage]!,
      when: when === null ? rest : print(when),
    }));
  const colon = lang === 'zh' ? '：' : ': ';
  return {
    what: 'cuts',
    at: '',
    key: canonical(say(canonicalRule)),
    text: say((when) => printRule(when, plan, lang))
      .map(({ name, when }) => `${name}${colon}${when}`)
      .join(lang === 'zh' ? '；' : '; '),
  };
}

/** The formula and how its value becomes points; both in one where every kind of firm has a rule of its own. */
function scoreFacts(
  index: number,
  document: ProfileDocument,
  plan: Plan,
  lang: Lang,
  print: (what: string, expression: Expression) => Fact,
): readonly Fact[] {
  const { rule } = plan.indicators[index]!;
  const { value, score } = document.indicators[index]!;
  const key = canonical(score);
  if (rule.kind === 'single' && rule.scorer.method !== 'cases')
    return [print('value', rule.value), { what: 'score', at: '', key, text: rule.scorer.text[lang] }];
  const options = rule.kind === 'single' ? [rule] : rule.options;
  const texts = options.map((option) =>
    option.scorer.method === 'cases'
      ? option.scorer.text[lang]
      : `${printRule(unguarded(option.value), plan, lang)}${lang === 'zh' ? '：' : ': '}${option.scorer.text[lang]}`,
  );
  return [{ what: 'score', at: '', key: `${canonical(value)} ${key}`, text: texts.join(' | ') }];
}

function weightFacts(index: number, { indicators, stages }: Plan): readonly Fact[] {
  const { weight } = indicators[index]!;
  const fact = (points: number, at: string): Fact => ({
    what: 'weight',
    at,
    key: String(points),
    text: String(points),
  });
  return weight.map((points, stage) => fact(points, stages.names[stage] ?? ''));
}

/** The smallest of several holds, so their order means nothing. */
const limitFact = (limits: readonly Fact[]): Fact => ({
  what: 'limit',
  at: '',
  key: limits
    .map((limit) => limit.key)
    .sort()
    .join(' '),
  text: limits.map((limit) => limit.text).join(' / '),
});
