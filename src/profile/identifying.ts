import { Findings } from '../finding/index.js';
import { findProfile, profileIds, readProfileFile } from './inherit/profile-files.js';

/**
 * Ids of the profiles that say what they identify, sorted. The key is never inherited, so a file without its line is none
 * and need not be loaded: a draft in the folder keeps nobody from running the others.
 */
export const identifyingProfiles = (folders: readonly string[]): readonly string[] =>
  profileIds(folders).filter((id) => {
    const file = findProfile(id, folders);
    const text = file === null ? null : readProfileFile(file, new Findings());
    return text !== null && /^identifies:/m.test(text);
  });
