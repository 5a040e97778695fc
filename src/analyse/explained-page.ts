// Long because it has one small function for each part of a score card, in the order in which they stand on it.
import { addressOf, placeOf, renderFinding } from '../finding/index.js';
import { dispositionText } from '../model/decisions.js';
import type {
  Change,
  Explained,
  ExplainedGroup,
  ExplainedIndicator,
  ExplainedList,
  ExplainedRule,
  Input,
  Verdict,
  WhatIf,
} from '../model/explained.js';
import type { Entry, Page, Section } from '../model/page.js';
import { quantityText } from '../model/quantity-text.js';
import type { Lang } from '../model/text.js';
import { missingWords, notSoughtWords, type PageWords, pageWords, withheldWords } from './page-words.js';
import { whatIfSection } from './what-if-page.js';

/** The words of a page, and how it refers to a source: 出处 [2]. */
interface Voice {
  readonly text: PageWords;
  readonly lang: Lang;
  cite(of: { readonly source: string; readonly assumed: boolean }): string;
}

const lineOf = (title: string): Entry => ({ mark: null, title, figure: '', notes: [] });

/** An explanation in sentences, in the order in which a person asks: how many points, from where, what follows, what would help. */
export function explainedPage(one: Explained, whatIf: WhatIf | null, lang: Lang): Page {
  const text = pageWords[lang];
  const { run, firm } = one;
  const cited: string[] = [];
  const voice: Voice = {
    text,
    lang,
    cite({ source, assumed }) {
      if (!cited.includes(source)) cited.push(source);
      return `${assumed ? text.assumed : text.source} [${cited.indexOf(source) + 1}]`;
    },
  };
  const sections = [
    ...(whatIf === null ? [] : [whatIfSection(one, whatIf, lang)]),
    ...one.groups.map((group) => groupSection(group, one, voice)),
    ruleSection(text.vetoes, one.vetoes, voice),
    ruleSection(text.bypasses, one.bypasses, voice),
    listSection(one, voice),
    causeSection(one, voice),
    offerSection(one, voice),
    adjustmentSection(one, text),
    lossSection(one, text),
    distanceSection(one, voice),
    findingSection(one, voice),
    {
      title: text.sources,
      figure: '',
      entries: cited.map((source, index) => lineOf(`[${index + 1}] ${source}`)),
    },
  ];
  return {
    title: `${firm.name ?? text.noName}  ${firm.id ?? text.noId}`,
    about: [`${run.name}  ${run.profile}  ${run.period}  ${text.asOf} ${run.asOf}`],
    notice: run.status === 'sample' ? text.sample : null,
    facts: factsOf(one, text, lang),
    sections: sections.filter((section) => section.entries.length > 0 || section.figure !== ''),
  };
}

function factsOf(one: Explained, text: PageWords, lang: Lang): Page['facts'] {
  const { stage, rank, grade } = one;
  const facts: Page['facts'][number][] = [
    { label: text.result, value: dispositionText[one.disposition][lang] },
    { label: text.total, value: totalText(one, text, lang) },
  ];
  if (grade !== null) facts.push({ label: text.grade, value: grade.name });
  if (rank !== null)
    facts.push({
      label: text.rank,
      value: `${rank.rank} / ${rank.of}${text.joint}${text.inStage} ${rank.inStage} / ${rank.ofStage}`,
    });
  if (stage !== null) {
    const read = stage.inputs.map((input) => `${input.name} ${input.shown}`).join(text.joint);
    facts.push({
      label: text.stage,
      value: `${stage.name}${text.brackets([stage.rule, read].join(text.joint))}`,
    });
  }
  const places = one.firm.rows.map((row) => placeOf(row, lang));
  facts.push({ label: text.data, value: places.join(text.joint) });
  return facts;
}

