import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EdgeError, Exit, Findings, inputError } from '../../finding/index.js';
import {
  isUnchangedRun,
  isWholeRun,
  latestName,
  readLatest,
  removeRun,
  type SavedManifest,
} from '../../report/index.js';
import { numberOf } from './run-name.js';
import { type OpenedFolder, openFolder } from './runs-folder.js';

/** A run in a folder of runs, in counts. */
export interface RunEntry {
  readonly name: string;
  readonly profile: string;
  readonly period: string;
  readonly started: string;
  readonly version: string;
  readonly firms: number;
  readonly whitelisted: number;
  readonly rejected: number;
  /** Whether `latest` points to it. */
  readonly latest: boolean;
  /** Its manifest is as it was written, every file that it names is there, and no other. */
  readonly whole: boolean;
}

/** Why something in the folder is not ours to touch. */
export type LeftAlone =
  | 'link'
  | 'file'
  | 'no-run'
  | 'other-name'
  | 'not-whole'
  | 'latest'
  | 'in-use'
  | 'aside';

export interface RunsListed {
  readonly root: string;
  /** The newest first. */
  readonly runs: readonly RunEntry[];
  /** What else stands there, but for hidden names; `aside`: a run that `--force` had moved away when it was cut short. */
  readonly others: readonly { readonly name: string; readonly why: LeftAlone }[];
}

/** The runs of a folder. Links are not followed. Throws exit 3 where it is none. Cost: reading the manifests. */
export async function listRuns(root: string): Promise<RunsListed> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => {
    const findings = new Findings();
    findings.add('file.runs-none', { file: root }, { path: root });
    throw inputError(findings.all);
  });
  const latest = await readLatest(root);
  const runs: RunEntry[] = [];
  const others: { name: string; why: LeftAlone }[] = [];
  const there = new Set(entries.map(({ name }) => name));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    const moved = /^\.(.+)\.old$/.exec(name)?.[1];
    if (moved !== undefined && !there.has(moved))
      if ((await openedIn(join(root, name))) !== null) others.push({ name, why: 'aside' });
    if (name.startsWith('.') || (name === latestName && latest.kind === 'run')) continue;
    const opened = entry.isDirectory() ? await openedIn(join(root, name)) : null;
    if (opened === null) {
      const why = entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'no-run' : 'file';
      others.push({ name, why });
      continue;
    }
    const { manifest, seal } = opened;
    // A manifest that was changed says nothing of when the run was, or what belongs to it.
    const whole = seal !== 'broken' && (await isWholeRun(join(root, name), manifest.outputs));
    const pointed = latest.kind === 'run' && latest.name === name;
    runs.push({ ...countsOf(manifest), name, latest: pointed, whole });
  }
  const order = (a: RunEntry, b: RunEntry) =>
    a.started !== b.started ? (a.started > b.started ? -1 : 1) : a.name > b.name ? -1 : 1;
  return { root, runs: runs.sort(order), others };
}

const openedIn = (folder: string): Promise<(OpenedFolder & { readonly kind: 'assess' }) | null> =>
  openFolder(folder).then(
    (opened) => (opened.kind === 'assess' ? opened : null),
    (error: unknown) => {
      if (error instanceof EdgeError) return null;
      throw error;
    },
  );

const countsOf = ({ profile, period, started, tool, firms }: SavedManifest) => ({
  profile: profile.id,
  period,
  started,
  version: tool.version,
  firms: firms.total,
  whitelisted: firms.byDisposition.whitelisted,
  rejected: firms.byDisposition.rejected,
});

export interface Pruned {
  readonly root: string;
  readonly kept: readonly string[];
  /** Removed, or what would be on `dryRun`. */
  readonly removed: readonly string[];
  readonly left: RunsListed['others'];
  readonly dryRun: boolean;
}

/**
 * Removes all but the newest `keep` runs of each profile. Only folders that still have the name that innopoints gave them (a
 * copy under another name is somebody's archive), that nobody put anything into, took anything from or changed a file of; never
 * the one that `latest` points to, never one in use, and no link is followed. Throws exit 3 for no folder, 4 where one cannot
 * be removed. Cost: reading what goes.
 */
export async function pruneRuns(
  root: string,
  { keep, dryRun }: { readonly keep: number; readonly dryRun: boolean },
): Promise<Pruned> {
  const { runs, others } = await listRuns(root);
  const left = [...others];
  const kept: string[] = [];
  const removed: string[] = [];
  const seen = new Map<string, number>();
  for (const run of runs) {
    const why = numberOf(run.name, run) === null ? 'other-name' : run.whole ? null : 'not-whole';
    if (why !== null) {
      left.push({ name: run.name, why });
      continue;
    }
    const newer = seen.get(run.profile) ?? 0;
    seen.set(run.profile, newer + 1);
    if (newer < keep) kept.push(run.name);
    else if (run.latest) left.push({ name: run.name, why: 'latest' });
    else if (!(await isUnchangedRun(join(root, run.name)))) left.push({ name: run.name, why: 'not-whole' });
    else if (dryRun || (await removeUnlessInUse(join(root, run.name)))) removed.push(run.name);
    else left.push({ name: run.name, why: 'in-use' });
  }
  return { root, kept, removed, left, dryRun };
}

async function removeUnlessInUse(folder: string): Promise<boolean> {
  try {
    await removeRun(folder);
    return true;
  } catch (error) {
    if (error instanceof EdgeError && error.exit === Exit.locked) return false;
    throw error;
  }
}
