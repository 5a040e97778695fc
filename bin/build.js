// Makes dist/: declarations of the library's door by the compiler, and the program as a few files by rolldown, since
// opening some 400 small files took a third of a short run. Each dependency that is packed in brings its licence along.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.json')], {
  stdio: 'inherit',
});

const program = await rolldown({
  input: { cli: at('src/cli/main.ts'), library: at('src/jobs/index.ts') },
  platform: 'node',
  // Large, and loaded only for what our own scanners do not know.
  external: [/^xlsx/],
});
rmSync(at('dist/program'), { recursive: true, force: true });
const { output } = await program.write({
  dir: at('dist/program'),
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
});
await program.close();

const packed = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
const names = packed.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
const notices = [...new Set(names)].sort().map((name) => {
  const folder = at(`node_modules/${name}`);
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`${name} has no licence file: it cannot be packed in`);
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${licence}`, 'utf8').trim()}\n`;
});
writeFileSync(at('dist/program/LICENCES.txt'), notices.join(`\n${'-'.repeat(72)}\n\n`));
