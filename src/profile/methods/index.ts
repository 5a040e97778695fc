/** How a value becomes points: one method a file, each with its settings, its compiling and its one-line text. */
import { z } from '../../model/zod.js';
import { bestOfSchema, lintBestOf } from './best-of.js';
import { bySchema, lintBy } from './by.js';
import { casesSchema, lintCases } from './cases.js';
import { lintWithin, type MethodLint } from './method.js';
import { lintOneValue, oneValueMethods, oneValueSchemas } from './score-one.js';

/** Exactly one key names the method. */
export const scoreSchema = z.strictObject({
  ...oneValueSchemas,
  best_of: bestOfSchema.optional(),
  cases: casesSchema.optional(),
  by: bySchema.optional(),
});

export type Score = z.infer<typeof scoreSchema>;

export const methodNames: readonly string[] = [...oneValueMethods, 'best_of', 'cases', 'by'];

/** What the method of an indicator has wrong though it compiles. */
export function lintScore({ best_of, cases, by, ...one }: Score, lint: MethodLint): void {
  if (best_of !== undefined) lintBestOf(best_of, lintWithin(lint, 'best_of'));
  if (cases !== undefined) lintCases(cases, lintWithin(lint, 'cases'));
  if (by !== undefined) lintBy(by, lintWithin(lint, 'by'));
  lintOneValue(one, lint);
}

export { type CompileOption, compileBestOf } from './best-of.js';
export { type CompileEntry, compileBy } from './by.js';
export { type CompileCondition, compileCases } from './cases.js';
export type { MethodContext, MethodLint } from './method.js';
export { compileOneValue } from './score-one.js';
