/** How a value becomes points: one method a file, each with its settings, its compiling and its one-line text. */
import { z } from 'zod';
import { bestOfSchema } from './best-of.js';
import { bySchema } from './by.js';
import { casesSchema } from './cases.js';
import { oneValueMethods, oneValueSchemas } from './score-one.js';

/** Exactly one key names the method. */
export const scoreSchema = z.strictObject({
  ...oneValueSchemas,
  best_of: bestOfSchema.optional(),
  cases: casesSchema.optional(),
  by: bySchema.optional(),
});

export type Score = z.infer<typeof scoreSchema>;

export const methodNames: readonly string[] = [...oneValueMethods, 'best_of', 'cases', 'by'];

export { type CompileOption, compileBestOf } from './best-of.js';
export { type CompileEntry, compileBy } from './by.js';
export { type CompileCondition, compileCases } from './cases.js';
export type { MethodContext } from './method.js';
export { compileOneValue, within } from './score-one.js';
