import { z } from '../../model/zod.js';
import { caseSchema } from './case.js';
import {
  bypassSchema,
  causeSchema,
  checkSchema,
  gradeSchema,
  listSchema,
  offerSchema,
  publicitySchema,
  shareSchema,
  vetoSchema,
} from './decision.js';
import { fieldSchema } from './field.js';
import { groupSchema, indicatorSchema, stagesSchema } from './indicator.js';
import { sourceSchema } from './source.js';
import { nameId, profileIdPattern, quantitySchema, textSchema } from './words.js';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date');
const profileId = z.string().regex(profileIdPattern, 'profile-id');

/**
 * A profile with inheritance settled: the one place of its schema. Defaults are written in, and the order of keys here
 * is the order in which a resolved profile is printed. No key is transformed, so a printed profile reads back the same.
 */
export const documentSchema = z.strictObject({
  profile: profileId,
  name: textSchema,
  about: textSchema.optional(),
  /** What standing on its whitelist makes of a firm; `identify` takes the profiles that say so. */
  identifies: textSchema.optional(),
  in_force: z.strictObject({ from: date, to: date.optional() }),
  status: z.enum(['official', 'sample']),
  lang: z.enum(['zh', 'en']).default('zh'),
  /** What the weights of the base groups add up to in every stage; `sum` for a profile that does not say. */
  scale: z.union([z.number().positive(), z.literal('sum')]).optional(),
  decimals: z.int().min(0).max(10).default(2),
  /** The lowest total; `none` lets deductions go below 0. */
  floor: z.union([z.number(), z.literal('none')]).default(0),
  identity: z
    .strictObject({
      check_character: z.enum(['warning', 'error']).default('warning'),
      accepts: z
        .array(z.enum(['uscc', 'registration', 'organisation']))
        .min(1)
        .default(['uscc']),
    })
    .default({ check_character: 'warning', accepts: ['uscc'] }),
  blanks: z.array(z.string()).default([]),
  fields: z.record(nameId, fieldSchema),
  checks: z.array(checkSchema).default([]),
  stages: stagesSchema.optional(),
  groups: z.array(groupSchema).default([]),
  indicators: z.array(indicatorSchema).default([]),
  bonus: z.strictObject({ cap: z.number(), source: sourceSchema }).optional(),
  /** Least share of a group's weight that must be known under `missing: reweight`. */
  coverage: z.strictObject({ at_least: quantitySchema, source: sourceSchema }).optional(),
  vetoes: z.array(vetoSchema).default([]),
  bypass: z.array(bypassSchema).default([]),
  grades: z.array(gradeSchema).default([]),
  /** Repairable causes; optional, so that a resolved profile without them keeps its bytes. */
  causes: z.array(causeSchema).optional(),
  lists: z.array(listSchema).default([]),
  offers: z.array(offerSchema).default([]),
  list_columns: z.array(z.string().min(1)).default([]),
  /** What banks see of a whitelist. */
  share: shareSchema.optional(),
  publicity: publicitySchema.optional(),
  cases: z.array(caseSchema).optional(),
});

export type ProfileDocument = z.infer<typeof documentSchema>;
