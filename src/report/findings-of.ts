import type { Finding } from '../model/finding.js';
import type { Run } from '../model/run.js';

const none: readonly Finding[] = [];

/** The findings of each firm, in the run's order. Cost: one pass over the findings. */
export function findingsOf(run: Pick<Run, 'findings'>): (firm: number) => readonly Finding[] {
  const byFirm = new Map<number, Finding[]>();
  for (const one of run.findings) {
    if (one.firm === null) continue;
    const list = byFirm.get(one.firm);
    if (list === undefined) byFirm.set(one.firm, [one]);
    else list.push(one);
  }
  return (firm) => byFirm.get(firm) ?? none;
}
