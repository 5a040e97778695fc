import type { Scorer } from '../../model/plan.js';
import { z } from '../../model/zod.js';
import { bandsSchema, compileBands, lintBands } from './bands.js';
import { compileLinear, linearSchema } from './linear.js';
import { compileLookup, lintLookup, lookupSchema } from './lookup.js';
import { compileMark, markSchema } from './mark.js';
import { lintWithin, type MethodContext, type MethodLint } from './method.js';
import { compileRank, rankSchema } from './rank.js';
import { compileSteps, stepsSchema } from './steps.js';
import { compileTop, lintTop, topSchema } from './top.js';

/** The methods that score one value, by name. A new method is a file and its line here and below. */
export const oneValueSchemas = {
  linear: linearSchema.optional(),
  bands: bandsSchema.optional(),
  steps: stepsSchema.optional(),
  lookup: lookupSchema.optional(),
  rank: rankSchema.optional(),
  top: topSchema.optional(),
  mark: markSchema.optional(),
};

export const oneValueSchema = z.strictObject(oneValueSchemas);

export type OneValueScore = z.infer<typeof oneValueSchema>;

export const oneValueMethods = Object.keys(oneValueSchemas);

/** Methods whose raw points are a share of the weight, not points of their own. */
export const shareMethods: readonly string[] = ['linear', 'rank'];

/** Compiles the one method named. null where none is (the caller has reported it). */
export function compileOneValue(score: OneValueScore, context: MethodContext): Scorer | null {
  const inside = (name: string): MethodContext => within(context, name);
  if (score.linear !== undefined) return compileLinear(score.linear, inside('linear'));
  if (score.bands !== undefined) return compileBands(score.bands, inside('bands'));
  if (score.steps !== undefined) return compileSteps(score.steps, inside('steps'));
  if (score.lookup !== undefined) return compileLookup(score.lookup, inside('lookup'));
  if (score.rank !== undefined) return compileRank(score.rank, inside('rank'));
  if (score.top !== undefined) return compileTop(score.top, inside('top'));
  if (score.mark !== undefined) return compileMark(score.mark, inside('mark'));
  return null;
}

/** The same context, with paths that start one key further in. */
const within = (context: MethodContext, ...inner: (string | number)[]): MethodContext => ({
  ...context,
  quantity: (raw, path) => context.quantity(raw, [...inner, ...path]),
  report: (id, path, args) => context.report(id, [...inner, ...path], args),
});

/** What the one method named has wrong though it compiles; a method without a lint has nothing that could be. */
export function lintOneValue(score: OneValueScore, lint: MethodLint): void {
  if (score.bands !== undefined) lintBands(score.bands, lintWithin(lint, 'bands'));
  if (score.lookup !== undefined) lintLookup(score.lookup, lintWithin(lint, 'lookup'));
  if (score.top !== undefined) lintTop(score.top, lintWithin(lint, 'top'));
}
