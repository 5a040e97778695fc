import type { z } from 'zod';
import type { Findings } from '../finding/index.js';
import { checkBy } from './document/check-document.js';
import { type Reporter, reporterOf } from './report.js';
import type { Marks } from './yaml/places.js';
import { readYaml } from './yaml/read-yaml.js';

export interface Checked<T> {
  readonly value: T;
  /** Where a part of it stands. */
  at: Reporter['at'];
}

/**
 * Another YAML text than a profile, checked down to its last key by a schema of the caller's, with a profile's findings:
 * line, column, did-you-mean. null where it does not hold. Cost: as `readYaml`.
 */
export function readChecked<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  findings: Findings,
): Checked<T> | null {
  const marks: Marks = new WeakMap();
  const read = readYaml(text, file, marks, findings);
  if (read === null) return null;
  const reporter = reporterOf(read.value, marks, read.top, findings);
  const value = checkBy(schema, read.value, reporter);
  return value === null || findings.hasErrors ? null : { value, at: reporter.at };
}
