// Planted: a handler of signals, as a library that hides the cursor installs it. It waits for the end of a synchronous read.
process.on('SIGINT', () => process.exit(130));
