/**
 * YAML in, a plan out: the document is checked down to its last key, inheritance is settled, and every figure keeps its
 * place and its source. No code runs from a profile. Cost: tens of
 * milliseconds a profile.
 */
export { type Case, type CaseExpected, casesOf } from './cases.js';
export { showerOf } from './compile/show-value.js';
export type { DiffPart, FactChange, ProfileChange, ProfileDiff, SourceChange } from './diff/change.js';
export { diffProfiles } from './diff/diff.js';
export { runExamples } from './examples.js';
export { identifiedAs, identifyingProfiles } from './identifying.js';
export { findProfile, isProfileId, profileIds } from './inherit/profile-files.js';
export { lintProfile } from './lint/lint.js';
export { listProfiles, type ProfileEntry } from './list-profiles.js';
export { type LoadedProfile, loadProfile, planAsPrinted, planFromYaml } from './load.js';
export { loadFields } from './load-fields.js';
export { orderingOf } from './ordering.js';
export { figuresIn, nameInRule, printRule, sourceText, unguarded } from './print-rule.js';
export { readChecked } from './read-checked.js';
export { type JsonSchema, profileSchema } from './schema/profile-schema.js';
export { type ProfileView, showProfile } from './show.js';
export { flatOf } from './starter/flat.js';
export { inForceFrom } from './starter/head.js';
export { starterOf } from './starter/starter.js';
