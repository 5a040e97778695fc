import { test } from 'vitest';
import { rmSync } from 'node:fs';
import { runOf, fetchOf } from '/work/main/test/unit/report/run-of.js';
import { zoneOf } from '/work/main/test/unit/report/zone.js';
import { publishRun, writeReports, writeManifest, manifestOf } from '/work/main/src/report/index.js';
test('look', async () => {
  for (const format of ['xlsx','csv'] as const) {
    const { parts, told } = zoneOf(40);
    const run = runOf(parts, { ...told, without: ['lab_level'] });
    await publishRun(`/tmp/rep/out-${format}`, { force: true }, async (dir) => {
      const outputs = await writeReports(dir, run, { format, headers: 'text', fetch: fetchOf(parts, told) });
      await writeManifest(dir, manifestOf(run, { version: '0.1.0', options: {}, outputs, started: '2026-01-01T00:00:00Z', seconds: 1 }));
    });
  }
});
