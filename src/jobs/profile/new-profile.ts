import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type EdgeError, Findings, usageError } from '../../finding/index.js';
import {
  findProfile,
  flatOf,
  inForceFrom,
  isProfileId,
  type LoadedProfile,
  loadProfile,
  starterOf,
} from '../../profile/index.js';
import { checkFree, publishFile } from '../../report/index.js';
import { profileFoldersOf } from '../profile-folders.js';
import { requireExtension } from '../require-extension.js';

export interface NewProfileRequest {
  readonly id: string;
  /** Id or path of the profile to start from. */
  readonly from: string;
  /** `profiles/ID.yaml` unless told. */
  readonly out?: string | undefined;
  /** Everything written out, nothing inherited. */
  readonly flat?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly profileFolders?: readonly string[] | undefined;
}

export interface NewProfile {
  readonly file: string;
  readonly from: string;
}

/**
 * Writes a profile of one's own that gives the same results as the one it starts from. Throws EdgeError: 2 a wrong id or
 * profile, 4 the file is there or cannot be written. Cost: loading the profile.
 */
export async function newProfile(request: NewProfileRequest): Promise<NewProfile> {
  const { id, flat = false, force = false } = request;
  if (!isProfileId(id) || id.includes('/'))
    throw refuse((findings) => findings.add('usage.profile-id', { file: id }, { id }));
  const file = request.out ?? join('profiles', `${id}.yaml`);
  requireExtension(file, '--out', '.yaml');
  await checkFree(resolve(file), file, force);
  const folders = profileFoldersOf(request.profileFolders);
  const taken = findProfile(id, folders);
  if (taken !== null && resolve(taken.path) !== resolve(file))
    throw refuse((findings) =>
      findings.add('usage.profile-id-taken', { file: id }, { id, path: taken.path }),
    );
  const from = loadProfile(request.from, folders);
  if (!flat) checkReach(from, request.from, [dirname(file), ...folders]);
  const head = { id, from: inForceFrom(id, from.document.in_force.from), schema: schemaBeside(file) };
  await publishFile(file, { force }, [flat ? flatOf(from, head) : starterOf(from, head)]);
  return { file, from: from.document.profile };
}

/** A file given by its path can be extended only where its id leads to it. */
function checkReach(
  { document: { profile } }: LoadedProfile,
  from: string,
  folders: readonly string[],
): void {
  if (!/\.ya?ml$/i.test(from)) return;
  const found = findProfile(profile, folders);
  if (found === null || resolve(found.path) !== resolve(from))
    throw refuse((findings) =>
      findings.add('usage.from-path', { file: '--from' }, { path: from, id: profile }),
    );
}

const schemaName = 'profile.schema.json';
const schemaBeside = (file: string): string | null =>
  existsSync(join(dirname(file), schemaName)) ? schemaName : null;

const refuse = (tell: (findings: Findings) => void): EdgeError => {
  const findings = new Findings();
  tell(findings);
  return usageError(findings.all);
};
