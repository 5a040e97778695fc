import type { Adjustment } from '../../model/adjustment.js';
import type { FileHash, Run } from '../../model/run.js';
import { writeParts } from '../publish/write-file.js';

/**
 * data/adjustments.ndjson: one row of `--adjust` a line, as in the model, with what it did; `firm` is the 0-based record
 * of data/firms.csv, `list` the list's id. Only where adjustments were given.
 */
export async function writeAdjustments(
  folder: string,
  run: Run,
  all: readonly Adjustment[],
  order: readonly number[],
): Promise<FileHash> {
  const recordOf = new Map(order.map((firm, record) => [firm, record]));
  const lines = all.map((one) =>
    JSON.stringify({
      ...one,
      firm: one.firm === null ? null : recordOf.get(one.firm),
      list: one.list === null ? null : run.plan.lists[one.list]!.id,
    }),
  );
  return await writeParts(
    folder,
    'data/adjustments.ndjson',
    lines.map((line) => `${line}\n`),
  );
}
