import type { Lang } from '../../model/text.js';
import type { LoadedProfile } from '../load.js';
import {
  diffParts,
  type FactChange,
  type ProfileChange,
  type ProfileDiff,
  type SourceChange,
} from './change.js';
import { type Fact, type Subject, subjectsOf } from './subjects.js';

/** What a profile says of itself; it gives no points. */
const ofItself: readonly string[] = ['profile', 'name', 'about', 'identifies', 'in_force', 'status', 'lang'];

/**
 * What changed from one profile to another, entry by entry, in words. Both are taken as they come out of loading, so that
 * inheritance, layout, order and ways of writing a figure are no difference. Pure.
 */
export function diffProfiles(a: LoadedProfile, b: LoadedProfile, lang: Lang): ProfileDiff {
  const [before, after] = [byKey(subjectsOf(a, lang)), byKey(subjectsOf(b, lang))];
  const changes: ProfileChange[] = [];
  const sources: SourceChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(key), after.get(key)];
    const facts = changedFacts(from?.facts ?? [], to?.facts ?? [], lang);
    const { part, id, name } = (to ?? from)!;
    const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    if (facts.length > 0 || change !== 'changed') changes.push({ part, id, name, change, facts });
    if (from !== undefined && to !== undefined && from.source !== to.source)
      sources.push({ part, id, name, from: from.source, to: to.source });
  }
  const inOrder = <One extends { readonly part: ProfileChange['part'] }>(all: One[]): One[] =>
    all.sort((one, other) => diffParts.indexOf(one.part) - diffParts.indexOf(other.part));
  return {
    a: a.plan.id,
    b: b.plan.id,
    same: changes.length === 0 && sources.length === 0,
    sameRules: changes.every(givesTheSame),
    changes: inOrder(changes),
    sources: inOrder(sources),
  };
}

const byKey = (subjects: readonly Subject[]): ReadonlyMap<string, Subject> =>
  new Map(subjects.map((subject) => [`${subject.part} ${subject.id}`, subject]));

const givesTheSame = ({ part, facts }: ProfileChange): boolean =>
  part === 'cases' ||
  facts.every(({ what }) => what === 'examples' || (part === 'profile' && ofItself.includes(what)));

function changedFacts(before: readonly Fact[], after: readonly Fact[], lang: Lang): FactChange[] {
  const keyOf = (fact: Fact): string => `${fact.what} ${fact.at}`;
  const [old, fresh] = [before, after].map((facts) => new Map(facts.map((fact) => [keyOf(fact), fact])));
  const keys = new Set([...old!.keys(), ...fresh!.keys()]);
  return [...keys].flatMap((key): FactChange[] => {
    const [from, to] = [old!.get(key), fresh!.get(key)];
    if (from?.key === to?.key) return [];
    const { what, at } = (to ?? from)!;
    // What is told in short (a count of examples) may differ in full.
    const otherwise = from?.text === to?.text ? (lang === 'zh' ? '（内容不同）' : ' (not the same)') : '';
    return [{ what, at, from: from?.text ?? null, to: to === undefined ? null : `${to.text}${otherwise}` }];
  });
}
