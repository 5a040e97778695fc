// Ends the process at the first try to run a string as code.
const refuse = () => {
  process.stderr.write('a string was to be run as code\n');
  process.exit(99);
};
globalThis.Function = new Proxy(Function, { apply: refuse, construct: refuse });
globalThis.eval = refuse;
