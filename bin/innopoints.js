#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// Most runs last a second or two: code that is to run that long is not worth optimising at its first few hundred turns.
// Six times V8's own patience takes a quarter of the processor time of ten rows, a sixth of 15,000 and none of 100,000
// away. Later V8s count otherwise and would complain of the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

let main;
try {
  ({ main } = await import('../dist/program/cli.js'));
} catch (error) {
  // Node would end with 1, which means here that a check did not hold.
  console.error(
    `innopoints: 程序打不开（${error?.code ?? error?.name}）。请重新安装，并用 ulimit -n 核对可打开的文件数（至少 64）`,
  );
  console.error(
    `innopoints: the program cannot be loaded (${error?.code ?? error?.name}). Install it again, and check that ulimit -n is at least 64`,
  );
  process.exit(70);
}
await main(process.argv);
