import { Chalk } from 'chalk';
import type { Severity } from '../model/finding.js';

/** Colours, or none where stderr is no terminal or NO_COLOR is set. */
export const painter = (colour: boolean) => {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    severity: (severity: Severity) =>
      severity === 'error' ? chalk.red : severity === 'warning' ? chalk.yellow : chalk.dim,
  };
};

export type Painter = ReturnType<typeof painter>;
