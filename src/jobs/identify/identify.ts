import { Findings, usageError } from '../../finding/index.js';
import { type FieldIndex, fieldNamed, indexFields } from '../../match/index.js';
import type { Identified, Scheme } from '../../model/identified.js';
import { type Standing, standings } from '../../model/judged.js';
import { identifiedAs, identifyingProfiles, type LoadedProfile, loadProfile } from '../../profile/index.js';
import { claimOutput } from '../../report/index.js';
import { type Times, timesOf } from '../assess/assess.js';
import { tellInForce } from '../assess/tell-in-force.js';
import { periodCodeOf } from '../period.js';
import { profileFoldersOf } from '../profile-folders.js';
import { holdFiles, type NoTable } from '../read/hold-files.js';
import { openInputs } from '../read/open-inputs.js';
import { type FirmsRead, readFirms, requireFirms } from '../read/read-firms.js';
import { splitList } from '../read/split-list.js';
import { stopOnHeaders } from '../read/stop-on-headers.js';
import type { Progress } from '../request.js';
import { requireFolder } from '../require-folder.js';
import { changesSince } from './changes-since.js';
import { type PublishedIdentification, writeIdentification } from './identify-output.js';
import type { IdentifyRequest } from './identify-request.js';
import { joinSchemes } from './join-schemes.js';
import { judgeScheme, type SchemeJudged } from './judge-scheme.js';
import { openIdentification, type Previous } from './open-identification.js';
import { schemeMapping } from './scheme-mapping.js';

export interface IdentifyDone {
  readonly identified: Identified;
  readonly published: PublishedIdentification;
}

/**
 * One input held to many schemes: the matrix of firms and schemes, written as a folder. Throws EdgeError: 2 wrong usage or
 * profile, 3 unusable input, 4 could not write, 5 locked. Cost: the inputs are opened once and read once a scheme, since
 * each has its own words for columns; beyond that an assessment a scheme.
 */
export async function identify(
  request: IdentifyRequest,
  progress: Progress = () => undefined,
): Promise<IdentifyDone> {
  const times = timesOf(request);
  progress('profile', request.profiles.join(' '));
  const profiles = profilesOf(request);
  const started = new Date();
  const previous = request.previous === undefined ? null : openIdentification(request.previous);
  requireFolder(request.out, '--out');
  const claim = await claimOutput(request.out, { force: request.force ?? false });
  try {
    const identified = await identifyInputs(request, profiles, times, previous, progress);
    progress('write');
    return { identified, published: await writeIdentification(claim, identified, request, started) };
  } finally {
    await claim.release();
  }
}

function profilesOf(request: IdentifyRequest): readonly LoadedProfile[] {
  const folders = profileFoldersOf(request.profileFolders);
  const asked = request.profiles.length > 0 ? request.profiles : identifyingProfiles(folders);
  const profiles = asked.map((one) => loadProfile(one, folders));
  const findings = new Findings();
  profiles.forEach(({ plan }, index) => {
    if (profiles.findIndex((one) => one.plan.id === plan.id) < index)
      findings.add('usage.profile-twice', { file: '-p' }, { profile: plan.id });
    if (!plan.lists.some((list) => list.kind === 'whitelist'))
      findings.add('usage.no-recognition', { file: '-p' }, { profile: plan.id });
  });
  if (findings.hasErrors) throw usageError(findings.all);
  return profiles;
}

