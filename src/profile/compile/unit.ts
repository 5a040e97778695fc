import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';

/** Reports a unit that is none, or none that may stand here. */
export const tellUnknownUnit = (
  unit: string,
  allowed: readonly string[],
  path: Path,
  reporter: Reporter,
): void => reporter.add('profile.unknown-unit', path, { unit, near: nearestWords(unit, allowed), allowed });
