import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../src/expr/index.js';
import { renderFinding } from '../../src/finding/index.js';
import type { Indicator, Plan, Scorer } from '../../src/model/plan.js';
import {
  type LoadedProfile,
  listProfiles,
  loadProfile,
  runExamples,
  showProfile,
} from '../../src/profile/index.js';

const shipped = [fileURLToPath(new URL('../../profiles', import.meta.url))];
const ids = listProfiles(shipped).map((one) => one.id);

describe.each(ids)('%s', (id) => {
  const loaded = loadProfile(id, shipped);
  const { results, findings } = runExamples(loaded);

  test('loads without a remark', () => {
    expect(loaded.findings).toEqual([]);
  });

  test('holds all its examples', () => {
    expect(findings.map((one) => renderFinding(one, 'zh'))).toEqual([]);
  });

  test('gives an example of every indicator', () => {
    expect(new Set(results.map((one) => one.indicator))).toEqual(
      new Set(loaded.plan.indicators.map((one) => one.id)),
    );
  });

  test('weighs to its scale in every stage, bonus and deductions aside', () => {
    const { plan } = loaded;
    const sums = plan.stages.names.map((_, stage) => baseOf(loaded.plan, stage));
    expect(new Set(sums)).toEqual(new Set([plan.scored ? plan.scale : 0]));
  });

  test('says what it is for in both languages', () => {
    const { plan } = loaded;
    expect(plan.about?.zh).toBeTruthy();
    expect(plan.about?.en).not.toBe(plan.about?.zh);
    expect(plan.indicators.every((one) => one.name.en !== one.name.zh)).toBe(true);
  });

  test('is no official profile if it assumes any figure', () => {
    const { status } = loaded.plan;
    const assumed = showProfile(loaded, 'zh').rows.filter((row) => row.assumed && row.part !== 'check');
    if (status === 'official') expect(assumed).toEqual([]);
    expect(id).toMatch(/-20\d\d$/);
  });

  // At it, just below, just above: in an official table that is the least, in the others as good.
  test('has examples around every edge of its bands', () => {
    expect(edgesWithout(loaded)).toEqual([]);
  });
});

function baseOf(plan: Plan, stage: number): number {
  const sums = plan.groups.map((group, index) => {
    const own = plan.indicators.filter((one) => one.group === index);
    const sum = own.reduce((all, one) => all + one.weight[stage]!, 0);
    return group.part === 'base' ? Math.min(group.cap ?? sum, sum) : 0;
  });
  return Number(sums.reduce((all, sum) => all + sum, 0).toFixed(10));
}

type Bands = { readonly [key: string]: unknown };

/** The edges of bands that no example stands on, or with no example just beside them (within a hundredth of the edge or 1). */
function edgesWithout(loaded: LoadedProfile): readonly string[] {
  return loaded.plan.indicators.flatMap(({ id, rule }, index) => {
    const { score } = loaded.document.indicators[index]!;
    const parts = rule.kind === 'single' ? [rule] : rule.options;
    return parts.flatMap((_, option) => {
      const bands: Bands | undefined = (score.by?.[option] ?? score.best_of?.[option]?.score ?? score).bands;
      const edges = Object.values(bands ?? {}).flatMap((one) => (Array.isArray(one) ? one : []));
      const values = valuesOf(loaded, index, option);
      return edges.flatMap(([edge]: readonly [number | string, number]) => {
        const at = typeof edge === 'number' ? edge : (parseQuantity(edge)?.value ?? Number.NaN);
        const near = Math.max(Math.abs(at) / 100, Number.isInteger(at) && at > 0 ? 1 : 0.001);
        const below = values.some((value) => value < at && at - value <= near);
        const above = values.some((value) => value > at && value - at <= near);
        const on = values.some((value) => Math.abs(value - at) < 1e-10);
        return below && on && above ? [] : [`${id} ${String(edge)}`];
      });
    });
  });
}

/** What the examples of an indicator give to one of its methods. */
function valuesOf(loaded: LoadedProfile, index: number, option: number): readonly number[] {
  const values: number[] = [];
  const watch = (scorer: Scorer): Scorer => ({
    ...scorer,
    points: (value, cohort) => {
      values.push(Number(value));
      return scorer.points(value, cohort);
    },
  });
  const indicators = loaded.plan.indicators.map((one, which): Indicator => {
    if (which !== index) return one;
    const { rule } = one;
    if (rule.kind === 'single') return { ...one, rule: { ...rule, scorer: watch(rule.scorer) } };
    const options = rule.options.map((each, number) =>
      number === option ? { ...each, scorer: watch(each.scorer) } : each,
    );
    return { ...one, rule: { ...rule, options } };
  });
  runExamples({ ...loaded, plan: { ...loaded.plan, indicators } });
  return values;
}