async function identifyInputs(
  request: IdentifyRequest,
  profiles: readonly LoadedProfile[],
  { period, asOf }: Times,
  previous: Previous | null,
  progress: Progress,
): Promise<Identified> {
  const plans = profiles.map(({ plan }) => plan);
  const lang = request.lang ?? plans[0]!.lang;
  const prior = request.prior ?? [];
  const lists = (request.lists ?? []).map(splitList);
  const mapping = schemeMapping(request.mapping, plans);
  const indexes = plans.map((plan) => indexFields(plan, period.year));
  checkLists(request.lists ?? [], indexes);
  const opening = new Findings();
  for (const profile of profiles) tellInForce(profile, period, opening);
  progress('open');
  const paths = [...request.files, ...prior, ...lists.map((list) => list.path)];
  const spellings = [...new Set(indexes.flatMap((one) => one.spellings))];
  const inputs = await openInputs(paths, { ...indexes[0]!, spellings }, request, opening);
  try {
    const nameOf = (at: number) => inputs.names[at]!;
    const listed = lists.map((list, i) => ({
      ...list,
      file: nameOf(request.files.length + prior.length + i),
    }));
    const isList = new Set(listed.map((list) => list.file));
    const schemes: SchemeJudged[] = [];
    const troubles = new Findings();
    const without: (readonly NoTable[])[] = [];
    const sheetsRead: ReadonlySet<string>[] = [];
    const badLists = new Map<string, NoTable>();
    let none: { readonly read: FirmsRead; readonly findings: Findings } | null = null;
    for (const [at, profile] of profiles.entries()) {
      const { plan } = profile;
      progress('read', plan.id);
      const findings = new Findings();
      const own = listed.flatMap(({ file, field: word }) => {
        const field = fieldNamed(word, indexes[at]!);
        return field?.type === 'boolean' ? [{ file, field: field.id }] : [];
      });
      const wanted = new Set(own.map((list) => list.file));
      const read = await readFirms(
        inputs.sources.filter(({ file }) => !isList.has(file) || wanted.has(file)),
        indexes[at]!,
        {
          sheets: request.sheets,
          given: mapping.givenFor(plan),
          mapping: mapping.hash?.file,
          period: periodCodeOf(period),
          prior: new Set(prior.map((_, i) => nameOf(request.files.length + i))),
          lists: new Map(own.map((list) => [list.file, list.field])),
        },
        findings,
      );
      troubles.all.push(
        ...findings.all.filter((one) => one.severity === 'error' && one.id.startsWith('header.')),
      );
      progress('score', plan.id);
      schemes.push(judgeScheme(plan, identifiedAs(profile), read, findings, asOf, lang));
      for (const one of read.noTables) if (one.option === '--veto') badLists.set(one.file, one);
      if (read.mappings.length > 0) without.push(read.noTables.filter(({ option }) => option !== '--veto'));
      sheetsRead.push(new Set(read.mappings.map(sheetKey)));
      if (read.firms.count === 0) none ??= { read, findings };
    }
    if (none !== null && schemes.every((one) => one.firms.length === 0))
      requireFirms(none.read, none.findings);
    // What is no table of one scheme may be one of another; a list's words are the same for all.
    const noTables = (without[0] ?? []).filter(({ file }) =>
      without.every((others) => others.some((one) => one.file === file)),
    );
    const left = holdFiles([...noTables, ...badLists.values()], request.skipUnreadable, opening);
    stopOnHeaders(troubles, inputs.sources);
    const files = inputs.sources.map((source) => source.file);
    const forms = new Set(files.filter((file) => !isList.has(file)));
    const joined = joinSchemes(lenient(schemes, sheetsRead), { files, forms }, opening.all);
    const summed = schemes.map(({ plan, name, lacking }, at): Scheme => {
      const counts = countStandings(joined.firms.map(({ told }) => told[at]!.standing));
      return { plan, profileYaml: profiles[at]!.yaml, name, lacking, counts };
    });
    return {
      ...joined,
      ...changesSince(previous, joined.firms, summed),
      schemes: summed,
      previous: previous === null ? null : { period: previous.period, file: previous.file },
      period,
      asOf,
      lang,
      sources: inputs.sources,
      unreadable: [...inputs.unreadable, ...left],
      mappingFile: mapping.hash,
    };
  } finally {
    await inputs.close();
  }
}

const sheetKey = ({ file, sheet }: { readonly file: string; readonly sheet?: string }): string =>
  JSON.stringify([file, sheet ?? '']);

/** A sheet of which one scheme knows no field is not lost where another reads it: no error of the input. */
function lenient(
  schemes: readonly SchemeJudged[],
  sheetsRead: readonly ReadonlySet<string>[],
): readonly SchemeJudged[] {
  const unread = new Set(['sheet.no-header', 'sheet.no-codes']);
  const anywhere = new Set(sheetsRead.flatMap((keys) => [...keys]));
  return schemes.map((scheme, at) => ({
    ...scheme,
    findings: scheme.findings.map((one) =>
      unread.has(one.id) && anywhere.has(sheetKey(one.at)) && !sheetsRead[at]?.has(sheetKey(one.at))
        ? { ...one, severity: 'info' as const }
        : one,
    ),
  }));
}

function countStandings(all: readonly Standing[]): Record<Standing, number> {
  const counts = Object.fromEntries(standings.map((one) => [one, 0])) as Record<Standing, number>;
  for (const one of all) counts[one]++;
  return counts;
}

/** `dishonest=失信名单.xlsx`: a yes/no field that some scheme has; those that have none pass the list over. */
function checkLists(given: readonly string[], indexes: readonly FieldIndex[]): void {
  const findings = new Findings();
  const yesNo = new Set(
    indexes.flatMap(({ plan }) =>
      [...plan.fields.values()].filter((one) => one.type === 'boolean').map((one) => one.id),
    ),
  );
  for (const one of given) {
    const { field } = splitList(one);
    if (field !== one.trim() && indexes.some((index) => fieldNamed(field, index)?.type === 'boolean'))
      continue;
    findings.add('usage.list', { file: '--veto' }, { given: one, near: [...yesNo] });
  }
  if (findings.hasErrors) throw usageError(findings.all);
}
