import { dispositions, dispositionText } from '../model/decisions.js';
import type { Answer } from '../model/feedback.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import type { Voice } from './column.js';

/** What became of a firm at the banks. Money is whole 分, so that sums are exact in any order. */
interface Outcome {
  readonly recommended: boolean;
  readonly answered: boolean;
  readonly credited: boolean;
  readonly drawn: boolean;
  readonly firstLoan: boolean;
  readonly again: boolean;
  readonly credit: number;
  readonly drawing: number;
  /** Σ rate × amount over credits that state both, rates in 10⁻⁶, and the amounts. */
  readonly rated: bigint;
  readonly ratedBy: bigint;
  readonly sessions: number;
  readonly solved: number;
}

/** Counts and sums of a group of firms. */
export interface OutcomeSums {
  readonly firms: number;
  readonly recommended: number;
  readonly answered: number;
  readonly credited: number;
  readonly declined: number;
  readonly drawn: number;
  /** null where no file tells first loans. */
  readonly firstLoans: number | null;
  /** 万元. */
  readonly credit: number;
  readonly drawing: number;
  /** A fraction; null where no credit states both rate and amount. */
  readonly meanRate: number | null;
  readonly sessions: number;
  readonly sessionFirms: number;
  readonly solved: number;
}

export interface OutcomeRow extends OutcomeSums {
  readonly by: 'total' | 'stage' | 'grade' | 'disposition' | 'answer' | 'list';
  readonly group: string;
}

/** As much of a run as outcomes are told of. */
export type OutcomeRun = Pick<Run, 'plan' | 'firms' | 'scores' | 'decisions' | 'feedback'>;

/** 分 of a 万元. */
const fen = 1_000_000;

/**
 * Recommended → credited → drawn, sessions held → solved, as the national figures are told: for all firms, and by stage,
 * grade, disposition and the way to the answer, each of which adds up to all; by list too, where a firm may stand in several rows. Recommended
 * are firms that this run whitelists or refers, and those that a bank answered about. Drawn money is credited money: a
 * product without an answer 已授信 counts what was drawn of it. Cost: a look at each firm and answer.
 */
export function outcomesOf(run: OutcomeRun, voice: Voice): readonly OutcomeRow[] {
  const { plan, firms, scores, decisions } = run;
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const outcomes = outcomeOfEach(run);
  const every = Array.from({ length: firms.count }, (_, firm) => firm);
  const tells = run.feedback?.tellsFirstLoans ?? false;
  const rows: OutcomeRow[] = [];
  const add = (by: OutcomeRow['by'], group: string, of: readonly number[]) =>
    rows.push({ by, group, ...sumOf(of, outcomes, tells) });
  const none = codes ? '' : noneText[lang];
  const partition = (by: OutcomeRow['by'], names: readonly string[], placeOf: (firm: number) => number) => {
    const groups = names.map((): number[] => []);
    const rest: number[] = [];
    for (const firm of every) (groups[placeOf(firm)] ?? rest).push(firm);
    names.forEach((name, index) => {
      add(by, name, groups[index]!);
    });
    if (rest.length > 0) add(by, none, rest);
  };
  add('total', codes ? '' : allText[lang], every);
  if (plan.stages.names.some((name) => name !== ''))
    partition('stage', plan.stages.names, (firm) => scores.stage[firm] ?? -1);
  if (plan.gradeBy !== null)
    partition(
      'grade',
      plan.grades.map((grade) => (codes ? grade.id : grade.name[lang])),
      (firm) => decisions.grade[firm] ?? -1,
    );
  partition(
    'disposition',
    dispositions.map((one) => (codes ? one : dispositionText[one][lang])),
    (firm) => dispositions.indexOf(decisions.disposition[firm]!),
  );
  partition('answer', codes ? answerCodes : answerTexts.map((one) => one[lang]), (firm) => {
    const { answered, again } = outcomes[firm]!;
    return again ? 1 : answered ? 0 : 2;
  });
  plan.lists.forEach((list, index) => {
    const on = every.filter((firm) => decisions.lists[firm]!.includes(index));
    add('list', codes ? list.id : list.name[lang], on);
  });
  return rows;
}

/** The outcomes of all firms of a run. */
export const allOutcomes = (run: OutcomeRun): OutcomeSums =>
  sumOf(
    Array.from({ length: run.firms.count }, (_, firm) => firm),
    outcomeOfEach(run),
    run.feedback?.tellsFirstLoans ?? false,
  );

