import type { SavedIdentification, SavedManifest } from '../../report/index.js';
import { uniqueNames } from '../../table/index.js';
import type { IdentifyRequest } from '../identify/identify-request.js';
import { splitList } from '../read/split-list.js';
import type { AssessRequest } from '../request.js';

export type RecordedOptions = SavedManifest['options'];

/**
 * Everything asked for that changes a byte of the outputs, without paths of this machine: files stand here by the names
 * that the manifest gives them. Profile, period, as-of and mapping have places of their own in the manifest.
 */
export function recordOptions(request: AssessRequest): RecordedOptions {
  const prior = request.prior ?? [];
  const lists = (request.lists ?? []).map(splitList);
  // The order in which the inputs are opened (gather): it decides the names.
  const { feedback = [], adjust = [], roster = [], fixes = [] } = request;
  const paths = [request.files, prior, lists.map((list) => list.path), feedback, adjust, roster, fixes];
  const names = uniqueNames(paths.flat());
  const namesOf = (kind: number): string[] => {
    const from = paths.slice(0, kind).flat().length;
    return names.slice(from, from + (paths[kind]?.length ?? 0));
  };
  return {
    format: request.format ?? 'xlsx',
    headers: request.headers ?? 'text',
    ...(request.html === false ? { html: false } : {}),
    ...(request.oneWorkbook === true ? { oneWorkbook: true } : {}),
    lang: request.lang ?? null,
    sheets: [...(request.sheets ?? [])],
    encoding: request.encoding ?? null,
    without: [...(request.without ?? [])],
    skipUnreadable: request.skipUnreadable ?? false,
    maxInflated: request.maxInflated ?? null,
    ...(request.maxParts === undefined ? {} : { maxParts: request.maxParts }),
    ...(request.maxColumns === undefined ? {} : { maxColumns: request.maxColumns }),
    files: namesOf(0),
    prior: namesOf(1),
    lists: namesOf(2).map((name, i) => `${lists[i]?.field}=${name}`),
    feedback: namesOf(3),
    adjust: namesOf(4),
    roster: namesOf(5),
    ...(fixes.length === 0 ? {} : { fixes: namesOf(6) }),
    ...(request.by === undefined ? {} : { by: request.by }),
    ...(request.rate === undefined ? {} : { rate: request.rate }),
    ...(request.rateDate === undefined ? {} : { rateDate: request.rateDate }),
  };
}

/** Every file that was asked for, by its name in the manifest; those that could not be read have no hash there. */
export const filesAsked = (
  options: Pick<RecordedOptions, 'files' | 'prior' | 'lists'> & Partial<RecordedOptions>,
): readonly string[] => [
  ...options.files,
  ...options.prior,
  ...options.lists.map((list) => splitList(list).path),
  ...(options.feedback ?? []),
  ...(options.adjust ?? []),
  ...(options.roster ?? []),
  ...(options.fixes ?? []),
];

/** What a replay needs beside the options: where things are now. */
export interface ReplayPlaces {
  /** The run's own: one, or one for each scheme. */
  readonly profiles: readonly string[];
  /** Where packs are searched: the tables beside the firms' have their fields there. */
  readonly profileFolders: readonly string[] | undefined;
  readonly mapping: string | undefined;
  /** Folder of the last run or identification, where it was compared with one. */
  readonly previous: string | undefined;
  readonly out: string;
  /** The path of an input by its name in the manifest. */
  pathOf(name: string): string;
}

/** Each key of a request, told: one that is added does not compile before it is recorded and given back here. */
type Whole<T> = { readonly [Key in keyof Required<T>]: T[Key] };

/** The way back: the request that gives the same bytes again. */
export const requestAgain = (
  { options, period, asOf }: SavedManifest,
  places: ReplayPlaces,
): Whole<AssessRequest> => ({
  files: options.files.map(places.pathOf),
  prior: options.prior.map(places.pathOf),
  lists: options.lists.map(splitList).map(({ field, path }) => `${field}=${places.pathOf(path)}`),
  feedback: (options.feedback ?? []).map(places.pathOf),
  adjust: (options.adjust ?? []).map(places.pathOf),
  roster: (options.roster ?? []).map(places.pathOf),
  fixes: (options.fixes ?? []).map(places.pathOf),
  mapping: places.mapping,
  profile: places.profiles[0]!,
  profileFolders: places.profileFolders,
  period,
  asOf,
  format: options.format,
  headers: options.headers,
  html: options.html,
  by: options.by,
  oneWorkbook: options.oneWorkbook,
  lang: options.lang ?? undefined,
  previous: places.previous,
  rate: options.rate,
  rateDate: options.rateDate,
  sheets: options.sheets,
  encoding: options.encoding ?? undefined,
  without: options.without,
  skipUnreadable: options.skipUnreadable,
  maxInflated: options.maxInflated ?? undefined,
  maxParts: options.maxParts,
  maxColumns: options.maxColumns,
  out: places.out,
  runs: undefined,
  force: undefined,
  wait: undefined,
});

/** The same for an identification. */
export const identifyAgain = (
  { options, period, asOf }: SavedIdentification,
  places: ReplayPlaces,
): Whole<IdentifyRequest> => ({
  files: options.files.map(places.pathOf),
  prior: options.prior.map(places.pathOf),
  lists: options.lists.map(splitList).map(({ field, path }) => `${field}=${places.pathOf(path)}`),
  mapping: places.mapping,
  profiles: places.profiles,
  profileFolders: places.profileFolders,
  period,
  asOf,
  // An identification takes no fixes yet.
  fixes: undefined,
  previous: places.previous,
  format: options.format,
  headers: options.headers,
  lang: options.lang ?? undefined,
  sheets: options.sheets,
  encoding: options.encoding ?? undefined,
  skipUnreadable: options.skipUnreadable,
  maxInflated: options.maxInflated ?? undefined,
  maxParts: options.maxParts,
  maxColumns: options.maxColumns,
  out: places.out,
  force: undefined,
});
