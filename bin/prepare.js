// `npm ci` in a clone builds dist/. An installed package has dist/ and no compiler: there is nothing to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const compiler = at('node_modules/typescript/bin/tsc');
if (existsSync(compiler)) {
  execFileSync(process.execPath, [compiler, '-p', at('tsconfig.json')], { stdio: 'inherit' });
} else if (!existsSync(at('dist'))) {
  throw new Error(
    'dist/ is not there and typescript is not installed: run npm ci with its development dependencies',
  );
}
