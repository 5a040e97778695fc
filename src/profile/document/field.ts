import { z } from '../../model/zod.js';
import { quantitySchema, textSchema } from './words.js';

/** One canonical input. The key of the map it stands in is its id. */
export const fieldSchema = z.strictObject({
  name: textSchema,
  type: z.enum(['number', 'text', 'boolean', 'date']).default('number'),
  role: z.enum(['id', 'name', 'period', 'status']).optional(),
  unit: z.string().min(1).optional(),
  /** Stated by the unit already; may be repeated for the reader. */
  currency: z.enum(['CNY', 'USD']).optional(),
  basis: z.enum(['year', 'cumulative', 'end', 'instant']).optional(),
  combine: z.enum(['same', 'any', 'sum', 'max']).default('same'),
  aliases: z.array(z.string().min(1)).optional(),
  codes: z.array(z.string().min(1)).optional(),
  code_unit: z.string().min(1).optional(),
  not: z.array(z.string().min(1)).optional(),
  min: quantitySchema.optional(),
  max: quantitySchema.optional(),
  outside: z.enum(['error', 'warning']).default('warning'),
  /** Each word allowed, with the other spellings that mean it. */
  words: z.record(z.string().min(1), z.array(z.string().min(1))).optional(),
  optional: z.boolean().default(false),
  prior_of: z.string().min(1).optional(),
});

export type FieldDocument = z.infer<typeof fieldSchema>;
