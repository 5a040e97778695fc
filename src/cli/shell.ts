import { Exit, type ExitCode, errnoOf, Findings, outputError, renderFinding } from '../finding/index.js';
import type { Finding } from '../model/finding.js';
import type { Position } from '../model/position.js';
import type { Lang } from '../model/text.js';
import { foreign, inJson, plain } from './plain.js';

/** Where a command speaks and what it knows of its surroundings: the only thing a command gets of the process. */
export interface Streams {
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

export interface Shell extends Streams {
  /** Language of terminal messages. */
  lang: Lang;
  /** What `--lang` asked for; null where reports follow the profile. */
  langAsked: Lang | null;
  exit: ExitCode | 130 | 143;
  /** `json`: one object an event on stderr, with counts and places, never a value; nothing else is said. */
  logging: 'text' | 'json';
  readonly colour: boolean;
  /** Width to wrap at. */
  readonly columns: number;
  /** A line to stderr, control characters shown, never acted on. */
  say(text: string): void;
  /** Data to stdout. */
  print(text: string): Promise<void>;
  tell(findings: readonly Finding[]): void;
  /** Something happened; heard where the log is JSON. Counts, codes and places only. */
  event(name: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** LC_ALL, LC_MESSAGES, LANG: English where they say so, Chinese otherwise — most users read Chinese. */
function languageOf(env: Streams['env']): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

/** A place without the text that stands there. */
const placeIn = (at: Position): Readonly<Record<string, unknown>> => ({
  file: at.file,
  ...('sheet' in at ? { sheet: at.sheet } : {}),
  ...('row' in at ? { row: at.row } : {}),
  ...('line' in at ? { line: at.line } : {}),
  ...('column' in at ? { column: at.column } : {}),
});

/** Data that could not be printed is exit 4 like a file that could not be written. A closed pipe stays what it is. */
function notPrinted(error: NodeJS.ErrnoException): Error {
  const code = errnoOf(error);
  if (code === null || code === 'EPIPE') return error;
  const findings = new Findings();
  findings.add('file.output-failed', { file: 'stdout' }, { path: 'stdout', code });
  return outputError(findings.all);
}

export function openShell(streams: Streams): Shell {
  const colour = streams.err.isTTY === true && !streams.env.NO_COLOR && streams.env.TERM !== 'dumb';
  return {
    ...streams,
    lang: languageOf(streams.env),
    langAsked: null,
    logging: 'text',
    exit: Exit.done,
    colour,
    // 0 where nobody has given the terminal a size.
    columns: Math.min(100, streams.err.columns || 80),
    say(text) {
      if (this.logging === 'json') return;
      // Where nothing is coloured, a colour came from outside.
      streams.err.write(`${colour ? plain(text) : foreign(text)}\n`);
    },
    print: (text) =>
      new Promise((resolve, reject) => {
        streams.out.write(text, (error) => (error ? reject(notPrinted(error)) : resolve()));
      }),
    tell(findings) {
      for (const one of findings) {
        this.say(foreign(renderFinding(one, this.lang)));
        this.event('finding', { id: one.id, severity: one.severity, ...placeIn(one.at) });
      }
    },
    event(name, fields = {}) {
      if (this.logging !== 'json') return;
      const line = JSON.stringify({ time: new Date().toISOString(), event: name, ...fields });
      streams.err.write(`${inJson(line)}\n`);
    },
  };
}
