/**
 * The library's door: what the commands do, for programs. Each takes a request and gives what was found or made; trouble
 * is an EdgeError with findings and an exit code.
 */

export { EdgeError, Exit, sayFinding } from '../finding/index.js';
export type { Finding } from '../model/finding.js';
export type { Manifest, Run } from '../model/run.js';
export { type Assessed, assess } from './assess/assess.js';
export { type Summary, summarise } from './assess/summarise.js';
export { clean } from './clean/clean.js';
export { type CompareRequest, compare } from './compare.js';
export { type ExplainedOne, type ExplainRequest, explain } from './explain/explain.js';
export { type Inspected, inspect } from './inspect.js';
export { allProfiles, type LoadedProfile, oneProfile, shownProfile } from './profile/profiles.js';
export { type Replayed, replay } from './replay/replay.js';
export { type Verified, verify } from './replay/verify.js';
export type { AssessRequest, InputFiles, Progress, ReadingOptions, RulesOptions } from './request.js';
export { type RobustRequest, robust } from './robust.js';
export { listRuns, type Pruned, pruneRuns, type RunsListed } from './runs/runs.js';
export { template } from './template/template.js';
export { version } from './version.js';
