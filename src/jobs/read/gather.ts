import { Findings, usageError } from '../../finding/index.js';
import { type FieldIndex, fieldNamed, indexFields, indexList, nearestFields } from '../../match/index.js';
import type { Period } from '../../model/period.js';
import type { Plan } from '../../model/plan.js';
import type { FileHash } from '../../model/run.js';
import { keptInMapping } from '../assess/split-by.js';
import { periodCodeOf } from '../period.js';
import type { BesideFiles, InputFiles, Progress, ReadingOptions } from '../request.js';
import { type OpenedInputs, openInputs } from './open-inputs.js';
import { openMapping } from './open-mapping.js';
import { besideOf } from './read-beside.js';
import { type FirmsRead, readFirms } from './read-firms.js';
import { splitList } from './split-list.js';

/** The firms of a request's files, and the inputs, still open: the exceptions fetch rows from them. */
export interface Gathered extends FirmsRead {
  readonly inputs: OpenedInputs;
  readonly mappingFile: FileHash | null;
}

/** Opens and reads everything that a request names: firms, last year's files, lists of other bureaus. */
export async function gather(
  request: InputFiles &
    BesideFiles &
    ReadingOptions & {
      readonly without?: readonly string[] | undefined;
      readonly profileFolders?: readonly string[] | undefined;
    },
  plan: Plan,
  period: Period | null,
  findings: Findings,
  progress: Progress,
): Promise<Gathered> {
  const prior = request.prior ?? [];
  const beside = besideOf(request);
  const index = indexFields(plan, period?.year ?? null, request.without ?? []);
  const lists = listsOf(request.lists ?? [], index);
  const saved = openMapping(request.mapping, plan);
  progress('open');
  const paths = [...request.files, ...prior, ...lists.map((list) => list.path)];
  const besideFrom = paths.length;
  paths.push(...beside.map((one) => one.path));
  const fixesFrom = paths.length;
  paths.push(...(request.fixes ?? []));
  const spellings = lists.length === 0 ? index.spellings : [...index.spellings, ...indexList(plan).spellings];
  const inputs = await openInputs(paths, { ...index, spellings }, request, findings);
  try {
    progress('read');
    const nameOf = (at: number) => inputs.names[at]!;
    const read = await readFirms(
      inputs.sources,
      index,
      {
        sheets: request.sheets,
        given: keptInMapping(saved.given, plan),
        mapping: saved.hash?.file,
        period: period === null ? 0 : periodCodeOf(period),
        prior: new Set(prior.map((_, i) => nameOf(request.files.length + i))),
        lists: new Map(lists.map((list, i) => [nameOf(request.files.length + prior.length + i), list.field])),
        beside: new Map(beside.map((one, i) => [nameOf(besideFrom + i), one])),
        fixes: new Set((request.fixes ?? []).map((_, i) => nameOf(fixesFrom + i))),
      },
      findings,
    );
    return { ...read, inputs, mappingFile: saved.hash };
  } catch (error) {
    await inputs.close();
    throw error;
  }
}

/** `dishonest=失信名单.xlsx`, `失信被执行人＝失信名单.xlsx`: a yes/no field of the profile, by id or name, and a file. */
function listsOf(
  given: readonly string[],
  index: FieldIndex,
): { readonly field: string; readonly path: string }[] {
  const { plan } = index;
  const findings = new Findings();
  const lists = given.map((one) => {
    const { field: word, path } = splitList(one);
    const field = fieldNamed(word, index)?.id ?? word;
    if (word === one.trim() || word === '' || plan.fields.get(field)?.type !== 'boolean') {
      const yesNo = [...plan.fields.values()]
        .filter((known) => known.type === 'boolean')
        .map((known) => known.id);
      const near = nearestFields(field, plan).filter((id) => yesNo.includes(id));
      findings.add('usage.list', { file: '--veto' }, { given: one, near: near.length > 0 ? near : yesNo });
    }
    return { field, path };
  });
  if (findings.hasErrors) throw usageError(findings.all);
  return lists;
}
