import { z } from '../../model/zod.js';
import { scoreSchema } from '../methods/index.js';
import { sourceSchema } from './source.js';
import { expressionSchema, nameId, quantitySchema, textSchema } from './words.js';

export const groupSchema = z.strictObject({
  id: nameId,
  name: textSchema,
  part: z.enum(['base', 'bonus', 'deduction']).default('base'),
  cap: z.number().optional(),
  /** Below it a firm stands on no whitelist. */
  min: z.number().optional(),
  /** Required where the group states a figure of its own. */
  source: sourceSchema.optional(),
});

/**
 * A firm and the points it earns: field ids with values in canonical units or with their unit (`50 万元`, `5%`), and
 * `points`; `stage` where the weight differs by stage, `cohort` (values) for rank, `as_of` for ages.
 */
const exampleSchema = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(z.number())]),
);

export const indicatorSchema = z.strictObject({
  id: nameId,
  group: z.string().min(1),
  name: textSchema,
  /** Absent under best_of, whose options have values of their own. */
  value: expressionSchema.optional(),
  score: scoreSchema,
  weight: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
  missing: z.enum(['zero', 'finding', 'reweight']),
  unit: z.string().min(1).optional(),
  source: sourceSchema,
  examples: z.array(exampleSchema).optional(),
});

export const stagesSchema = z.strictObject({
  by: expressionSchema.optional(),
  cuts: z
    .array(
      z.strictObject({
        below: quantitySchema.optional(),
        when: expressionSchema.optional(),
        stage: z.string().min(1),
      }),
    )
    .min(1),
  source: sourceSchema,
});

export type GroupDocument = z.infer<typeof groupSchema>;
export type ExampleDocument = z.infer<typeof exampleSchema>;
export type IndicatorDocument = z.infer<typeof indicatorSchema>;
export type StagesDocument = z.infer<typeof stagesSchema>;
