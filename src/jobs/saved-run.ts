import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRun, reassessRun } from '../analyse/index.js';
import { firmLedger } from '../decide/index.js';
import type { Disposition } from '../model/decisions.js';
import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';
import { readManifest } from '../report/index.js';
import { parsePeriod } from './period.js';

/**
 * A run folder as the run it was, reckoned again from its `data/` with its own cohorts and adjustments: what a report
 * needs, without inputs and findings. Throws exit 3 where it is no run or not as it was written. Cost: one scoring pass.
 */
export function savedRun(folder: string, lang?: Lang): Run {
  const saved = openRun(folder);
  const { plan, asOf } = saved;
  const { firms, scores, decisions } = reassessRun(saved);
  const ledger = firmLedger(decisions);
  for (const [disposition, count] of Object.entries(saved.manifest.firms.byDisposition))
    if (ledger.byDisposition[disposition as Disposition] !== count)
      throw new Error(`${folder}: ${disposition} came out as other than ${count} when scored again`);
  const manifest = readManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const options = manifest.kind === 'read' ? manifest.manifest.options : null;
  const inputs = new Set(saved.manifest.inputs.map((one) => one.file));
  const asked = [...(options?.files ?? []), ...(options?.prior ?? [])];
  return {
    plan,
    profileYaml: '',
    period: parsePeriod(saved.manifest.period)!,
    asOf,
    lang: lang ?? options?.lang ?? plan.lang,
    sources: [],
    mappings: [],
    firms,
    scores,
    decisions,
    findings: [],
    rowLedger: { total: 0, byFate: { used: 0, superseded: 0, rejected: 0, skipped: 0 }, skipped: {} },
    firmLedger: ledger,
    without: options?.without ?? [],
    absent: [],
    unreadable: asked.filter((file) => !inputs.has(file)),
    mappingFile: null,
    adjustments: saved.adjustments(),
  };
}
