// `npm run release`: innopoints-X.Y.Z.tgz for an office without internet. dist/ holds every dependency already, so the
// package of a release names none, and npm fetches nothing; without npm it runs from where it was unpacked.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const into = resolve(process.argv[2] ?? '.');
const room = mkdtempSync(join(tmpdir(), 'innopoints-release-'));
try {
  const [{ files }] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], project));
  for (const { path } of files) {
    const file = join(room, path);
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(project, path), file);
    // The modes of a checkout follow the umask, and would be packed.
    chmodSync(file, path.startsWith('bin/') ? 0o755 : 0o644);
  }
  writeFileSync(join(room, 'package.json'), packageOfRelease());
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], room),
  );
  process.stdout.write(`${join(into, filename)}\n`);
} finally {
  rmSync(room, { recursive: true, force: true });
}

/** Nothing to fetch, nothing to run on installing. */
function packageOfRelease() {
  const whole = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const { scripts: _s, dependencies: _d, devDependencies: _v, files: _f, ...kept } = whole;
  return `${JSON.stringify(kept, null, 2)}\n`;
}

/** Under `npm run` its own program is known; on Windows `npm` alone is a script that only a shell finds. */
function npm(args, cwd) {
  const own = process.env.npm_execpath;
  const how = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 2 ** 20 };
  return own === undefined
    ? execFileSync('npm', args, { ...how, shell: process.platform === 'win32' })
    : execFileSync(process.execPath, [own, ...args], how);
}
