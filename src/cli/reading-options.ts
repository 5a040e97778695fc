import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { InputFiles, ReadingOptions } from '../jobs/request.js';
import { gather } from './gather.js';
import type { Shell } from './shell.js';
import type { TextKey } from './text.js';

/** The flags that every command which reads inputs has. */
export interface ReadingFlags {
  sheet: string[];
  encoding?: string;
  prior: string[];
  veto: string[];
  mapping?: string;
  skipUnreadable?: boolean;
  maxInflated?: number;
  maxParts?: number;
  maxColumns?: number;
}

export const addReadingOptions = (command: Command, text: (key: TextKey) => string): Command =>
  command
    .option('--sheet <name>', text('read.sheet'), gather, [])
    .option('--encoding <label>', text('read.encoding'))
    .option('--prior <file>', text('read.prior'), gather, [])
    .option('--veto <field=file>', text('read.veto'), gather, [])
    .option('--mapping <file>', text('read.mapping'))
    .option('--skip-unreadable', text('read.skipUnreadable'))
    .option('--max-inflated <size>', text('read.maxInflated'), parseSize)
    .option('--max-parts <count>', text('read.maxParts'), parseCount)
    .option('--max-columns <count>', text('read.maxColumns'), parseCount);

export const readingOf = (
  flags: ReadingFlags,
  shell: Shell,
): ReadingOptions & Omit<InputFiles, 'files'> & { profileFolders: readonly string[] } => ({
  sheets: flags.sheet,
  encoding: flags.encoding,
  prior: flags.prior,
  lists: flags.veto,
  mapping: flags.mapping,
  skipUnreadable: flags.skipUnreadable,
  maxInflated: flags.maxInflated,
  maxParts: flags.maxParts,
  maxColumns: flags.maxColumns,
  profileFolders: profileFolders(shell),
});

/** The working folder's profiles/, then INNOPOINTS_PROFILES; the shipped ones come after by themselves. */
export const profileFolders = (shell: Shell): readonly string[] => [
  join(shell.cwd, 'profiles'),
  ...(shell.env.INNOPOINTS_PROFILES ? [shell.env.INNOPOINTS_PROFILES] : []),
];

const sizes: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

function parseSize(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/i.exec(text.trim());
  const factor = sizes[found?.[2]?.toUpperCase() ?? ''];
  if (found === null || factor === undefined) throw new InvalidArgumentError('4GiB, 500MB');
  return Math.floor(Number(found[1]) * factor);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text.trim())) throw new InvalidArgumentError('20000');
  return Number(text);
}
