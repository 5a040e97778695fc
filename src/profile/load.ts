import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { stringify } from 'yaml';
import { Findings, usageError } from '../finding/index.js';
import type { Finding } from '../model/finding.js';
import type { Plan } from '../model/plan.js';
import { compile } from './compile/compile.js';
import { checkDocument } from './document/check-document.js';
import type { ProfileDocument } from './document/document.js';
import { findProfile, profileIds, readProfileFile } from './inherit/profile-files.js';
import { type ProfileText, resolve } from './inherit/resolve.js';
import { nearestWords } from './nearest-words.js';
import { notFound } from './not-found.js';
import { type Reporter, reporterOf } from './report.js';
import { tellOnce } from './tell-once.js';
import type { Marks } from './yaml/places.js';

/** A profile ready to run. */
export interface LoadedProfile {
  readonly plan: Plan;
  /** With inheritance settled and defaults written in. */
  readonly document: ProfileDocument;
  /** The document as YAML, alone enough to build the plan again; its sha256 is `plan.hash`. */
  readonly yaml: string;
  /** Warnings and remarks; errors are thrown. */
  readonly findings: readonly Finding[];
  /** Where a part of the document stands, in the file it was inherited from: its value, or its `key`. */
  at: Reporter['at'];
}

/**
 * Loads a profile by id, or by the path of a `.yaml` file. Folders are searched in order, for the profile and for what
 * it extends; a file given by its path may also extend its neighbours. Throws a usage error (exit 2) with everything
 * that is wrong.
 */
export const loadProfile = (idOrPath: string, folders: readonly string[]): LoadedProfile =>
  load(idOrPath, folders, null);

/** The same without printing it, a third of the work: for whoever asks what profiles there are, and for no hash. */
export const loadUnprinted = (
  idOrPath: string,
  folders: readonly string[],
): { readonly plan: Omit<Plan, 'hash'>; readonly document: ProfileDocument } => load(idOrPath, folders, '');

function load(idOrPath: string, folders: readonly string[], printed: string | null): LoadedProfile {
  const findings = new Findings();
  const byPath = /\.ya?ml$/i.test(idOrPath);
  const found = byPath ? { path: idOrPath, file: basename(idOrPath) } : findProfile(idOrPath, folders);
  if (found === null) throw notFound(idOrPath, nearestProfiles(idOrPath, folders));
  const text = readProfileFile(found, findings);
  if (text === null) throw usageError(findings.all);
  return build(
    { ...found, text },
    byPath ? [dirname(idOrPath), ...folders] : folders,
    findings,
    byPath ? null : idOrPath,
    printed,
  );
}

/** Profiles whose id is near, or whose name holds the words: people know the zone, not its id. */
function nearestProfiles(words: string, folders: readonly string[]): readonly string[] {
  const ids = profileIds(folders);
  const named = ids.filter((id) => {
    const file = findProfile(id, folders);
    const text = file === null ? null : readProfileFile(file, new Findings());
    return (/^name:.*$/m.exec(text ?? '')?.[0] ?? '').slice('name:'.length).includes(words);
  });
  return named.length > 0 ? named.slice(0, 3) : nearestWords(words, ids);
}

/** The plan of a resolved profile, such as a run folder's `data/profile.yaml`. Throws a usage error like `loadProfile`. */
export function planFromYaml(text: string, file: string): Plan {
  return build({ text, file, path: file }, [], new Findings(), null).plan;
}

/** The same for a text that is `LoadedProfile.yaml` to the byte: its hash is the text's own. Saves a fifth of the loading. */
export function planAsPrinted(text: string, file: string): Plan {
  return build({ text, file, path: file }, [], new Findings(), null, text).plan;
}

function build(
  source: ProfileText,
  folders: readonly string[],
  findings: Findings,
  id: string | null,
  printed: string | null = null,
): LoadedProfile {
  const marks: Marks = new WeakMap();
  const resolved = resolve(source, folders, marks, findings);
  if (resolved === null) throw usageError(tellOnce(findings.all));
  const reporter = reporterOf(resolved.value, marks, resolved.top, findings);
  if (Object.hasOwn(resolved.value, 'pack') && !findings.hasErrors) {
    reporter.add('profile.is-a-pack', ['pack'], {}, { key: true });
  }
  const document = findings.hasErrors ? null : checkDocument(resolved.value, reporter);
  if (document === null) throw usageError(tellOnce(findings.all));
  if (id !== null && document.profile !== id)
    reporter.add('profile.id-differs', ['profile'], { id: document.profile, file: source.file });
  const yaml = printed ?? print(document);
  const plan = compile(document, createHash('sha256').update(yaml).digest('hex'), reporter);
  if (plan === null || findings.hasErrors) throw usageError(tellOnce(findings.all));
  return { plan, document, yaml, findings: tellOnce(findings.all), at: reporter.at };
}

/** Keys in the order of the schema, one line a value, no anchors: the same document gives the same bytes. */
const print = (document: ProfileDocument): string =>
  stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2', schema: 'core' });
