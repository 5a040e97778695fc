import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { networkNote, withoutNetwork } from '../support/without-network.js';
import { root, type Workbench, workbench } from '../support/workbench.js';

// An office without internet: one file, one command, no npm cache, and the same lists as anywhere else.
let bench: Workbench;
let tarball: string;
const at = (name: string) => join(bench.folder, name);

/** A command with nothing of this machine but Node and npm. */
const alone = (words: readonly string[]) => {
  const [command, ...args] = [...(withoutNetwork ?? []), ...words];
  const { status, stdout, stderr } = spawnSync(command!, args, {
    cwd: bench.folder,
    encoding: 'utf8',
    env: {
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      HOME: at('home'),
      LANG: 'zh_CN.UTF-8',
      npm_config_cache: at('home/empty-cache'),
    },
  });
  return { status, stdout, stderr };
};

const sample = 'gaoxin.xlsx -p hefei-hightech-2025 --period 2026Q3 -q --format csv';
const lists = ['whitelist.csv', 'referrals.csv', 'offers.csv', 'assessment.csv', 'exceptions.csv'];
const sameAsHere = (run: string) => {
  for (const file of lists) expect(bench.read(`${run}/${file}`), file).toBe(bench.read(`here/${file}`));
};

const release = (project: string, into: string): string => {
  const made = spawnSync(process.execPath, [join(project, 'bin/release.js'), into], { encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  return made.stdout.trim();
};

beforeAll(() => {
  bench = workbench().file('gaoxin.xlsx', readFileSync(join(root, 'samples/gaoxin-2026Q3.xlsx')));
  for (const folder of ['home', 'room', 'there']) mkdirSync(at(folder));
  tarball = release(root, at('room'));
  expect(bench.innopoints(`assess ${sample} -o here`).code).toBe(0);
});

test.skipIf(withoutNetwork === null)(
  `npm install -g of the release, without network${networkNote}: the sample gives the same lists`,
  () => {
    const installed = alone(['npm', 'install', '-g', '--prefix', at('prefix'), tarball]);
    expect(installed.status, installed.stderr).toBe(0);
    expect(existsSync(at('prefix/lib/node_modules/innopoints/node_modules'))).toBe(false);
    const done = alone([at('prefix/bin/innopoints'), ...`assess ${sample} -o npm`.split(' ')]);
    expect(done.status, done.stderr).toBe(0);
    sameAsHere('npm');
  },
);

test.skipIf(withoutNetwork === null)(
  `tar xf and node, without network and npm${networkNote}: the sample gives the same lists`,
  () => {
    expect(alone(['tar', 'xf', tarball, '-C', 'there']).status).toBe(0);
    const program = at('there/package/bin/innopoints.js');
    const done = alone([process.execPath, program, ...`assess ${sample} -o tar`.split(' ')]);
    expect(done.status, done.stderr).toBe(0);
    sameAsHere('tar');
  },
);

test.skipIf(withoutNetwork === null)(
  `an old .xls is read by the library that is packed in${networkNote}`,
  async () => {
    const xlsx = await import('xlsx');
    const book = xlsx.read(bench.read('here/assessment.csv'), { type: 'string', raw: true });
    bench.file('old.xls', xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
    alone(['tar', 'xf', tarball, '-C', 'there']);
    const seen = alone([process.execPath, at('there/package/bin/innopoints.js'), 'inspect', 'old.xls']);
    expect(seen.status, seen.stderr).toBe(0);
    expect(seen.stdout).toContain('统一社会信用代码');
  },
);

test('the release names no dependency and runs nothing on installing', () => {
  expect(spawnSync('tar', ['xf', tarball, '-C', at('there')]).status).toBe(0);
  const told = JSON.parse(bench.read('there/package/package.json')) as Record<string, unknown>;
  for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'scripts'])
    expect(told[key], key).toBeUndefined();
  expect(told).toMatchObject({ name: 'innopoints', bin: { innopoints: 'bin/innopoints.js' } });
});

test('made elsewhere from the same build, under a umask that hides files, the release has the same bytes', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  for (const part of [...files, 'bin/release.js', 'package.json'])
    cpSync(join(root, part), at(`另一个 文件夹/${part}`), { recursive: true });
  for (const name of bench.files('另一个 文件夹')) chmodSync(at(`另一个 文件夹/${name}`), 0o600);
  mkdirSync(at('second'));
  const second = release(at('另一个 文件夹'), at('second'));
  expect(readFileSync(second).equals(readFileSync(tarball))).toBe(true);
});
