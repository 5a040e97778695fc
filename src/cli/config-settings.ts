import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { EdgeError, Findings, usageError } from '../finding/index.js';
import type { Config, ConfigKey } from '../jobs/config/config.js';
import type { Position } from '../model/position.js';
import type { Lang } from '../model/text.js';
import type { Shell } from './shell.js';

/** Where a value came from; what stands earlier wins. */
export type From = 'command-line' | 'environment' | 'file' | 'default' | 'none';

export interface Setting {
  readonly key: ConfigKey;
  readonly value: unknown;
  readonly from: From;
  /** innopoints.yaml:3, INNOPOINTS_PERIOD, --period; '' for none. */
  readonly at: string;
}

export interface Settled {
  /** Inputs as paths: the ones of the command line, or the ones that the file's patterns stand for. */
  readonly files: readonly string[];
  readonly settings: readonly Setting[];
  readonly config: Config | null;
}

/** The option of a key, and how a value of the file becomes the option's: paths are relative to the file. */
interface Known {
  readonly attribute: string;
  readonly read?: (value: never, config: Config) => unknown;
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
const pathIn = (value: string, { folder }: Config): string => resolve(folder, value);
const pathsIn = (value: string | readonly string[], { folder }: Config): readonly string[] =>
  listOf(value).map((one) => resolve(folder, one));

/** Every key of innopoints.yaml but `inputs`. */
const known: Readonly<Record<Exclude<ConfigKey, 'inputs'>, Known>> = {
  profile: {
    attribute: 'profile',
    read: (value: string, config) => (/\.ya?ml$/i.test(value) ? pathIn(value, config) : value),
  },
  period: { attribute: 'period', read: String },
  as_of: { attribute: 'asOf' },
  previous: { attribute: 'previous', read: pathIn },
  rate: { attribute: 'rate' },
  rate_date: { attribute: 'rateDate' },
  prior: { attribute: 'prior', read: pathsIn },
  fixes: { attribute: 'fixes', read: pathsIn },
  veto: {
    attribute: 'veto',
    read: (value: Readonly<Record<string, string>>, config) =>
      Object.entries(value).map(([field, path]) => `${field}=${pathIn(path, config)}`),
  },
  feedback: { attribute: 'feedback', read: pathsIn },
  adjust: { attribute: 'adjust', read: pathsIn },
  roster: { attribute: 'roster', read: pathsIn },
  mapping: { attribute: 'mapping', read: pathIn },
  out: { attribute: 'out', read: (value: string, config) => (value === '-' ? value : pathIn(value, config)) },
  runs: { attribute: 'runs', read: pathIn },
  format: { attribute: 'format' },
  headers: { attribute: 'headers' },
  by: { attribute: 'by' },
  html: { attribute: 'html' },
  one_workbook: { attribute: 'oneWorkbook' },
  lang: { attribute: 'lang' },
  sheet: { attribute: 'sheet', read: listOf },
  encoding: { attribute: 'encoding' },
  without: { attribute: 'without', read: listOf },
  skip_unreadable: { attribute: 'skipUnreadable' },
  max_inflated: { attribute: 'maxInflated' },
  max_parts: { attribute: 'maxParts' },
  max_columns: { attribute: 'maxColumns' },
  strict: { attribute: 'strict' },
  quiet: { attribute: 'quiet' },
  wait: { attribute: 'wait' },
  log_format: { attribute: 'logFormat' },
};

const keys = Object.keys(known) as (keyof typeof known)[];

/** The one variable of a crontab line that changes each quarter. */
const periodVariable = 'INNOPOINTS_PERIOD';

/**
 * Settles what a command with the options of `assess` was asked for: the command line, then INNOPOINTS_PERIOD, then the
 * configuration file (`--config`, or innopoints.yaml in the working folder, none on `--no-config`), then defaults. The options of `command` are
 * filled in. Throws exit 2 for a wrong file, 3 for a pattern that nothing fits.
 */
export async function settle(command: Command, files: readonly string[], shell: Shell): Promise<Settled> {
  const { readConfig, configName } = await import('../jobs/config/config.js');
  const asked = command.getOptionValue('config') as string | false | undefined;
  const path =
    asked === false ? null : (asked ?? (existsSync(join(shell.cwd, configName)) ? configName : null));
  const config = path === null ? null : await readConfig(path);
  const places = new Map<string, { readonly from: From; readonly at: string }>();
  for (const key of keys) {
    const { attribute } = known[key];
    const off = command.getOptionValue(attribute) === false;
    const option = command.options.find((one) => one.attributeName() === attribute && one.negate === off);
    if (option !== undefined && command.getOptionValueSource(attribute) === 'cli')
      places.set(key, { from: 'command-line', at: option.long ?? '' });
    // --no-roster: not the one of the file, and none; where the option takes a value, false is none.
    const valued = command.options.find((one) => one.attributeName() === attribute && one.required);
    if (off && valued !== undefined)
      command.setOptionValueWithSource(attribute, valued.defaultValue as unknown, 'cli');
  }
  if (shell.langAsked !== null) places.set('lang', { from: 'command-line', at: '--lang' });
  const variable = shell.env[periodVariable];
  if (variable && !places.has('period')) {
    command.setOptionValueWithSource('period', variable, 'env');
    places.set('period', { from: 'environment', at: periodVariable });
  }
  if (config !== null) applyFile(command, config, places);
  speakAs(command, shell);
  const patterns = listOf(config?.values.inputs ?? []);
  const { expandInputs } = await import('../jobs/config/config-inputs.js');
  const found = files.length > 0 || config === null ? files : await expandInputs(patterns, config.folder);
  return { files: found, settings: settingsOf(command, files, found, config, places, shell), config };
}

/** What the file says of how to speak; `--lang` and `--log-format` were heard before anything was parsed. */
function speakAs(command: Command, shell: Shell): void {
  const lang = command.getOptionValue('lang') as Lang | undefined;
  if (shell.langAsked === null && lang !== undefined) {
    shell.langAsked = lang;
    shell.lang = lang;
  }
  if (command.getOptionValue('logFormat') === 'json') shell.logging = 'json';
}

type Places = Map<string, { readonly from: From; readonly at: string }>;

function applyFile(command: Command, config: Config, places: Places): void {
  if (config.values.out !== undefined && config.values.runs !== undefined)
    throw troubleAt(config, 'runs', (findings, at) =>
      findings.add('usage.both', at, { one: 'out', other: 'runs' }),
    );
  for (const key of keys) {
    const value = config.values[key];
    // Either of --out and --runs on the command line stands for both.
    const taken = key === 'out' || key === 'runs' ? places.has('out') || places.has('runs') : places.has(key);
    if (value === undefined || taken) continue;
    const { attribute, read } = known[key];
    const option = command.options.find((one) => one.attributeName() === attribute);
    const given = read === undefined ? parsed(option, value, key, config) : read(value as never, config);
    command.setOptionValueWithSource(attribute, given, 'config');
    places.set(key, { from: 'file', at: `${config.path}:${config.at(key).line}` });
  }
}

/** As the option itself reads its text: sizes, durations. */
function parsed(option: Option | undefined, value: unknown, key: ConfigKey, config: Config): unknown {
  if (typeof value !== 'string' || option?.parseArg === undefined) return value;
  // A word was checked already, where the file was read.
  if (option.argChoices !== undefined) return value;
  try {
    return option.parseArg(value, undefined as never);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    const wanted = error.message;
    throw troubleAt(config, key, (findings, at) =>
      findings.add('usage.config-value', at, { key, value, wanted }),
    );
  }
}

const troubleAt = (config: Config, key: ConfigKey, tell: (findings: Findings, at: Position) => void) => {
  const findings = new Findings();
  tell(findings, config.at(key));
  return usageError(findings.all);
};

function settingsOf(
  command: Command,
  given: readonly string[],
  files: readonly string[],
  config: Config | null,
  places: Places,
  shell: Shell,
): Setting[] {
  const inputs: Setting =
    given.length > 0
      ? { key: 'inputs', value: given, from: 'command-line', at: '' }
      : config?.values.inputs !== undefined
        ? { key: 'inputs', value: files, from: 'file', at: `${config.path}:${config.at('inputs').line}` }
        : { key: 'inputs', value: null, from: 'none', at: '' };
  return [
    inputs,
    ...keys.map((key): Setting => {
      const own = command.getOptionValue(known[key].attribute) as unknown;
      const value = key === 'lang' ? (shell.langAsked ?? own) : own;
      const place = places.get(key);
      const empty = value === undefined || (Array.isArray(value) && value.length === 0);
      if (place !== undefined) return { key, value: empty ? null : value, ...place };
      return { key, value: empty ? null : value, from: empty ? 'none' : 'default', at: '' };
    }),
  ];
}

/**
 * Trouble with the value of an option, told where that value stands: in a job that nobody watches no one gave `--period`, but
 * line 3 of innopoints.yaml did, or INNOPOINTS_PERIOD.
 */
export function atSource(error: unknown, settings: readonly Setting[]): unknown {
  if (!(error instanceof EdgeError)) return error;
  const places = new Map<string, string>(
    settings
      .filter((one) => one.from === 'file' || one.from === 'environment')
      .map((one) => [`--${one.key.replaceAll('_', '-')}`, one.at]),
  );
  const findings = error.findings.map((one) => {
    const place = places.get(one.at.file);
    return place === undefined ? one : { ...one, at: { ...one.at, file: place } };
  });
  return new EdgeError(error.exit, findings);
}
