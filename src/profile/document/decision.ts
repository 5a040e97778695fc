import { z } from 'zod';
import { sourceSchema } from './source.js';
import { expressionSchema, quantitySchema, safeId, textSchema } from './words.js';

/** What should hold between the figures of a firm; told where it does not. */
export const checkSchema = z.strictObject({
  id: safeId,
  hold: expressionSchema,
  severity: z.enum(['warning', 'error']),
  text: textSchema,
  source: sourceSchema,
});

export const vetoSchema = z.strictObject({
  id: safeId,
  bar: expressionSchema,
  text: textSchema,
  /** What becomes of a firm of which it is not known: the author chooses, there is no default. */
  unknown: z.enum(['pass-with-warning', 'veto', 'reject']),
  source: sourceSchema,
});

/** Any of these confirms a firm that no veto bars, without a total; lists and offers read it as `bypassed`. */
export const bypassSchema = z.strictObject({
  id: safeId,
  when: expressionSchema,
  text: textSchema,
  source: sourceSchema,
});

/** The key states the edge: a total of at least, or the best share of the ranked firms. Listed best first. */
export const gradeSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'grade-id'),
  name: textSchema.optional(),
  at_least: z.number().optional(),
  top: quantitySchema.optional(),
  source: sourceSchema,
});

export const listSchema = z.strictObject({
  id: safeId,
  kind: z.enum(['whitelist', 'referral', 'pool', 'ranking', 'publicity']),
  name: textSchema,
  when: expressionSchema,
  source: sourceSchema,
});

const limitSchema = z.union([z.string().min(1), z.number()]);

export const offerSchema = z.strictObject({
  id: safeId,
  kind: z.enum(['loan', 'insurance', 'guarantee', 'equity', 'quota', 'reward']),
  name: textSchema,
  provider: z.string().min(1).optional(),
  when: expressionSchema,
  /** One expression, or several of which the smallest holds. */
  limit: z.union([limitSchema, z.array(limitSchema).min(1)]).optional(),
  rate: z.string().min(1).optional(),
  term: z.string().min(1).optional(),
  enhancement: z.enum(['data', 'technology', 'guarantee']).optional(),
  /** Who bears what share of a loss; the shares make 1. */
  risk_shares: z.record(z.string().min(1), quantitySchema).optional(),
  source: sourceSchema,
});

export type CheckDocument = z.infer<typeof checkSchema>;
export type VetoDocument = z.infer<typeof vetoSchema>;
export type BypassDocument = z.infer<typeof bypassSchema>;
export type GradeDocument = z.infer<typeof gradeSchema>;
export type ListDocument = z.infer<typeof listSchema>;
export type OfferDocument = z.infer<typeof offerSchema>;
