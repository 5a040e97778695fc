import type { Run } from '../model/run.js';
import { compareOrBlank, compareText } from '../model/text-order.js';
import { findingsOf } from './findings-of.js';

export const compareNumbers = (a: number, b: number): number => a - b;

const orders = new WeakMap<object, readonly number[]>();

/** The order of `sortFirms`, reckoned once for all reports of a run. */
export function orderFirms(run: Pick<Run, 'firms' | 'findings'>): readonly number[] {
  const known = orders.get(run) ?? sortFirms(run);
  orders.set(run, known);
  return known;
}

/**
 * All firms by id, then name, those without last. Firms that are equal in both (rows without a usable id) follow by what
 * was read and found, and only then by position, so that shuffled rows come out in the same order.
 */
function sortFirms(run: Pick<Run, 'firms' | 'findings'>): number[] {
  const { firms } = run;
  const contents = new Map<number, string>();
  const findings = findingsOf(run);
  const contentOf = (firm: number): string => {
    const known = contents.get(firm);
    if (known !== undefined) return known;
    const values: unknown[] = [];
    for (const column of firms.numbers.values()) values.push(column[firm]);
    for (const column of firms.texts.values()) values.push(column[firm]);
    const said = findings(firm).map((one) => JSON.stringify([one.id, one.args]));
    const content = JSON.stringify([values, said.sort(compareText)]);
    contents.set(firm, content);
    return content;
  };
  return Array.from({ length: firms.count }, (_, firm) => firm).sort(
    (a, b) =>
      compareOrBlank(firms.ids[a] ?? null, firms.ids[b] ?? null) ||
      compareOrBlank(firms.names[a] ?? null, firms.names[b] ?? null) ||
      compareText(contentOf(a), contentOf(b)) ||
      a - b,
  );
}
