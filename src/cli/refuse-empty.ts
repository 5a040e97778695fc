import type { Command } from 'commander';
import { Findings, usageError } from '../finding/index.js';

/** An empty text on the command line is a variable that a script did not set: refused, whatever it stands for (exit 2). */
export function refuseEmpty(command: Command): void {
  const findings = new Findings();
  for (const option of command.options) {
    const key = option.attributeName();
    if (command.getOptionValueSource(key) !== 'cli') continue;
    const value = command.getOptionValue(key) as unknown;
    const empty = Array.isArray(value) ? value.some(isBlank) : isBlank(value);
    if (empty) findings.add('usage.empty', { file: command.name() }, { option: option.long ?? option.flags });
  }
  command.processedArgs.flat().forEach((value, at) => {
    const name =
      command.registeredArguments[Math.min(at, command.registeredArguments.length - 1)]?.name() ?? '';
    if (isBlank(value)) findings.add('usage.empty', { file: command.name() }, { option: name.toUpperCase() });
  });
  if (findings.hasErrors) throw usageError(findings.all);
}

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';
