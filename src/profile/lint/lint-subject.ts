import type { Plan } from '../../model/plan.js';
import type { ProfileDocument } from '../document/document.js';
import type { LoadedProfile } from '../load.js';
import type { Reporter } from '../report.js';

/** What a lint looks at, and how it tells what it found. */
export interface LintSubject {
  readonly loaded: LoadedProfile;
  readonly plan: Plan;
  readonly document: ProfileDocument;
  readonly reporter: Reporter;
}
