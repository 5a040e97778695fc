import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Findings, usageError } from '../../finding/index.js';
import type { ProfilePosition } from '../../model/position.js';
import { z } from '../../model/zod.js';
import { readChecked } from '../../profile/index.js';

const text = z.string().min(1);
const texts = z.union([text, z.array(text).min(1)]);

/**
 * innopoints.yaml: what `assess` takes on its command line, under the names of its options. There is no `force`: what
 * replaces a run is said each time. There are no words like "last quarter": the clock decides nothing.
 */
const configSchema = z.strictObject({
  profile: text.optional(),
  period: z.union([text, z.number().int()]).optional(),
  as_of: text.optional(),
  previous: text.optional(),
  rate: text.optional(),
  rate_date: text.optional(),
  inputs: texts.optional(),
  prior: texts.optional(),
  fixes: texts.optional(),
  veto: z.record(z.string(), text).optional(),
  feedback: texts.optional(),
  adjust: texts.optional(),
  roster: texts.optional(),
  mapping: text.optional(),
  out: text.optional(),
  runs: text.optional(),
  format: z.enum(['xlsx', 'csv']).optional(),
  headers: z.enum(['text', 'id']).optional(),
  by: text.optional(),
  html: z.boolean().optional(),
  one_workbook: z.boolean().optional(),
  lang: z.enum(['zh', 'en']).optional(),
  sheet: texts.optional(),
  encoding: text.optional(),
  without: texts.optional(),
  skip_unreadable: z.boolean().optional(),
  max_inflated: text.optional(),
  max_parts: z.number().int().min(1).optional(),
  max_columns: z.number().int().min(1).optional(),
  strict: z.boolean().optional(),
  quiet: z.boolean().optional(),
  wait: text.optional(),
  log_format: z.enum(['text', 'json']).optional(),
});

export type ConfigValues = z.infer<typeof configSchema>;
export type ConfigKey = keyof ConfigValues;

/** A configuration file as it was read. Paths in it are relative to its folder. */
export interface Config {
  readonly path: string;
  readonly folder: string;
  readonly values: ConfigValues;
  /** Where a key's value stands. */
  at(key: ConfigKey): ProfilePosition;
}

/** In the working folder, this is read without being asked for. */
export const configName = 'innopoints.yaml';

const mostBytes = 1_000_000;

/** Reads a configuration file. Throws a usage error (exit 2) with line, column and what was meant. */
export async function readConfig(path: string): Promise<Config> {
  const file = basename(path);
  const findings = new Findings();
  const read = readChecked(await textOf(path), file, configSchema, findings);
  if (read === null) throw usageError(findings.all.map(ofConfig));
  return { path, folder: dirname(resolve(path)), values: read.value, at: (key) => read.at([key]) };
}

/** Notepad's ANSI: what is Chinese in it would be read as other words. */
function notUtf8(path: string) {
  const findings = new Findings();
  findings.add('file.not-utf8', { file: basename(path) }, { path });
  return usageError(findings.all);
}

async function textOf(path: string): Promise<string> {
  const trouble = (why: string) => {
    const findings = new Findings();
    findings.add('usage.config-file', { file: basename(path) }, { path, why });
    return usageError(findings.all);
  };
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > mostBytes) throw trouble('EINVAL');
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) throw notUtf8(path);
    return bytes.toString('utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw trouble(String(error.code));
  }
}

/** One finding of profiles speaks of a profile's first line. */
const ofConfig = <F extends { readonly id: string }>(one: F): F =>
  one.id === 'profile.not-a-map' ? { ...one, id: 'usage.config-shape' } : one;
