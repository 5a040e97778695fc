// Makes standard error look like a terminal, so that the spinner turns.
const { stderr } = process;
stderr.isTTY = true;
for (const name of ['cursorTo', 'clearLine', 'moveCursor']) stderr[name] = () => true;
