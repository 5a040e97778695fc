// Power loss: what strace saw of a run, judged by the order that a disk may rely on. Each file's bytes and each folder's names
// are flushed before the rename that shows them, and the folder of that rename is flushed after it.
import { basename, dirname } from 'node:path';

interface Call {
  readonly name: string;
  readonly args: string;
  /** Lines of the log at which it began and was over. */
  readonly began: number;
  readonly done: number;
}

/** Calls that did what was asked, in the order in which they began. */
function callsIn(log: string): Call[] {
  const open = new Map<string | undefined, { readonly text: string; readonly index: number }>();
  const calls: Call[] = [];
  for (const [index, line] of log.split('\n').entries()) {
    const [, pid, text] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (text === undefined) continue;
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const whole = resumed === null ? text : `${open.get(pid)?.text}${resumed[1]}`;
    const began = resumed === null ? index : (open.get(pid)?.index ?? index);
    if (text.endsWith('<unfinished ...>')) {
      open.set(pid, { text: text.slice(0, -'<unfinished ...>'.length), index });
      continue;
    }
    const [, name, args, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(whole) ?? [];
    if (name !== undefined && args !== undefined && Number(result) >= 0)
      calls.push({ name, args, began, done: index });
  }
  return calls.sort((a, b) => a.began - b.began);
}

/** Strings between quotes; strace writes what is not ASCII as octal bytes. */
const pathsIn = (args: string): string[] =>
  [...args.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? '');
/** `fsync(21</tmp/out/whitelist.csv>)` */
const fileIn = (args: string): string | undefined => /^\d+<([^>]*)>/.exec(args)?.[1];

/** What breaks the order below `folder`, and how many files and folders were shown. */
export function judgeOrder(
  log: string,
  folder: string,
): { readonly wrong: string[]; readonly shown: number } {
  const calls = callsIn(log);
  const wrong: string[] = [];
  let shown = 0;
  const flushed = (path: string, from: number, to: number) =>
    calls.some(
      (one) =>
        /^f(?:data)?sync$/.test(one.name) && fileIn(one.args) === path && one.began > from && one.done < to,
    );
  for (const show of calls.filter((one) => /^(?:rename|link)/.test(one.name))) {
    const [from = '', to = ''] = pathsIn(show.args);
    // A lock, an old run put aside or taken away: nothing that anyone reads.
    if (!within(to, folder) || /\.(?:lock|break|old|trash-\d+)$/.test(to) || from.endsWith('.old')) continue;
    shown++;
    const before = calls.filter((one) => one.began < show.began);
    const made = before.flatMap((one) => madeBy(one) ?? []).filter((path) => within(path, from));
    for (const path of new Set(made)) {
      const changes = before.filter((one) => writesTo(one, path) || namesIn(one, path));
      const last = Math.max(-1, ...changes.map((one) => one.done));
      if (!flushed(path, last, show.began))
        wrong.push(`${path} was not flushed before ${basename(to)} was shown`);
    }
    if (!flushed(dirname(to), show.done, Number.POSITIVE_INFINITY))
      wrong.push(`the folder of ${basename(to)} was not flushed after it was shown`);
  }
  return { wrong, shown };
}

const within = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** The file or folder that a call made, if it did. */
const madeBy = ({ name, args }: Call): string | undefined =>
  (/^open/.test(name) && args.includes('O_CREAT')) || /^mkdir/.test(name) ? pathsIn(args).at(-1) : undefined;

const writesTo = ({ name, args }: Call, path: string): boolean =>
  /^p?writev?(?:64)?$/.test(name) && fileIn(args) === path;

/** A new name in a folder. */
const namesIn = (call: Call, folder: string): boolean => {
  const made = madeBy(call);
  return made !== undefined && dirname(made) === folder;
};
