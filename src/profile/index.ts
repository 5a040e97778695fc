/**
 * YAML in, a plan out: the document is checked down to its last key, inheritance is settled, and every figure keeps its
 * place and its source. No code runs from a profile. Cost: tens of
 * milliseconds a profile.
 */
export type { ProfileDocument } from './document/document.js';
export { documentSchema } from './document/document.js';
export { type ExampleResult, runExamples } from './examples.js';
export { listProfiles, type ProfileEntry } from './list-profiles.js';
export { type LoadedProfile, loadProfile, planFromYaml } from './load.js';
export { type ProfilePart, type ProfileRow, type ProfileView, showProfile } from './show.js';
