// Makes dist/: declarations of the library's door by the compiler, and the program as a few files by rolldown, since
// opening some 400 small files took a third of a short run. Each dependency that is packed in brings its licence along:
// what is in dist/ runs alone. The same source gives the same names and bytes in any folder.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// Names hold hashes: what an older build left would be shipped for ever.
rmSync(at('dist'), { recursive: true, force: true });
declareDoor();
const packed = await packProgram();
writeFileSync(at('dist/program/LICENCES.txt'), licencesOf(packed));

/** Declarations that a program can reach from the door; the rest of the 600 would be dead weight. */
function declareDoor() {
  // Checking is the work of `npm run types`, which sees the tests too: here it would take three times as long.
  const compiler = [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.json'), '--noCheck'];
  execFileSync(process.execPath, compiler, { stdio: 'inherit' });
  const types = at('dist/types');
  const reached = new Set();
  const todo = [join(types, 'jobs', 'index.d.ts')];
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g))
      todo.push(join(dirname(file), `${from}.d.ts`));
  }
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(path)) rmSync(path);
  }
}

/** Tells the modules that were packed in. */
async function packProgram() {
  const program = await rolldown({
    // Both decide what the files say: neither may be of this machine.
    cwd: at(''),
    resolve: { symlinks: false },
    input: { cli: at('src/cli/main.ts'), library: at('src/jobs/index.ts') },
    platform: 'node',
  });
  const { output } = await program.write({
    dir: at('dist/program'),
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await program.close();
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}

function licencesOf(modules) {
  const names = modules.flatMap(
    (id) => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1] ?? [],
  );
  const notices = [...new Set(names)].sort().map((name) => {
    const folder = at(`node_modules/${name}`);
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (licence === undefined) throw new Error(`${name} has no licence file: it cannot be packed in`);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`;
  });
  return notices.join(`\n${'-'.repeat(72)}\n\n`);
}
