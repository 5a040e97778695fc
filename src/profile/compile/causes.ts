import type { Scope } from '../../model/expr.js';
import type { Cause } from '../../model/plan.js';
import type { CauseDocument } from '../document/decision.js';
import { toText } from '../document/words.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { conditionOf, type Named } from './conditions.js';
import { expressionAt } from './expression.js';
import { sourceAt } from './source.js';
import { reportDuplicates } from './unique.js';

/** The table of repairable causes, in the order of the profile. */
export function compileCauses(
  documents: readonly CauseDocument[],
  scope: Scope,
  named: Named,
  reporter: Reporter,
): readonly Cause[] {
  reportDuplicates(documents, ['causes'], reporter);
  return documents.flatMap((cause, index): Cause[] => {
    const path = ['causes', index];
    const source = sourceAt(cause.source, [...path, 'source'], reporter);
    const when = expressionAt(cause.when, [...path, 'when'], scope, reporter, 'boolean');
    if (when === null) return [];
    return [
      {
        id: cause.id,
        condition: conditionOf(when, toText(cause.text), scope, named),
        department: toText(cause.department),
        remedy: toText(cause.remedy),
        unknown: cause.unknown,
        source,
      },
    ];
  });
}

/** The causes that a list looks for, as indexes into the table. */
export function compileDiagnose(
  stated: readonly string[],
  path: Path,
  causes: readonly { readonly id: string }[],
  reporter: Reporter,
): readonly number[] {
  const known = causes.map((one) => one.id);
  for (const [index, name] of stated.entries())
    if (!known.includes(name))
      reporter.add('profile.unknown-cause', [...path, index], { name, near: nearestWords(name, known) });
  return stated.map((name) => known.indexOf(name)).filter((index) => index >= 0);
}
