import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import {
  type LoadedProfile,
  listProfiles,
  loadProfile,
  type ProfileEntry,
  type ProfileView,
  profileIds,
  showProfile,
} from '../../profile/index.js';
import { profileFoldersOf } from '../profile-folders.js';

export type { LoadedProfile, ProfileEntry, ProfileView };

/** A profile for people, and the plan that it compiles to. */
export interface ShownProfile {
  readonly view: ProfileView;
  readonly plan: Plan;
}

/** Every profile that can be named, sorted by id. */
export const allProfiles = (folders?: readonly string[]): readonly ProfileEntry[] =>
  listProfiles(profileFoldersOf(folders));

/** One profile by id or path. Throws a usage error (exit 2) that says line, column and what to write instead. */
export const oneProfile = (idOrPath: string, folders?: readonly string[]): LoadedProfile =>
  loadProfile(idOrPath, profileFoldersOf(folders));

export function shownProfile(idOrPath: string, lang: Lang, folders?: readonly string[]): ShownProfile {
  const loaded = oneProfile(idOrPath, folders);
  return { view: showProfile(loaded, lang), plan: loaded.plan };
}

/** The profiles named, or every one that can be found. */
export const profilesAsked = (asked: readonly string[], folders?: readonly string[]): readonly string[] =>
  asked.length > 0 ? asked : profileIds(profileFoldersOf(folders));
