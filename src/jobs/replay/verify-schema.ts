import { manifestJsonSchema } from '../../report/index.js';

/** The JSON Schema of manifest.json as it is printed. */
export const printedManifestSchema = (): string => `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
