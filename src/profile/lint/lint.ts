import { Findings, sortFindings } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import type { LoadedProfile } from '../load.js';
import { reporterAt } from '../report.js';
import { lintDecisions } from './lint-decisions.js';
import { lintFields } from './lint-fields.js';
import { lintHead } from './lint-head.js';
import { lintIndicators } from './lint-indicators.js';
import { lintSources } from './lint-sources.js';
import type { LintSubject } from './lint-subject.js';
import { lintWords } from './lint-words.js';

/**
 * What a profile that loads has wrong all the same: what can never happen, what nobody reads, what is not shown by an
 * example or traced to a source; what loading remarked stands among it. By file, line and column. `asOf` (2025-12-31) is
 * the day on which it should be in force, null where that is not asked. Pure. Cost: milliseconds.
 */
export function lintProfile(loaded: LoadedProfile, asOf: string | null): readonly Finding[] {
  const findings = new Findings();
  const { plan, document } = loaded;
  const subject: LintSubject = { loaded, plan, document, reporter: reporterAt(loaded.at, findings) };
  lintHead(subject, asOf);
  lintFields(subject);
  lintIndicators(subject);
  lintDecisions(subject);
  lintWords(subject);
  lintSources(subject);
  return sortFindings([...loaded.findings, ...findings.all]);
}
