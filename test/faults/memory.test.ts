import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkCharacter } from '../../src/intake/uscc.js';
import { demoProfile } from '../support/demo-profile.js';
import { root, workbench } from '../support/workbench.js';
import { workbookOf } from '../unit/table/build-workbook.js';

// 100,000 firms of 30 columns are read and written with a heap of 256 MB (ECOSYSTEM §3, row 15). Figures are printed.

const bench = workbench().file('demo-2025.yaml', demoProfile);
const figures: string[] = [];
afterAll(() => process.stderr.write(`${figures.join('\n')}\n`));

const count = 100_000;
const header = ['企业名称', '统一社会信用代码', '营业收入（万元）', '研发费用（万元）'];
const others = Array.from({ length: 26 }, (_, i) => `其他指标${i}`);
const letters = Array.from({ length: 30 }, (_, i) =>
  i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`,
);
const firm = (at: number): readonly (string | number)[] => {
  const start = `91340199MA1${String(at).padStart(6, '0')}`;
  return [`华新${at}`, start + checkCharacter(start), 1000 + (at % 997), at % 211];
};
const more = others.map((_, i) => i + 0.5);

const csv = (): string => {
  const lines = [[...header, ...others].join(',')];
  for (let at = 0; at < count; at++) lines.push([...firm(at), ...more].join(','));
  return lines.join('\n');
};
const xlsx = (): Buffer => {
  const rowOf = (number: number, cells: readonly (string | number)[]) =>
    `<row r="${number}">${cells
      .map((cell, i) =>
        typeof cell === 'number'
          ? `<c r="${letters[i]}${number}"><v>${cell}</v></c>`
          : `<c r="${letters[i]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`,
      )
      .join('')}</row>`;
  const rows = [rowOf(1, [...header, ...others])];
  for (let at = 0; at < count; at++) rows.push(rowOf(at + 2, [...firm(at), ...more]));
  return workbookOf({ sheets: [{ name: '企业', rows: rows.join('') }] });
};

/** The kernel's own mark of the process. */
const tell =
  "import fs from 'node:fs';process.on('exit',()=>process.stderr.write('\\nused '+/VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status','utf8'))?.[1]))";

test.skipIf(process.platform !== 'linux').each([
  ['企业.csv', csv],
  ['企业.xlsx', xlsx],
] as const)(
  '%s of 100,000 rows and 30 columns is assessed with a heap of 256 MB',
  { timeout: 240_000 },
  (name, make) => {
    bench.file(name, make());
    const words = `assess ${name} -p demo-2025.yaml --period 2025 -o ${name}-out --format csv --no-html -q`;
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--max-old-space-size=256',
        '--import',
        `data:text/javascript,${encodeURIComponent(tell)}`,
        join(root, 'bin/innopoints.js'),
        ...words.split(' '),
      ],
      { cwd: bench.folder, encoding: 'utf8', env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' } },
    );
    const mib = Number(/used (\d+)$/.exec(stderr)?.[1]) / 1024;
    figures.push(`${name}: exit ${status}, ${mib.toFixed(0)} MiB`);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(bench.read(`${name}-out/manifest.json`)).firms.total).toBe(count);
    expect(mib).toBeLessThan(400);
  },
);