/** 32.31 + 17.87 = 50.18: the groups as they count. */
function totalText(one: Explained, text: PageWords, lang: Lang): string {
  if (one.total === null) {
    const why = one.withheld === null ? '' : text.brackets(withheldWords[one.withheld][lang]);
    return `${text.none}${why}`;
  }
  const parts = one.groups.filter(
    (group) => group.points !== null && (group.part === 'base' || group.points !== 0),
  );
  const sum = parts.map(({ part, points }, index) =>
    index === 0
      ? `${part === 'deduction' ? '-' : ''}${points}`
      : `${part === 'deduction' ? '-' : '+'} ${points}`,
  );
  const bonus = parts
    .filter((group) => group.part === 'bonus')
    .reduce((all, group) => all + group.points!, 0);
  const limits = [
    ...(one.bonusCap !== null && bonus > one.bonusCap ? [text.bonusCap(one.bonusCap)] : []),
    ...(one.floor !== null && one.total === one.floor ? [text.floor(one.floor)] : []),
  ];
  const how = sum.length > 1 ? `= ${sum.join(' ')}` : '';
  const said = limits.length > 0 ? text.brackets(limits.join(text.joint)) : '';
  return [String(one.total), how].filter((part) => part !== '').join(' ') + said;
}

function groupSection(group: ExplainedGroup, one: Explained, voice: Voice): Section {
  const { text } = voice;
  const limits = [
    ...(group.cap === null ? [] : [`${text.cap} ${group.cap}`]),
    ...(group.min === null ? [] : [`${text.min} ${group.min}`]),
  ];
  const sign = group.part === 'deduction' && group.points !== null && group.points > 0 ? '-' : '';
  const figure = group.points === null ? '' : `${sign}${group.points}`;
  return {
    title: limits.length === 0 ? group.name : `${group.name}${text.brackets(limits.join(text.joint))}`,
    figure,
    entries:
      one.stage === null && one.disposition === 'rejected'
        ? []
        : group.indicators.map((indicator) => indicatorEntry(indicator, one, voice)),
  };
}

