import type { FileHash, Run } from '../../model/run.js';
import { writeParts } from '../publish/write-file.js';

/** data/cohorts.json: cohort name → its values, sorted; one cohort a line, by name. */
export async function writeCohorts(folder: string, run: Run): Promise<FileHash> {
  const names = [...run.scores.cohorts.keys()].sort();
  const lines = names.map(
    (name) => `${JSON.stringify(name)}: ${JSON.stringify(Array.from(run.scores.cohorts.get(name)!))}`,
  );
  return await writeParts(folder, 'data/cohorts.json', [
    lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`,
  ]);
}
