import { bindNumber, bindText } from '../expr/index.js';
import type { Decisions } from '../model/decisions.js';
import type { Frame } from '../model/expr.js';
import type { Firms } from '../model/firms.js';
import type { Against, Judged } from '../model/judged.js';
import type { Indicator, Plan } from '../model/plan.js';
import type { Scores } from '../model/scores.js';
import { bindAgainst, undecided } from './against.js';
import type { Barred } from './bar.js';
import { decisionFrame } from './frame.js';
import { outcomesOf } from './outcomes.js';

/** What an assessment brought out, to be read as an answer to: is the firm what the whitelist recognises? */
export interface Assessed {
  readonly scores: Scores;
  readonly barred: Barred;
  /** 1 where the firm's data are wrong: an error of its cells, rows or checks. */
  readonly faulty: Uint8Array;
  readonly decisions: Decisions;
}

/**
 * Holds a firm to the whitelists of a plan: it qualifies, or what stands against it and by how much, or which blanks
 * keep it undecided, or its data are wrong. A veto that bars decides whatever is blank; a blank that keeps points away
 * leaves a firm undecided even where no points could save it. Rules are bound once. Pure. Cost: rules a firm asked.
 */
export function judge(
  firms: Firms,
  plan: Plan,
  { scores, barred, faulty, decisions }: Assessed,
  asOf: number,
): (firm: number) => Judged {
  const frame = decisionFrame(firms, plan, asOf, outcomesOf(plan, scores, decisions, decisions.grade));
  const blankOf = blanksIn(firms, plan);
  const vetoes = plan.vetoes.map(({ bar }) => bindAgainst(bar, frame, false));
  const bypasses = plan.bypasses.map(({ when }) => ({ holds: bindNumber(when, frame), reads: when.reads }));
  const lists = plan.lists.flatMap((list, index) =>
    list.kind === 'whitelist' ? [{ index, against: bindAgainst(list.when, frame, true) }] : [],
  );
  const lackingOf = bindLacking(plan, frame);
  const fieldsOf = namesToFields(plan);

  return (firm) => {
    const against = vetoes.map((one) => one(firm));
    const isBarred = (veto: number) => barred.vetoes[firm]!.includes(veto);
    const scored = scores.scored[firm] === 1;
    const confirmed = scored && scores.withheld[firm] === 'bypass';
    const told = {
      confirmedBy: confirmed ? bypasses.flatMap(({ holds }, i) => (holds(firm) === 1 ? [i] : [])) : [],
      vetoes: against.flatMap((one, veto) => (isBarred(veto) ? [{ veto, against: one }] : [])),
      minimums: scored && !confirmed ? minimumsOf(plan, scores, firm) : [],
      lists: [] as { list: number; against: readonly Against[] }[],
      blank: [] as readonly string[],
      zeroed:
        scored && !confirmed ? unique(lackingOf(firm, 'zero').flatMap((one) => blankOf(one, firm))) : [],
      unverified: against.flatMap((one, veto) => {
        const blank = one.length > 0 && !isBarred(veto) ? blankOf(undecided(one), firm) : [];
        return blank.length > 0 ? [{ veto, blank }] : [];
      }),
      unasked: unique(
        bypasses.flatMap(({ holds, reads }) =>
          Number.isNaN(holds(firm)) && !confirmed ? blankOf(reads, firm) : [],
        ),
      ),
    };
    if (faulty[firm] === 1) return { ...told, standing: 'rejected' };
    const held = scored ? lists.map((one) => ({ list: one.index, against: one.against(firm) })) : [];
    const open = held.filter((one) => one.against.length > 0);
    if (barred.mask[firm] === 1) return { ...told, lists: open, standing: 'not' };
    if (!scored) {
      const blank = blanksThatClose(firm, against);
      return { ...told, blank, unverified: [], standing: blank.length > 0 ? 'unknown' : 'rejected' };
    }
    if (decisions.disposition[firm] === 'whitelisted') return { ...told, standing: 'qualifies' };
    // A sum that is not known is no sum below the minimum.
    const short = told.minimums.some(({ points }) => !Number.isNaN(points));
    const failed = short || held.every((one) => isFalse(one.against));
    const reads = open.flatMap((one) => undecided(one.against)).flatMap(fieldsOf);
    const blank = failed ? [] : blankOf(reads, firm);
    return { ...told, lists: open, blank, standing: failed ? 'not' : 'unknown' };
  };

  /** Why a firm whose data are sound has no points: vetoes that must be ruled out, its stage, indicators without a value. */
  function blanksThatClose(firm: number, against: readonly (readonly Against[])[]): readonly string[] {
    const vetoReads = plan.vetoes.flatMap(({ unknown }, i) =>
      unknown === 'reject' ? undecided(against[i]!) : [],
    );
    const stageReads =
      scores.stage[firm] === -1 ? plan.stages.cuts.flatMap((cut) => cut.when?.reads ?? []) : [];
    return unique(blankOf([...vetoReads, ...stageReads, ...lackingOf(firm, 'finding').flat()], firm));
  }
}

