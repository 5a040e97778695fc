import { describe, expect, test } from 'vitest';
import { checkComparable } from '../../../src/analyse/comparable.js';
import type { SavedRun } from '../../../src/analyse/open-run.js';
import { shakeWeights } from '../../../src/analyse/robust.js';
import { EdgeError, Findings } from '../../../src/finding/index.js';
import type { Plan } from '../../../src/model/plan.js';
import { planOf } from '../../support/plan-builder.js';

// Runs that cannot be compared or shaken, by what is known before a firm is read.
interface Parts {
  readonly plan?: Partial<Plan>;
  readonly asOf?: number;
  readonly period?: string;
  readonly data?: string;
}

function runOf({ plan = {}, asOf = 20_454, period = '2026Q3', data = 'a' }: Parts): SavedRun {
  const outputs = [{ file: 'data/firms.csv', bytes: 1, sha256: data }];
  const manifest = { period, asOf: String(asOf), outputs };
  const run = { folder: 'out', plan: { ...planOf({ lists: [] }), scale: 100, ...plan }, asOf, manifest };
  return run as unknown as SavedRun;
}

const reasons = (before: Parts, after: Parts): unknown[] => {
  const findings = new Findings();
  checkComparable(runOf(before), runOf(after), findings);
  return findings.all.map((one) => one.args.why);
};

const next: Parts = { asOf: 20_546, period: '2026Q4', data: 'b' };

describe('two runs', () => {
  test('of two periods by one profile can be compared', () => {
    expect(reasons({}, next)).toEqual([]);
  });

  test('of the same data by two profiles can be compared', () => {
    expect(reasons({}, { plan: { hash: 'other' } })).toEqual([]);
  });

  test('that are the same cannot', () => {
    expect(reasons({}, {})).toEqual(['same']);
  });

  test('in the wrong order cannot', () => {
    expect(reasons(next, {})).toEqual(['order']);
  });

  test('on other scales cannot', () => {
    expect(reasons({}, { ...next, plan: { scale: 120 } })).toEqual(['scale']);
  });

  test('of which one has gates only cannot', () => {
    expect(reasons({}, { ...next, plan: { scored: false } })).toEqual(['gates']);
  });

  test('that know firms by other kinds of code cannot', () => {
    const identity = { checkCharacter: 'warning', accepts: ['registration'] } as const;
    expect(reasons({}, { ...next, plan: { identity } })).toEqual(['ids']);
  });
});

describe('weights', () => {
  const refusal = (plan: Partial<Plan>): unknown => {
    try {
      shakeWeights(runOf({ plan }), { weights: 0.1, draws: 1, seed: 1 }, 'zh');
    } catch (error) {
      if (error instanceof EdgeError) return [error.exit, error.findings[0]?.args.why];
      throw error;
    }
    return null;
  };

  test('of a profile with gates only cannot be shaken', () => {
    expect(refusal({ scored: false })).toEqual([2, 'gates']);
  });

  test('of a profile without a whitelist cannot be shaken', () => {
    expect(refusal({})).toEqual([2, 'no-whitelist']);
  });
});
