import { dispositionText } from '../model/decisions.js';
import type { Explained, WhatIf } from '../model/explained.js';
import type { Entry, Section } from '../model/page.js';
import type { Lang } from '../model/text.js';
import { pageWords } from './page-words.js';

/** Before and after, line by line, of what a changed figure changes. */
export function whatIfSection(before: Explained, { set, after }: WhatIf, lang: Lang): Section {
  const text = pageWords[lang];
  const figure = set.map(({ name, shown }) => `${name} = ${shown}`).join(text.joint);
  const rows: [string, string, string][] = [
    [text.total, numberOf(before.total), numberOf(after.total)],
    [text.stage, before.stage?.name ?? '-', after.stage?.name ?? '-'],
    [text.grade, before.grade?.name ?? '-', after.grade?.name ?? '-'],
    [text.rank, numberOf(before.rank?.rank ?? null), numberOf(after.rank?.rank ?? null)],
    [text.result, dispositionText[before.disposition][lang], dispositionText[after.disposition][lang]],
    [text.list, namesOf(before.lists, lang), namesOf(after.lists, lang)],
    [text.offer, namesOf(before.offers, lang), namesOf(after.offers, lang)],
  ];
  before.groups.forEach((group, g) => {
    group.indicators.forEach((indicator, i) => {
      const then = after.groups[g]!.indicators[i]!;
      rows.push([indicator.name, pointsOf(indicator), pointsOf(then)]);
    });
  });
  const entries = rows
    .filter(([, was, is]) => was !== is)
    .map(([title, was, is]): Entry => ({ mark: null, title, figure: `${was} → ${is}`, notes: [] }));
  const same: Entry = { mark: null, title: text.unchanged, figure: '', notes: [] };
  return { title: text.whatIf, figure, entries: entries.length > 0 ? entries : [same] };
}

const numberOf = (value: number | null): string => (value === null ? '-' : String(value));

const pointsOf = ({ points, weight }: { readonly points: number | null; readonly weight: number }): string =>
  `${numberOf(points)} / ${weight}`;

function namesOf(
  rules: readonly { readonly name: string; readonly holds: boolean | null }[],
  lang: Lang,
): string {
  const names = rules.filter((rule) => rule.holds === true).map((rule) => rule.name);
  return names.length === 0 ? pageWords[lang].none : names.join(lang === 'zh' ? '、' : ', ');
}
