import type { SourceNote } from '../../model/source-note.js';
import { z } from '../../model/zod.js';

/** Where a figure comes from: a public text, or `assumed: true` with a reason. Which of the two is checked at compiling. */
export const sourceSchema = z.strictObject({
  document: z.string().min(1).optional(),
  issuer: z.string().min(1).optional(),
  clause: z.string().min(1).optional(),
  date: z.string().min(1).optional(),
  assumed: z.literal(true).optional(),
  reason: z.string().min(1).optional(),
});

export type SourceDocument = z.infer<typeof sourceSchema>;

/** null where the note is neither a text nor an assumption with its reason. */
export function toSource(source: SourceDocument): SourceNote | null {
  if (source.assumed === true) {
    return source.reason === undefined || source.document !== undefined
      ? null
      : { assumed: true, reason: source.reason };
  }
  if (source.document === undefined || source.reason !== undefined) return null;
  return {
    document: source.document,
    issuer: source.issuer ?? null,
    clause: source.clause ?? null,
    date: source.date ?? null,
  };
}
