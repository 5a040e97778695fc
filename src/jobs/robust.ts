import { openRun, type RobustOptions, shakeWeights } from '../analyse/index.js';
import { Findings, usageError } from '../finding/index.js';
import type { Robust } from '../model/robust.js';
import type { Lang } from '../model/text.js';
import { robustTable, robustWords, writeAnalysis } from '../report/index.js';
import { requireTablePath } from './require-table-path.js';

export interface RobustRequest {
  /** The run folder. */
  readonly run: string;
  /** 10%. */
  readonly weights: string;
  readonly draws: string;
  readonly seed: string;
  /** A .xlsx or .csv, one line a firm; null writes nothing. */
  readonly out: string | null;
  readonly force: boolean;
  readonly lang: Lang;
}

/** Ranks of all draws are kept for their interval: 4 bytes a firm and draw, 60 MB for 15,000 firms and 1,000 draws. */
const MOST_DRAWS = 100_000;

/**
 * How much of a saved run's whitelist hangs on the weights. Throws EdgeError: 2 an option that cannot be applied, 3 no run or
 * a damaged one, 4 could not write. Cost: some milliseconds a draw for 15,000 firms.
 */
export async function robust(request: RobustRequest): Promise<Robust> {
  const { out, lang, force } = request;
  await requireTablePath(out, force);
  const options = readOptions(request);
  const run = openRun(request.run);
  const found = shakeWeights(run, options, lang);
  if (out !== null) {
    const table = robustTable(found, lang, out.toLowerCase().endsWith('.csv'));
    const words = robustWords(found, run.plan, table, request.weights, lang);
    await writeAnalysis(table, { path: out, force, lang, decimals: found.decimals, words });
  }
  return found;
}

/** Throws exit 2 with everything that cannot be. */
function readOptions({ weights, draws, seed }: RobustRequest): RobustOptions {
  const findings = new Findings();
  const refuse = (why: 'weights' | 'draws' | 'seed', value: string) =>
    findings.add('usage.robust', { file: `--${why}` }, { why, value });
  const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(weights.trim());
  const spread = percent === null ? Number.NaN : Number(percent[1]) / 100;
  if (!(spread >= 0 && spread < 1)) refuse('weights', weights);
  const whole = (text: string): number => (/^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN);
  if (!(whole(draws) >= 1 && whole(draws) <= MOST_DRAWS)) refuse('draws', draws);
  if (!(whole(seed) >= 0 && whole(seed) < 2 ** 32)) refuse('seed', seed);
  if (findings.hasErrors) throw usageError(findings.all);
  return { weights: spread, draws: whole(draws), seed: whole(seed) };
}
