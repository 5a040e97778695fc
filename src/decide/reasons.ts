import { bindNumber, bindSides } from '../expr/index.js';
import type { Decisions } from '../model/decisions.js';
import type { Frame } from '../model/expr.js';
import type { Firms } from '../model/firms.js';
import type { Condition, NameRead, Plan } from '../model/plan.js';
import type { Diagnosed, Held, Reasons } from '../model/reasons.js';
import type { Scores } from '../model/scores.js';
import { decisionFrame } from './frame.js';
import { outcomesOf } from './outcomes.js';

/** Conditions of one rule: all of them, or those that do not hold. */
interface Bound {
  all(firm: number): readonly Held[];
  missed(firm: number): readonly Held[];
}

/** A rule that was compiled condition by condition. */
interface Ruled {
  readonly conditions?: readonly Condition[];
}

const none: readonly Held[] = [];

/**
 * Why firms are barred, confirmed, stand on lists and have offers, or not, for firms that were decided. Pure. Nothing is reckoned or kept before
 * it is asked for; then the columns that a rule reads are looked up once.
 */
export function reasonsOf(
  firms: Firms,
  plan: Plan,
  scores: Scores,
  decisions: Decisions,
  asOf: number,
): Reasons {
  const frame = decisionFrame(firms, plan, asOf, outcomesOf(plan, scores, decisions, decisions.grade));
  const bound = (rules: readonly Ruled[]) =>
    rules.map(({ conditions = [] }) => once(() => bind(conditions, frame)));
  const [vetoes, bypasses] = [bound(plan.vetoes), bound(plan.bypasses)];
  const [lists, offers] = [bound(plan.lists), bound(plan.offers)];
  const causes = (plan.causes ?? []).map(({ condition }) => once(() => bindOne(condition, frame)));
  return {
    veto: (veto, firm) => vetoes[veto]?.().all(firm) ?? none,
    bypass: (bypass, firm) => bypasses[bypass]?.().all(firm) ?? none,
    list: (list, firm) => lists[list]?.().all(firm) ?? none,
    missed: (list, firm) => lists[list]?.().missed(firm) ?? none,
    offer: (offer, firm) => offers[offer]?.().all(firm) ?? none,
    causes(firm) {
      const asked = new Set(decisions.lists[firm]!.flatMap((list) => plan.lists[list]!.diagnose ?? []));
      return [...asked]
        .sort((a, b) => a - b)
        .flatMap((cause): Diagnosed[] => {
          const one = causes[cause]!();
          const held = one.verdict(firm);
          const known = !Number.isNaN(held);
          if (held === 0 || (!known && plan.causes![cause]!.unknown === 'ignore')) return [];
          return [{ cause, known, held: one.held(firm) }];
        });
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function bind(conditions: readonly Condition[], frame: Frame): Bound {
  const bound = conditions.map((condition) => bindOne(condition, frame));
  return {
    all: (firm) => bound.map((one) => one.held(firm)),
    missed(firm) {
      let missed: Held[] | null = null;
      for (const one of bound) {
        if (one.verdict(firm) === 1) continue;
        missed ??= [];
        missed.push(one.held(firm));
      }
      return missed ?? none;
    },
  };
}

function bindOne(condition: Condition, frame: Frame) {
  const verdict = bindNumber(condition.rule, frame);
  const sides = condition.order === null ? null : bindSides(condition.rule, frame);
  const read = condition.reads.map((name) => bindName(name, frame));
  return {
    verdict,
    held(firm: number): Held {
      const held = verdict(firm);
      return {
        condition,
        verdict: Number.isNaN(held) ? null : held === 1,
        read: read.map((value) => value(firm)),
        sides: sides?.(firm) ?? null,
      };
    },
  };
}

function bindName({ id, kind }: NameRead, frame: Frame): (firm: number) => number | string | null {
  if (kind === 'text') {
    const words = frame.text(id);
    return (firm) => words[firm] ?? null;
  }
  const column = frame.number(id);
  return (firm) => {
    const value = column[firm] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
}
