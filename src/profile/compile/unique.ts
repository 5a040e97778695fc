import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';

/** Reports every id that a list holds a second time. */
export function reportDuplicates(
  entries: readonly { readonly id: string }[],
  path: Path,
  reporter: Reporter,
): void {
  const seen = new Map<string, number>();
  for (const [index, { id }] of entries.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else
      reporter.add('profile.duplicate-id', [...path, index, 'id'], { id }, { first: [...path, first, 'id'] });
  }
}
