import { appendFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EdgeError } from '../../../src/finding/index.js';
import { assess } from '../../../src/jobs/assess/assess.js';
import type { Progress } from '../../../src/jobs/request.js';
import { demoBench, demoFirms } from '../../support/demo-firms.js';

// The second pass fetches the rows to hand back: what it finds must be what was scored.
const csv = demoFirms.map((row) => row.join(',')).join('\n');

const assessChanging = async (file: string, at: Parameters<Progress>[0], change: (path: string) => void) => {
  const bench = demoBench().file('firms.csv', csv);
  const path = join(bench.folder, file);
  const request = {
    files: [path],
    profile: join(bench.folder, 'demo-2025.yaml'),
    period: '2026Q3',
    out: join(bench.folder, 'run'),
  };
  const trouble = await assess(request, (step) => {
    if (step === at) change(path);
  }).then(
    () => null,
    (error: unknown) => error as EdgeError,
  );
  return { trouble, left: readdirSync(bench.folder).sort() };
};

test.each([
  ['firms.csv', 'appended to', (path: string) => appendFileSync(path, '\n')],
  [
    'firms.csv',
    'written over with as many bytes',
    (path: string) => writeFileSync(path, csv.replace('九十', '八十')),
  ],
  [
    'firms.csv',
    'replaced by another file',
    (path: string) => {
      writeFileSync(`${path}.new`, csv);
      renameSync(`${path}.new`, path);
    },
  ],
  ['firms.xlsx', 'appended to', (path: string) => appendFileSync(path, ' ')],
])('%s %s between reading and writing: exit 3, and nothing is written', async (file, _, change) => {
  const { trouble, left } = await assessChanging(file, 'score', change);
  expect(trouble).toMatchObject({ exit: 3, findings: [{ id: 'file.changed' }] });
  expect(left).toEqual(['demo-2025.yaml', 'firms.csv', 'firms.xlsx']);
});

test('one that nobody touches is written', async () => {
  const { trouble, left } = await assessChanging('firms.csv', 'score', () => undefined);
  expect(trouble).toBeNull();
  expect(left).toContain('run');
});
