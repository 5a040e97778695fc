import { type LoadedProfile, listProfiles, loadProfile, type ProfileEntry } from '../profile/index.js';
import { profileFoldersOf } from './profile-folders.js';

export type { LoadedProfile, ProfileEntry };

/** Every profile that can be named, sorted by id. */
export const allProfiles = (folders?: readonly string[]): readonly ProfileEntry[] =>
  listProfiles(profileFoldersOf(folders));

/** One profile by id or path. Throws a usage error (exit 2) that says line, column and what to write instead. */
export const oneProfile = (idOrPath: string, folders?: readonly string[]): LoadedProfile =>
  loadProfile(idOrPath, profileFoldersOf(folders));
