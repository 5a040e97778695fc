#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// Most runs last a second or two: code that is to run that long is not worth optimising at its first few hundred turns.
// Six times V8's own patience takes a quarter of the processor time of ten rows, a sixth of 15,000 and none of 100,000
// away. Later V8s count otherwise and would complain of the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

const { main } = await import('../dist/program/cli.js');
await main(process.argv);
