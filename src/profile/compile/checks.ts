import type { Scope } from '../../model/expr.js';
import type { Check } from '../../model/plan.js';
import type { CheckDocument } from '../document/decision.js';
import { toText } from '../document/words.js';
import type { Reporter } from '../report.js';
import { expressionAt } from './expression.js';
import { asOfName } from './scope.js';
import { sourceAt } from './source.js';
import { reportDuplicates } from './unique.js';

/** What should hold between the figures of a firm, in the order of the profile. */
export function compileChecks(
  documents: readonly CheckDocument[],
  scope: Scope,
  reporter: Reporter,
): readonly Check[] {
  reportDuplicates(documents, ['checks'], reporter);
  return documents.flatMap((check, index) => {
    const path = ['checks', index];
    const source = sourceAt(check.source, [...path, 'source'], reporter);
    const hold = expressionAt(check.hold, [...path, 'hold'], scope, reporter, 'boolean');
    if (hold === null) return [];
    // Without a field it says the same of every firm, and there is no cell to show.
    if (hold.reads.every((name) => name === asOfName))
      reporter.add('profile.check-without-field', [...path, 'hold'], { id: check.id });
    return [{ id: check.id, hold, severity: check.severity, text: toText(check.text), source }];
  });
}
