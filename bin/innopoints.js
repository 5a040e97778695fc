#!/usr/bin/env node
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
