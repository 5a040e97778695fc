import type { Lang } from '../../model/text.js';
import { diffProfiles, type ProfileDiff } from '../../profile/index.js';
import { effectOnRun, type RunEffect } from './diff-on-run.js';
import { oneProfile } from './profiles.js';

export type { DiffPart, FactChange, ProfileChange, ProfileDiff, SourceChange } from '../../profile/index.js';
export type { FirmMove, RunEffect } from './diff-on-run.js';

export interface DiffRequest {
  /** Ids or paths; a run's data/profile.yaml too. */
  readonly a: string;
  readonly b: string;
  /** A run folder, to see what the difference would do to its firms. */
  readonly run?: string | undefined;
  readonly lang: Lang;
  readonly profileFolders?: readonly string[] | undefined;
}

export interface ComparedProfiles extends ProfileDiff {
  /** null: no run was named. */
  readonly effect: RunEffect | null;
}

/**
 * What changed from one profile to another. Throws EdgeError: 2 one does not load, 3 no run or a damaged one. Cost: loading
 * both, and with a run two scoring passes.
 */
export function compareProfiles({ a, b, run, lang, profileFolders }: DiffRequest): ComparedProfiles {
  const [before, after] = [oneProfile(a, profileFolders), oneProfile(b, profileFolders)];
  const effect = run === undefined ? null : effectOnRun(run, before.plan, after.plan, lang);
  return { ...diffProfiles(before, after, lang), effect };
}