const allText: Text = { zh: '全部', en: 'all' };
const noneText: Text = { zh: '（无）', en: '(none)' };
/** A firm that was declined and lent to afterwards is what a second recommendation is counted by. */
const answerCodes = ['first', 'after-decline', 'none'] as const;
const answerTexts: readonly Text[] = [
  { zh: '首次推荐的答复', en: 'first recommendation' },
  { zh: '未授信之后获得授信（二次推荐）', en: 'credited after a refusal (second recommendation)' },
  { zh: '银行未反馈', en: 'not answered' },
];

function outcomeOfEach(run: OutcomeRun): readonly Outcome[] {
  const { firms, decisions, feedback } = run;
  const answers = byFirm(feedback?.answers ?? []);
  const sessions = byFirm(feedback?.sessions ?? []);
  return Array.from({ length: firms.count }, (_, firm): Outcome => {
    const said = answers.get(firm) ?? [];
    const held = sessions.get(firm) ?? [];
    const disposition = decisions.disposition[firm];
    const credits = creditsOf(said);
    let [rated, ratedBy] = [0n, 0n];
    for (const { rate, amount } of credits) {
      if (rate === null || amount === null) continue;
      const weight = BigInt(Math.round(amount * fen));
      rated += BigInt(Math.round(rate * 1e6)) * weight;
      ratedBy += weight;
    }
    return {
      recommended: disposition === 'whitelisted' || disposition === 'referred' || said.length > 0,
      answered: said.length > 0,
      credited: said.some((one) => one.result !== 'declined'),
      drawn: said.some(isDrawn),
      again: said.some((one) => one.afterDecline),
      firstLoan: said.some((one) => one.firstLoan === true && one.result !== 'declined'),
      credit: inFen(credits.map((one) => one.amount)),
      drawing: inFen(said.map((one) => one.drawn)),
      rated,
      ratedBy,
      sessions: held.length,
      solved: held.filter((one) => one.solved === true).length,
    };
  });
}

const isDrawn = (one: Answer): boolean => one.result === 'drawn' || (one.drawn ?? 0) > 0;

/** What was credited: by the answers that say so, else by what was drawn of the same product. */
function creditsOf(answers: readonly Answer[]): readonly { amount: number | null; rate: number | null }[] {
  const keyOf = (one: Answer) => JSON.stringify([one.bank, one.product]);
  const stated = answers.filter((one) => one.result === 'credited' || one.credit !== null);
  const known = new Set(stated.map(keyOf));
  return [
    ...stated.map(({ credit, rate }) => ({ amount: credit, rate })),
    ...answers
      .filter((one) => one.result === 'drawn' && !known.has(keyOf(one)))
      .map(({ drawn, rate }) => ({ amount: drawn, rate })),
  ];
}

const inFen = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, one) => sum + Math.round((one ?? 0) * fen), 0);

function byFirm<T extends { readonly firm: number }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) groups.set(one.firm, [...(groups.get(one.firm) ?? []), one]);
  return groups;
}

function sumOf(
  firms: readonly number[],
  outcomes: readonly Outcome[],
  tellsFirstLoans: boolean,
): OutcomeSums {
  const of = firms.map((firm) => outcomes[firm]!);
  const count = (holds: (one: Outcome) => boolean) => of.filter(holds).length;
  const sum = (part: (one: Outcome) => number) => of.reduce((whole, one) => whole + part(one), 0);
  const ratedBy = of.reduce((whole, one) => whole + one.ratedBy, 0n);
  const rated = of.reduce((whole, one) => whole + one.rated, 0n);
  return {
    firms: of.length,
    recommended: count((one) => one.recommended),
    answered: count((one) => one.answered),
    credited: count((one) => one.credited),
    declined: count((one) => one.answered && !one.credited),
    drawn: count((one) => one.drawn),
    firstLoans: tellsFirstLoans ? count((one) => one.firstLoan) : null,
    credit: sum((one) => one.credit) / fen,
    drawing: sum((one) => one.drawing) / fen,
    // To a hundredth of a basis point, half up.
    meanRate: ratedBy === 0n ? null : Number((rated * 2n + ratedBy) / (ratedBy * 2n)) / 1e6,
    sessions: sum((one) => one.sessions),
    sessionFirms: count((one) => one.sessions > 0),
    solved: sum((one) => one.solved),
  };
}
