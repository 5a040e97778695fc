import type { AdjustEffect, Adjustment } from '../model/adjustment.js';
import type { Decisions } from '../model/decisions.js';
import type { Plan } from '../model/plan.js';
import { disposeOf } from './disposition.js';

/** An adjustment as it was asked for; `cannot` where it was seen already that it cannot be done. */
export interface AskedAdjustment extends Omit<Adjustment, 'effect'> {
  readonly cannot: AdjustEffect | null;
}

/**
 * People's decisions over the rules': lists change and dispositions with them; points, grades, ranks and offers stay. Of
 * several rows about one firm and list the latest counts; two that contradict on one day do nothing. A rejected or vetoed
 * firm is put on no list. Pure. Cost: a sort of the rows, and a look at each firm.
 */
export function adjust(
  plan: Plan,
  decisions: Decisions,
  asked: readonly AskedAdjustment[],
): { readonly decisions: Decisions; readonly adjustments: readonly Adjustment[] } {
  const lists = decisions.lists.map((on) => [...on]);
  const effects = asked.map((one) => one.cannot);
  for (const group of groupsOf(asked)) {
    const last = group.at(-1)!;
    const sameDay = group.filter((index) => asked[index]!.date === asked[last]!.date);
    const both = new Set(sameDay.map((index) => asked[index]!.direction)).size > 1;
    for (const index of group) effects[index] = 'superseded';
    if (both) for (const index of sameDay) effects[index] = 'contradiction';
    else effects[last] = move(asked[last]!, lists, decisions);
  }
  const disposition = disposeOf(
    plan,
    Uint8Array.from(decisions.disposition, (one) => (one === 'rejected' ? 0 : 1)),
    Uint8Array.from(decisions.disposition, (one) => (one === 'vetoed' ? 1 : 0)),
    lists,
  );
  const adjustments = asked.map(
    ({ cannot: _, ...one }, index): Adjustment => ({ ...one, effect: effects[index]! }),
  );
  return { decisions: { ...decisions, lists, disposition }, adjustments };
}

/** Rows that can be done, by firm and list, each group in the order of its dates; without a date comes first. */
function groupsOf(asked: readonly AskedAdjustment[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  asked.forEach(({ cannot, firm, list }, index) => {
    if (cannot !== null) return;
    const key = `${firm} ${list}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  const day = (index: number) => asked[index]!.date ?? Number.NEGATIVE_INFINITY;
  const words = (index: number) => JSON.stringify([asked[index]!.reason, asked[index]!.approver]);
  for (const group of groups.values())
    group.sort((a, b) =>
      day(a) === day(b) ? (words(a) < words(b) ? -1 : words(a) > words(b) ? 1 : 0) : day(a) < day(b) ? -1 : 1,
    );
  return [...groups.values()];
}

function move(
  { firm, list, direction }: AskedAdjustment,
  lists: number[][],
  { disposition }: Decisions,
): AdjustEffect {
  if (firm === null || list === null)
    throw new Error('an adjustment without a firm or a list was not refused');
  const on = lists[firm]!;
  const stands = on.includes(list);
  if (direction === 'out') {
    if (!stands) return 'no-change';
    lists[firm] = on.filter((one) => one !== list);
    return 'done';
  }
  const barred = disposition[firm];
  if (barred === 'rejected' || barred === 'vetoed') return barred;
  if (stands) return 'no-change';
  lists[firm] = [...on, list].sort((a, b) => a - b);
  return 'done';
}
