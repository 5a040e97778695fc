import type { Text } from '../../model/text.js';
import { z } from '../../model/zod.js';

/** Ids that stand in expressions: no hyphen, which would be a minus there. */
export const nameId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'name-id');

/** Ids of lists, offers, vetoes and options; safe as part of a file name. */
export const safeId = z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, 'safe-id');

/** A profile names folders and files: short, and none of the names that Windows keeps for devices. */
export const profileIdPattern =
  /^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_-])?$/;

/** A text for people: Chinese, and English where the author gives it. */
export const textSchema = z.union([
  z.string().min(1),
  z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() }),
]);

/** An expression over fields; compiled later, with its own errors. */
export const expressionSchema = z.string().min(1);

/** A figure, or a figure with its unit: 0.06, 6%, 500 万元. */
export const quantitySchema = z.union([z.number(), z.string().min(1)]);

export const toText = (text: z.infer<typeof textSchema>): Text =>
  typeof text === 'string' ? { zh: text, en: text } : { zh: text.zh, en: text.en ?? text.zh };
