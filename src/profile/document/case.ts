import { z } from '../../model/zod.js';

/**
 * A whole firm, and what must come of it: field ids (or names) with values in canonical units or with their unit, as in
 * the examples of an indicator; a field that is not named is blank. `expect` holds what is to be compared, the rest is
 * left open. A firm of a case is alone: its cohort is itself, so ranks among others belong in `examples`. Cases speak of
 * this profile's figures, so a profile takes none from the one it extends.
 */
export const caseSchema = z.strictObject({
  name: z.string().min(1),
  /** The day at which ages are reckoned; without it they are unknown. */
  as_of: z.string().min(1).optional(),
  firm: z.record(z.string().min(1), z.union([z.number(), z.string(), z.boolean(), z.null()])),
  expect: z.strictObject({
    /** null: no stage could be decided. */
    stage: z.string().min(1).nullable().optional(),
    /** null: no total, for the firm is rejected, confirmed without points, or the profile has gates only. */
    total: z.number().nullable().optional(),
    grade: z.string().min(1).nullable().optional(),
    disposition: z.enum(['rejected', 'vetoed', 'whitelisted', 'referred', 'below-line']).optional(),
    /** Exactly these, in any order. */
    lists: z.array(z.string().min(1)).optional(),
    vetoes: z.array(z.string().min(1)).optional(),
    offers: z.array(z.string().min(1)).optional(),
  }),
});

export type CaseDocument = z.infer<typeof caseSchema>;
