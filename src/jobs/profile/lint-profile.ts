import { EdgeError, Findings, usageError } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import { lintProfile, loadProfile } from '../../profile/index.js';
import { parseDay } from '../period.js';
import { profileFoldersOf } from '../profile-folders.js';

/** What was found in one profile. */
export interface LintedProfile {
  /** As it was asked for. */
  readonly profile: string;
  /** False where it does not load; `findings` then say why. */
  readonly loaded: boolean;
  /** By line and column. */
  readonly findings: readonly Finding[];
}

export interface LintHow {
  readonly folders?: readonly string[] | undefined;
  /** A day on which the profiles should be in force (2025-12-31); undefined: that is not asked, for no clock is read. */
  readonly asOf?: string | undefined;
}

/** Lints each profile. One that does not load is told among the others. Throws a usage error for a day that is none. */
export function lintProfiles(
  asked: readonly string[],
  { folders, asOf }: LintHow = {},
): readonly LintedProfile[] {
  if (asOf !== undefined && parseDay(asOf) === null) {
    const findings = new Findings();
    findings.add('usage.day', { file: '--as-of' }, { value: asOf });
    throw usageError(findings.all);
  }
  return asked.map((profile) => {
    try {
      const loaded = loadProfile(profile, profileFoldersOf(folders));
      return { profile, loaded: true, findings: lintProfile(loaded, asOf ?? null) };
    } catch (error) {
      if (!(error instanceof EdgeError)) throw error;
      return { profile, loaded: false, findings: error.findings };
    }
  });
}