/** Known to be false: whatever is blank, it stays so. */
const isFalse = (against: readonly Against[]): boolean =>
  against.some((one) => (one.kind === 'any' ? one.of.every(isFalse) : one.known));

function minimumsOf(plan: Plan, scores: Scores, firm: number): Judged['minimums'] {
  return plan.groups.flatMap(({ min }, group) => {
    const points = scores.groups[group]![firm]!;
    return min === null || points >= min ? [] : [{ group, points, min }];
  });
}

/** The fields among the names that are blank for a firm, in order of appearance. */
function blanksIn(firms: Firms, plan: Plan): (names: readonly string[], firm: number) => readonly string[] {
  return (names, firm) =>
    unique(names).filter((name) => {
      if (!plan.fields.has(name)) return false;
      const numbers = firms.numbers.get(name);
      return numbers ? Number.isNaN(numbers[firm]) : (firms.texts.get(name)?.[firm] ?? null) === null;
    });
}

/** By firm and policy: what each indicator without a value reads. Only base groups: a bonus is extra. */
function bindLacking(
  plan: Plan,
  frame: Frame,
): (firm: number, policy: Indicator['missing']) => readonly (readonly string[])[] {
  const bound = plan.indicators.flatMap((indicator) => {
    if (plan.groups[indicator.group]!.part === 'bonus' || indicator.weight.every((one) => one === 0))
      return [];
    const { rule } = indicator;
    const values = rule.kind === 'single' ? [rule.value] : rule.options.map((option) => option.value);
    const isNull = values.map((value) => {
      if (value.type.kind === 'text') {
        const text = bindText(value, frame);
        return (firm: number) => text(firm) === null;
      }
      const number = bindNumber(value, frame);
      return (firm: number) => Number.isNaN(number(firm));
    });
    return [{ policy: indicator.missing, isNull, reads: values.flatMap((value) => value.reads) }];
  });
  return (firm, policy) =>
    bound.flatMap((one) =>
      one.policy === policy && one.isNull.every((isNull) => isNull(firm)) ? [one.reads] : [],
    );
}

/** A field, or the fields behind a total, a group's sum or an indicator's points. */
function namesToFields(plan: Plan): (name: string) => readonly string[] {
  const reads = plan.indicators.map(({ rule }) =>
    rule.kind === 'single' ? rule.value.reads : rule.options.flatMap((option) => option.value.reads),
  );
  return (name) => {
    if (plan.fields.has(name)) return [name];
    const of = plan.indicators.flatMap(({ id, group }, index) =>
      name === 'total' || name === `points_${id}` || name === `group_${plan.groups[group]!.id}`
        ? reads[index]!
        : [],
    );
    return unique(of);
  };
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];
