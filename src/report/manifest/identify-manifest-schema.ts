import { changes, type IdentifyManifest } from '../../model/identified.js';
import { standings } from '../../model/judged.js';
import { z } from '../../model/zod.js';
import { count, day, fileHash, options, outputFile, rows, times, tool } from './manifest-schema.js';

const countsOf = <Key extends string>(keys: readonly Key[]) =>
  z.looseObject(Object.fromEntries(keys.map((one) => [one, count])) as Record<Key, typeof count>);

const scheme = z
  .looseObject({
    id: z.string(),
    status: z.enum(['official', 'sample']),
    sha256: fileHash.shape.sha256.describe('Of data/schemes/ID.yaml'),
    lacking: z.array(z.string()).describe('Fields that it reads and no input has as a column'),
    firms: countsOf(standings).describe('Every firm has exactly one standing'),
    changes: z.exactOptional(countsOf(changes)).describe('Against the last identification'),
  })
  .describe('A scheme that firms were held to');

/** What `identify` writes: as the manifest of an assessment, with schemes where that has its profile. */
export const identifyManifestSchema = z.looseObject({
  format: z.literal(1),
  kind: z.literal('identify'),
  tool,
  schemes: z.array(scheme).min(1),
  period: z.string(),
  asOf: day,
  options: options.pick({
    format: true,
    headers: true,
    lang: true,
    sheets: true,
    encoding: true,
    skipUnreadable: true,
    maxInflated: true,
    maxParts: true,
    maxColumns: true,
    files: true,
    prior: true,
    lists: true,
  }),
  inputs: z.array(fileHash),
  mapping: fileHash.nullable().describe('The saved mapping that was used'),
  previous: z
    .looseObject({ period: z.string(), file: fileHash })
    .nullable()
    .describe('The standings of the last identification'),
  outputs: z.array(outputFile).describe('Every file of the folder but the manifest, sorted by name'),
  rows,
  firms: count,
  exceptions: count.describe('Rows that no scheme could give to a firm'),
  findings: z.record(z.string(), count).describe('How often each finding was made, by its id'),
  ...times,
}) satisfies z.ZodType<IdentifyManifest>;

/** The manifest of an identification as it was read. */
export type SavedIdentification = z.infer<typeof identifyManifestSchema>;
