import { Findings } from '../finding/index.js';
import type { Text } from '../model/text.js';
import { toText } from './document/words.js';
import { findProfile, profileIds, readProfileFile } from './inherit/profile-files.js';
import type { LoadedProfile } from './load.js';

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

/** What a profile makes of a firm on its whitelist; the profile's own name where it does not say. */
export const identifiedAs = ({ document, plan }: LoadedProfile): Text =>
  document.identifies === undefined ? plan.name : toText(document.identifies);
