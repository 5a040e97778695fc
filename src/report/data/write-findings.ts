import type { FileHash, Run } from '../../model/run.js';
import { writeParts } from '../publish/write-file.js';

/** data/findings.ndjson: one finding a line as in the model; `firm` is the 0-based record of data/firms.csv, or null. */
export async function writeFindings(folder: string, run: Run, order: readonly number[]): Promise<FileHash> {
  const recordOf = new Int32Array(run.firms.count);
  order.forEach((firm, record) => {
    recordOf[firm] = record;
  });
  const lines = function* () {
    let part = '';
    for (const one of run.findings) {
      const firm = one.firm === null ? null : (recordOf[one.firm] ?? null);
      const { id, severity, at, args, notes } = one;
      part += `${JSON.stringify({ id, severity, at, args, notes, firm })}\n`;
      if (part.length < 1 << 16) continue;
      yield part;
      part = '';
    }
    yield part;
  };
  return await writeParts(folder, 'data/findings.ndjson', lines());
}
