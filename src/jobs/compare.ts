import { compareRuns, openRun } from '../analyse/index.js';
import type { Compared } from '../model/compared.js';
import type { Lang } from '../model/text.js';
import { comparedWords, compareTable, writeAnalysis } from '../report/index.js';
import { requireTablePath } from './require-table-path.js';

export interface CompareRequest {
  /** Run folders, the earlier first. */
  readonly before: string;
  readonly after: string;
  /** A .xlsx or .csv, one line a firm; null writes nothing. */
  readonly out: string | null;
  readonly force: boolean;
  readonly lang: Lang;
}

/**
 * Two saved runs, firm by firm. Throws EdgeError: 2 runs that cannot be compared, 3 no run or a damaged one, 4 could not
 * write. Cost: scoring both runs again, and a third time where the profile changed.
 */
export async function compare({ before, after, out, force, lang }: CompareRequest): Promise<Compared> {
  await requireTablePath(out, force);
  const [earlier, later] = [openRun(before), openRun(after)];
  const compared = compareRuns(earlier, later, lang);
  if (out !== null) {
    const table = compareTable(compared, lang, out.toLowerCase().endsWith('.csv'));
    const words = comparedWords(compared, [earlier.plan, later.plan], table, lang);
    await writeAnalysis(table, { path: out, force, lang, decimals: compared.decimals, words });
  }
  return compared;
}
