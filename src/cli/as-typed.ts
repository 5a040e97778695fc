import { Findings, usageError } from '../finding/index.js';

/** What people type who want help, beside `--help`; the first is Windows' own. */
const help: ReadonlySet<string> = new Set(['/?', '-?', '-help']);
/** The same where they stand last, and are no option's value: a folder may be called that. */
const lastWord: ReadonlySet<string> = new Set(['help', '帮助']);

/** Dashes that a word processor or a Chinese keyboard puts for hyphens. */
const dashed =
  /^-*[\u2010-\u2015\u2212\uff0d\ufe58\ufe63][\u2010-\u2015\u2212\uff0d\ufe58\ufe63-]*([a-z][a-z-]*)(=.*)?$/i;

/**
 * The words of a command line as they were meant: asking for help in another way is asking for help. A dash that only looks
 * like a hyphen would make a file of an option, and the run would miss what was written: it is refused (exit 2). `argv` has
 * node and the program in front.
 */
export function asTyped(argv: readonly string[]): readonly string[] {
  const findings = new Findings();
  for (const given of argv.slice(2)) {
    const [, name, value = ''] = dashed.exec(given) ?? [];
    if (name === undefined) continue;
    const meant = `${name.length === 1 ? '-' : '--'}${name}${value}`;
    findings.add('usage.dash', { file: 'innopoints' }, { given, meant });
  }
  if (findings.hasErrors) throw usageError(findings.all);
  const [node = '', program = '', ...words] = argv.map((word) => (help.has(word) ? '--help' : word));
  // `help` alone is a command of its own, and no file of firms is called that.
  const isAsked = lastWord.has(words.at(-1) ?? '') && !words.at(-2)?.startsWith('-');
  if (isAsked && (words.length > 1 || words[0] !== 'help')) words[words.length - 1] = '--help';
  return [node, program, ...words];
}
