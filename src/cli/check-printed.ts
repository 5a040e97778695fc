import type { Command } from 'commander';
import { Findings, usageError } from '../finding/index.js';
import type { Settled } from './config-settings.js';

/** What a run folder can be told, and one printed report cannot. */
const ofFolders = [
  { attribute: 'by', option: '--by' },
  { attribute: 'oneWorkbook', option: '--one-workbook' },
  { attribute: 'json', option: '--json' },
  { attribute: 'format', option: '--format xlsx', value: 'xlsx' },
] as const;

/** And the other way round. */
const ofPrinted = [
  { attribute: 'report', option: '--report' },
  { attribute: 'format', option: '--format ndjson', value: 'ndjson' },
] as const;

/**
 * Refuses options that would be passed over in silence (exit 2). The configuration file is written for every run: what it
 * says counts only where it also says where the run goes.
 */
export function checkPrinted(command: Command, { settings }: Settled): void {
  const out = command.getOptionValue('out') as string | undefined;
  const printed = out === '-';
  const fromFile = settings.some(({ key, from }) => key === 'out' && from === 'file');
  const findings = new Findings();
  const asked = ({ attribute, value }: { readonly attribute: string; readonly value?: string }): boolean => {
    const given = command.getOptionValue(attribute) as unknown;
    const source = command.getOptionValueSource(attribute);
    if (given === undefined || given === false || source === 'default') return false;
    return (value === undefined || given === value) && (source === 'cli' || fromFile);
  };
  if (printed) {
    for (const one of ofFolders)
      if (asked(one)) findings.add('usage.both', { file: 'assess' }, { one: one.option, other: '-o -' });
  } else if (out !== undefined || command.getOptionValue('runs') !== undefined) {
    for (const one of ofPrinted)
      if (asked(one)) findings.add('usage.needs', { file: 'assess' }, { one: one.option, other: '-o -' });
  }
  if (findings.hasErrors) throw usageError(findings.all);
}
