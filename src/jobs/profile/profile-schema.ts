import { profileSchema } from '../../profile/index.js';

/** The JSON Schema of profiles and packs as it is shipped and printed. */
export const printedSchema = (): string => `${JSON.stringify(profileSchema(), null, 1)}\n`;
