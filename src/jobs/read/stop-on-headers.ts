import { type Findings, inputError, sortFindings } from '../../finding/index.js';
import type { Source } from '../../model/table.js';

/** Trouble in a header is every firm's trouble: the run stops before a firm is judged (exit 3). */
export function stopOnHeaders(findings: Findings, sources: readonly Source[]): void {
  const fatal = findings.all.filter((one) => one.severity === 'error' && one.id.startsWith('header.'));
  if (fatal.length > 0)
    throw inputError(
      sortFindings(
        fatal,
        sources.map((source) => source.file),
      ),
    );
}
