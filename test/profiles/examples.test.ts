import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderFinding } from '../../src/finding/index.js';
import { listProfiles, loadProfile, runExamples } from '../../src/profile/index.js';

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

  test('weighs to its scale in every stage', () => {
    const { plan } = loaded;
    const sums = plan.stages.names.map((_, stage) =>
      plan.indicators.reduce((sum, one) => sum + one.weight[stage]!, 0),
    );
    expect(new Set(sums)).toEqual(new Set([plan.scale]));
  });

  test('says what it is for in both languages', () => {
    const { plan } = loaded;
    expect(plan.about?.zh).toBeTruthy();
    expect(plan.about?.en).not.toBe(plan.about?.zh);
    expect(plan.indicators.every((one) => one.name.en !== one.name.zh)).toBe(true);
  });

  test('marks as a sample whatever holds assumed weights', () => {
    const { plan } = loaded;
    const assumed = plan.indicators.some((one) => 'assumed' in one.source);
    expect(plan.status).toBe(assumed ? 'sample' : 'official');
  });
});