function indicatorEntry(indicator: ExplainedIndicator, one: Explained, { text, lang, cite }: Voice): Entry {
  const { formula, filled, shown, value, missing } = indicator;
  const notes: string[] = [];
  // A figure that is scored as it stands is told with its cell. A name of several words stands in quotes in a formula.
  const alone = formula.replace(/^`([^`]*)`$/, '$1');
  const plain = indicator.inputs.some((input) => input.name === alone);
  const parts = [formula, ...(filled === '' ? [] : [filled]), ...(value === null ? [] : [shown])];
  if (!plain) notes.push(parts.join(' = '));
  if (indicator.applied !== '') notes.push(indicator.applied);
  if (missing !== null) notes.push(missingWords[missing][lang]);
  const cells = indicator.inputs.map((input) => cellText(input, one, lang)).filter((cell) => cell !== '');
  if (cells.length > 0) notes.push(cells.join(text.joint));
  notes.push(cite(indicator));
  const points = indicator.points ?? '-';
  return { mark: null, title: indicator.name, figure: `${points} / ${indicator.weight}`, notes };
}

/** 研发费用 F6; the file and sheet too where they are not those of the firm's first row. */
function cellText({ name, shown, at }: Input, one: Explained, lang: Lang): string {
  const [first] = one.firm.rows;
  if (at === null) return '';
  const near = first !== undefined && first.file === at.file && first.sheet === at.sheet;
  return `${name} ${near ? addressOf(at) : placeOf(at, lang)}${pageWords[lang].colon}${shown}`;
}

const markOf = (verdict: Verdict): 'yes' | 'no' | 'unknown' =>
  verdict === null ? 'unknown' : verdict ? 'yes' : 'no';

const ruleSection = (title: string, rules: readonly ExplainedRule[], voice: Voice): Section => ({
  title,
  figure: '',
  entries: rules.map((rule) => ruleEntry(rule, '', voice)),
});

function ruleEntry(rule: ExplainedRule, figure: string, { text, cite }: Voice): Entry {
  const notes = rule.conditions.map((condition) => {
    const read = condition.read.map(({ name, shown }) => `${name} = ${shown}`);
    const short = condition.shortShown === '' ? [] : [`${text.short} ${condition.shortShown}`];
    return `[${text.verdict[markOf(condition.verdict)]}] ${condition.text}${text.brackets([...read, ...short].join(text.joint))}`;
  });
  return { mark: markOf(rule.holds), title: rule.name, figure, notes: [...notes, cite(rule)] };
}

const listSection = ({ lists }: Explained, voice: Voice): Section => ({
  title: voice.text.lists,
  figure: '',
  entries: lists.map((list) => listEntry(list, voice)),
});

/** On a list that takes the best, who meets every condition may still stand behind its edge: that is told first. */
function listEntry(list: ExplainedList, voice: Voice): Entry {
  const { text } = voice;
  const { place } = list;
  if (place === null) return ruleEntry(list, '', voice);
  const entry = ruleEntry(list, text.place(place.place, place.of), voice);
  const about = [
    ...(place.group === null ? [] : [place.group === '' ? text.noWord : place.group]),
    ...(place.band === null ? [] : [place.band]),
    ...(place.edge < place.of ? [text.edge(place.edge)] : []),
  ];
  return { ...entry, notes: about.length === 0 ? entry.notes : [about.join(text.joint), ...entry.notes] };
}

const causeSection = ({ causes }: Explained, { text, cite }: Voice): Section => ({
  title: text.causes,
  figure: '',
  entries: causes.map((cause) => ({
    mark: cause.known ? null : 'unknown',
    title: cause.text,
    figure: cause.known ? '' : text.toVerify,
    notes: [
      `${text.department}${text.colon}${cause.department}`,
      `${text.remedy}${text.colon}${cause.remedy}`,
      cite(cause),
    ],
  })),
});

const offerSection = ({ offers }: Explained, voice: Voice): Section => ({
  title: voice.text.offers,
  figure: '',
  entries: offers.map((offer) =>
    ruleEntry(
      offer,
      offer.limit === null ? '' : `${voice.text.limit} ${quantityText(offer.limit, offer.unit)[voice.lang]}`,
      voice,
    ),
  ),
});

const adjustmentSection = ({ adjustments }: Explained, text: PageWords): Section => ({
  title: text.adjustments,
  figure: '',
  entries: adjustments.map(({ listName, direction, reason, approver, date }) => ({
    mark: null,
    title: `${text.direction[direction]} ${listName}${text.colon}${reason}`,
    figure: [approver, date ?? ''].filter((part) => part !== '').join(' '),
    notes: [],
  })),
});

const lossSection = ({ losses }: Explained, text: PageWords): Section => ({
  title: text.losses,
  figure: '',
  entries: losses.map(({ name, lost, points, weight }) => ({
    mark: null,
    title: name,
    figure: `-${lost}${text.brackets(`${points} / ${weight}`)}`,
    notes: [],
  })),
});

function distanceSection({ distance }: Explained, { text, lang }: Voice): Section {
  const section = (entries: readonly Entry[]): Section => ({ title: text.distance, figure: '', entries });
  if (distance === null) return section([]);
  if (distance.notSought !== null) return section([lineOf(notSoughtWords[distance.notSought][lang])]);
  if (distance.changes.length === 0) return section([lineOf(text.noChange)]);
  return section([lineOf(text.changes), ...distance.changes.map((change) => changeEntry(change, text))]);
}

function changeEntry(
  { name, from, to, fromShown, toShown, relative, total }: Change,
  text: PageWords,
): Entry {
  const share = `${to > (from ?? 0) ? '+' : '-'}${Math.round(relative * 1000) / 10}%`;
  const how = from === null || from === 0 ? '' : text.brackets(share);
  return {
    mark: null,
    title: `${name}${text.colon}${fromShown} → ${toShown}${how}`,
    figure: total === null ? '' : `${text.total} ${total}`,
    notes: [],
  };
}

const findingSection = ({ findings }: Explained, { text, lang }: Voice): Section => ({
  title: text.findings,
  figure: '',
  entries: findings.map((one) => lineOf(renderFinding(one, lang))),
});
