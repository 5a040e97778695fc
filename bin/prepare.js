// `npm ci` in a clone builds dist/. An installed package has dist/ and no compiler: there is nothing to do.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
if (existsSync(at('node_modules/typescript/bin/tsc'))) await import('./build.js');
else if (!existsSync(at('dist'))) {
  throw new Error(
    'dist/ is not there and typescript is not installed: run npm ci with its development dependencies',
  );
}
