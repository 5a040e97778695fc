import { z } from '../../model/zod.js';
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
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'grade-id'),
  name: textSchema.optional(),
  at_least: z.number().optional(),
  top: quantitySchema.optional(),
  source: sourceSchema,
});

/** One rule, or several that must all hold; an entry may say its condition in words of its own. */
const whenSchema = z.union([
  expressionSchema,
  z.array(z.union([expressionSchema, z.strictObject({ hold: expressionSchema, text: textSchema })])).min(1),
]);

/** Why a firm is not lent to yet (可修复原因): true where the cause is there, who sees to it, what mends it. */
export const causeSchema = z.strictObject({
  id: safeId,
  when: expressionSchema,
  text: textSchema,
  department: textSchema,
  remedy: textSchema,
  /** Where nobody knows: told as still to be verified, or passed over. */
  unknown: z.enum(['tell', 'ignore']).default('tell'),
  source: sourceSchema,
});

export const listSchema = z.strictObject({
  id: safeId,
  kind: z.enum(['whitelist', 'referral', 'pool', 'ranking', 'publicity']),
  name: textSchema,
  when: whenSchema,
  /** Only the first so many by total (100), or the first share (5%); all that tie at the edge are in. */
  top: quantitySchema.optional(),
  /** Ranked within each word of a text: the stage, the industry. */
  by: expressionSchema.optional(),
  /** Names of the first places, best first. */
  bands: z
    .array(z.strictObject({ top: quantitySchema, name: textSchema }))
    .min(1)
    .optional(),
  /** Ids of causes that a referral list asks its firms about. */
  diagnose: z.array(z.string().min(1)).min(1).optional(),
  source: sourceSchema,
});

const limitSchema = z.union([z.string().min(1), z.number()]);

/** How much of a code or a name is shown. */
const maskSchema = z.enum(['none', 'middle', 'tail4']);

/** What leaves the house: which columns a bank sees, which are masked, and the field that says a firm allows it. */
export const shareSchema = z.strictObject({
  columns: z.array(z.string().min(1)).min(1).optional(),
  mask: z.record(z.string().min(1), maskSchema).optional(),
  /** A yes/no field, or `none` where filing itself is the firm's consent. */
  consent: z.string().min(1).optional(),
  source: sourceSchema,
});

/** 公示: how firms are shown, for how many days, and where objections go. */
export const publicitySchema = z.strictObject({
  mask: z.strictObject({ id: maskSchema.optional(), name: maskSchema.optional() }).optional(),
  days: z.int().min(1).max(365).optional(),
  contact: z.string().min(1).optional(),
  source: sourceSchema,
});

export const offerSchema = z.strictObject({
  id: safeId,
  kind: z.enum(['loan', 'insurance', 'guarantee', 'equity', 'quota', 'reward']),
  name: textSchema,
  provider: z.string().min(1).optional(),
  when: whenSchema,
  /** One expression, or several of which the smallest holds. */
  limit: z.union([limitSchema, z.array(limitSchema).min(1)]).optional(),
  rate: z.string().min(1).optional(),
  term: z.string().min(1).optional(),
  enhancement: z.enum(['data', 'technology', 'guarantee']).optional(),
  /** Who bears what share of a loss; the shares make 1. */
  risk_shares: z.record(z.string().min(1), quantitySchema).optional(),
  /** Shares of bad loans at which the pool behind it warns, and stops. */
  pool: z.strictObject({ warn: quantitySchema, stop: quantitySchema }).optional(),
  /** Over the profile's `share`, for this offer's provider. */
  share: shareSchema.optional(),
  source: sourceSchema,
});

export type CheckDocument = z.infer<typeof checkSchema>;
export type VetoDocument = z.infer<typeof vetoSchema>;
export type BypassDocument = z.infer<typeof bypassSchema>;
export type GradeDocument = z.infer<typeof gradeSchema>;
export type WhenDocument = z.infer<typeof whenSchema>;
export type CauseDocument = z.infer<typeof causeSchema>;
export type ListDocument = z.infer<typeof listSchema>;
export type OfferDocument = z.infer<typeof offerSchema>;
export type ShareDocument = z.infer<typeof shareSchema>;
export type PublicityDocument = z.infer<typeof publicitySchema>;
