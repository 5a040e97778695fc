import { EdgeError, Exit, Findings, inputError } from '../../finding/index.js';
import type { FieldIndex } from '../../match/index.js';
import type { Finding } from '../../model/finding.js';
import type { Source } from '../../model/table.js';
import { defaultLimits, type OpenedSource, openSource, uniqueNames } from '../../table/index.js';
import type { ReadingOptions } from '../request.js';

export interface OpenedInputs {
  readonly sources: readonly Source[];
  /** Unique base names, one a path, unreadable ones too. */
  readonly names: readonly string[];
  /** Files left out by `--skip-unreadable`. */
  readonly unreadable: readonly string[];
  close(): Promise<void>;
}

/** Opens every input and tells all files' troubles at once: one bad file of twenty stops the run (exit 3). */
export async function openInputs(
  paths: readonly string[],
  index: FieldIndex,
  options: ReadingOptions,
  findings: Findings,
): Promise<OpenedInputs> {
  const names = uniqueNames(paths);
  const limits = {
    inflatedBytes: options.maxInflated ?? defaultLimits.inflatedBytes,
    entries: options.maxParts ?? defaultLimits.entries,
    columns: options.maxColumns ?? defaultLimits.columns,
  };
  const opened: OpenedSource[] = [];
  const unreadable: string[] = [];
  const troubles = new Findings();
  const close = async () => {
    for (const source of opened) await source.close();
  };
  for (const [i, path] of paths.entries()) {
    const file = names[i]!;
    try {
      const encoding = options.encoding === undefined ? {} : { encoding: options.encoding };
      opened.push(
        await openSource({ path, file }, { ...encoding, limits, findings, headers: index.spellings }),
      );
    } catch (error) {
      // A bug, or a disk too full for the copy of standard input.
      if (!(error instanceof EdgeError) || error.exit === Exit.output) {
        await close();
        throw error;
      }
      unreadable.push(file);
      troubles.all.push(...error.findings);
    }
  }
  const fatal = unreadable.length > 0 && (options.skipUnreadable !== true || opened.length === 0);
  if (fatal) {
    await close();
    throw inputError([...findings.all, ...troubles.all]);
  }
  // Left out on request: still told, as a warning that travels with the run.
  findings.all.push(...troubles.all.map(asWarning));
  return { sources: opened, names, unreadable, close };
}

/** In reports a file goes by its name: where it stood would make the same input give other bytes. */
const asWarning = (one: Finding): Finding => ({
  ...one,
  severity: 'warning',
  args: typeof one.args.path === 'string' ? { ...one.args, path: one.at.file } : one.args,
});
