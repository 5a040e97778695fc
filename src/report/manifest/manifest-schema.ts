import { dispositions } from '../../model/decisions.js';
import type { Manifest } from '../../model/run.js';
import { z } from '../../model/zod.js';

/**
 * What manifest.json holds, written once: read back by it, published as JSON Schema from it. Format 1 stays readable
 * for ever, so what a later version adds is optional here, and a reader passes over keys that it does not know.
 */

export const count = z.int().min(0);
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const fileHash = z
  .looseObject({
    file: z.string().min(1).describe('Name; outputs relative to the run folder, with forward slashes'),
    bytes: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .describe('A file by name, size and hash');

/** A file inside the run folder: no part of its name leads out of it. */
export const outputFile = fileHash.extend({
  file: z.string().regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\0]+$/),
});

export const rows = z
  .looseObject({
    total: count,
    byFate: z.looseObject({ used: count, superseded: count, rejected: count, skipped: count }),
    skipped: z.record(z.string(), count).describe('Why rows were skipped; adds up to byFate.skipped'),
  })
  .describe('Every row with a non-blank cell is exactly one of these');

const firms = z
  .looseObject({
    total: count,
    byDisposition: z.looseObject(
      Object.fromEntries(dispositions.map((one) => [one, count])) as Record<
        (typeof dispositions)[number],
        typeof count
      >,
    ),
  })
  .describe('Every firm has exactly one disposition');

/** What was asked for: with the inputs and data/profile.yaml enough to make the same bytes again. */
export const options = z
  .looseObject({
    format: z.enum(['xlsx', 'csv']),
    headers: z.enum(['text', 'id']),
    /** Only where report.html was left out. */
    html: z.exactOptional(z.literal(false)),
    /** Only where it was asked for. */
    oneWorkbook: z.exactOptional(z.literal(true)),
    lang: z.enum(['zh', 'en']).nullable().describe("null: the profile's language"),
    sheets: z.array(z.string()),
    encoding: z.string().nullable(),
    without: z.array(z.string()).describe('Fields that no input has'),
    skipUnreadable: z.boolean(),
    maxInflated: count.nullable().describe('Bytes that a workbook may inflate to; null: the default'),
    maxParts: z.exactOptional(count).describe('Parts that a workbook may have, where told'),
    maxColumns: z.exactOptional(count).describe('Columns that a text table may have, where told'),
    files: z.array(z.string()).describe('Inputs that hold firms, in the order given, unreadable ones too'),
    prior: z.array(z.string()).describe("Inputs that hold last year's figures"),
    lists: z.array(z.string()).describe('Lists of other bureaus: field=input'),
    feedback: z.exactOptional(z.array(z.string())).describe("Inputs that hold banks' answers"),
    adjust: z.exactOptional(z.array(z.string())).describe("Inputs that hold people's decisions about lists"),
    roster: z.exactOptional(z.array(z.string())).describe('Inputs that name the firms that should file'),
    fixes: z.exactOptional(z.array(z.string())).describe('Inputs whose rows take the place of others'),
    by: z.exactOptional(z.string()).describe('The column that reports are split by'),
    rate: z.exactOptional(z.string()).describe('Yuan for one unit of another currency: USD=7.1'),
    rateDate: z.exactOptional(day).describe('The day of that rate'),
  })
  .describe('Everything asked for that changes an output');

export const tool = z.looseObject({ name: z.literal('innopoints'), version: z.string() });

export const times = {
  started: z.iso.datetime().describe('The only time of day in a run folder'),
  seconds: z.number().min(0),
  seal: z.exactOptional(
    fileHash.shape.sha256.describe('SHA-256 of the text above this line, closed by a line feed and a brace'),
  ),
};

/** What `assess` writes. */
export const manifestSchema = z.looseObject({
  format: z.literal(1),
  tool,
  profile: z.looseObject({
    id: z.string(),
    status: z.enum(['official', 'sample']),
    sha256: fileHash.shape.sha256.describe('Of data/profile.yaml'),
  }),
  period: z.string(),
  asOf: day,
  options,
  inputs: z.array(fileHash),
  mapping: fileHash.nullable().describe('The saved mapping that was used'),
  previous: z.exactOptional(
    fileHash.describe('The manifest of the last run that this one was compared with'),
  ),
  outputs: z.array(outputFile).describe('Every file of the run folder but the manifest, sorted by name'),
  rows,
  firms,
  findings: z.record(z.string(), count).describe('How often each finding was made, by its id'),
  adjustments: z.exactOptional(z.record(z.string(), count).describe('How many adjustments came to what')),
  ...times,
}) satisfies z.ZodType<Manifest>;

/** A manifest as it was read: options as far as this version knows them. */
export type SavedManifest = z.infer<typeof manifestSchema>;
