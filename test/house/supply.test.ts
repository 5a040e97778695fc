import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/workbench.js';

// What comes into the house from others: named, pinned, explained, used, and doing nothing on its own.
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
}
interface Supply {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** package-lock.json by folder, but for the project itself. */
  readonly locked: Readonly<Record<string, Locked>>;
  /** Lines of the README's table: the packages that each names, and what they are for. */
  readonly explained: readonly { readonly names: readonly string[]; readonly why: string }[];
  /** Packages that src/ imports, types left out. */
  readonly imported: ReadonlySet<string>;
}

const json = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const { dependencies, devDependencies, engines } = json<
  Pick<Supply, 'dependencies' | 'devDependencies'> & { readonly engines: { readonly node: string } }
>('package.json');
const { packages } = json<{ readonly packages: Supply['locked'] }>('package-lock.json');
const supply: Supply = {
  dependencies,
  devDependencies,
  locked: Object.fromEntries(Object.entries(packages).filter(([at]) => at !== '')),
  explained: tableOf(readFileSync(join(root, 'README.md'), 'utf8')),
  imported: importedIn(join(root, 'src')),
};

function tableOf(readme: string): Supply['explained'] {
  const section = /\n## Dependencies\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)]
    .map(([, names = '', why = '']) => ({
      names: names
        .replace(/\(.*\)/, '')
        .trim()
        .split(/,\s*/),
      why: why.trim(),
    }))
    .filter(({ names }) => names[0] !== 'package' && !/^-+$/.test(names[0] ?? ''));
}

function importedIn(folder: string): Set<string> {
  const names = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const plain = /^(?:import|export) (?!type )[^;]*?from '([^'./][^']*)'|\bimport\('([^'./][^']*)'\)/gm;
    for (const [, from, lazily] of text.matchAll(plain)) {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(from ?? lazily ?? '')?.[0] ?? '';
      if (!name.startsWith('node:')) names.add(name);
    }
  }
  return names;
}

const pinned = /^(?:npm:(?:@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/;

/** Whether a range takes the oldest and the newest Node 20 that is held: `>=20`, `^20.19.0 || >=22`, `>= 4.9.1`. */
const takesNode20 = (range: string): boolean =>
  ['20.19.0', '20.20.2'].every((version) => fits(version, range));

const fits = (version: string, range: string): boolean =>
  range.split('||').some((part) => {
    const found = /^\s*(>=|\^|~|)\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(part.replaceAll('.x', ''));
    if (part.trim() === '*') return true;
    if (found === null) return false;
    const [, sign, ...parts] = found;
    const from = parts.map((one) => Number(one ?? 0));
    const is = version.split('.').map(Number);
    const first = is.findIndex((one, at) => one !== from[at]);
    const atLeast = first < 0 || is[first]! > from[first]!;
    if (sign === '>=') return atLeast;
    const told = sign === '^' ? 1 : sign === '~' ? 2 : parts.filter((one) => one !== undefined).length;
    return atLeast && from.slice(0, told).every((one, at) => one === is[at]);
  });

/** Everything that is wrong, one line each. */
function troublesOf(it: Supply): string[] {
  const troubles: string[] = [];
  for (const [name, version] of Object.entries({ ...it.dependencies, ...it.devDependencies }))
    if (!pinned.test(version)) troubles.push(`${name} is not pinned: ${version}`);
  for (const [at, one] of Object.entries(it.locked)) {
    if (one.resolved !== undefined) troubles.push(`${at} names a host: ${one.resolved}`);
    if (one.integrity === undefined) troubles.push(`${at} has no hash`);
    if (one.dev === true) continue;
    if (one.hasInstallScript === true) troubles.push(`${at} runs a script on installing`);
    if (!takesNode20(one.engines?.node ?? '*'))
      troubles.push(`${at} does not take Node 20: ${one.engines?.node}`);
  }
  for (const name of Object.keys(it.dependencies)) {
    const locked = it.locked[`node_modules/${name}`]?.version;
    if (!it.dependencies[name]!.endsWith(locked ?? 'none'))
      troubles.push(`${name} is not locked as it is pinned`);
    const lines = it.explained.filter(({ names }) => names.some((one) => one === name));
    if (lines.length !== 1) troubles.push(`${name} has ${lines.length} lines in the README`);
    if (!it.imported.has(name)) troubles.push(`${name} is imported nowhere`);
  }
  for (const { names, why } of it.explained) {
    for (const name of names)
      if (it.dependencies[name] === undefined)
        troubles.push(`the README explains ${name}, which is no dependency`);
    if (why.length < 5) troubles.push(`the README does not say why ${names.join(', ')}`);
  }
  for (const name of it.imported)
    if (it.dependencies[name] === undefined) troubles.push(`${name} is imported and no dependency`);
  return troubles;
}

test('everything that comes from others is pinned, hashed, explained and used, and runs nothing on installing', () => {
  expect(Object.keys(supply.dependencies).length).toBeGreaterThan(5);
  expect(Object.keys(supply.locked).length).toBeGreaterThan(50);
  expect(troublesOf(supply)).toEqual([]);
});

const lock = (name: string, change: Locked) => ({
  locked: {
    ...supply.locked,
    [`node_modules/${name}`]: { ...supply.locked[`node_modules/${name}`], ...change },
  },
});

test.each<[string, Partial<Supply>]>([
  ['zod is not pinned: ^4.6.7', { dependencies: { ...supply.dependencies, zod: '^4.6.7' } }],
  ['vitest is not pinned: latest', { devDependencies: { ...supply.devDependencies, vitest: 'latest' } }],
  [
    'node_modules/yaml names a host: https://example.org/yaml.tgz',
    lock('yaml', { resolved: 'https://example.org/yaml.tgz' }),
  ],
  ['node_modules/left-pad has no hash', lock('left-pad', { version: '1.3.0' })],
  ['node_modules/chalk runs a script on installing', lock('chalk', { hasInstallScript: true })],
  [
    'node_modules/ora does not take Node 20: ^20.20.0 || >=22',
    lock('ora', { engines: { node: '^20.20.0 || >=22' } }),
  ],
  ['yaml is not locked as it is pinned', lock('yaml', { version: '2.9.0' })],
  ['ora has 0 lines in the README', { explained: [{ names: ['chalk'], why: 'colour, on a terminal only' }] }],
  [
    'the README explains lodash, which is no dependency',
    { explained: [...supply.explained, { names: ['lodash'], why: 'habit, mostly' }] },
  ],
  ['the README does not say why zod', { explained: [{ names: ['zod'], why: '' }] }],
  ['ora is imported nowhere', { imported: new Set([...supply.imported].filter((one) => one !== 'ora')) }],
  ['undici is imported and no dependency', { imported: new Set([...supply.imported, 'undici']) }],
])('%s: caught', (told, change) => {
  expect(troublesOf({ ...supply, ...change })).toContain(told);
});

test.each([
  ['>=20.19', true],
  ['^12.17.0 || ^14.13 || >=16.0.0', true],
  ['^20.19.0 || >=22.12.0', true],
  ['20.x', true],
  ['>=22', false],
  ['^18.0.0', false],
  ['>=20.20.1', false],
])('the range %s takes Node 20.19 and 20.20: %s', (range, takes) => {
  expect(takesNode20(range)).toBe(takes);
});

test('the declared range of the project itself is the one that is held', () => {
  expect(engines.node).toBe('>=20.19');
});
