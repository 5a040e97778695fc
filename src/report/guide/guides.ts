import type { Condition, ListKind } from '../../model/plan.js';
import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';
import type { ReportTable, Voice } from '../column.js';
import type { SheetSpec } from '../xlsx/write-sheet.js';
import type { GuideScope } from './guide-scope.js';
import { type GuidedSheet, guideSheet } from './guide-sheet.js';

const listAbout: Readonly<Record<ListKind, Text>> = {
  whitelist: {
    zh: '满足白名单全部条件的企业，按名次排列，可推送给银行；没有联系方式',
    en: 'the firms that meet all conditions of a whitelist, best rank first, for banks; no contacts',
  },
  referral: {
    zh: '符合推荐（会诊、二次推荐等）条件的企业，按名次排列；其中有的同时在白名单上',
    en: 'the firms referred to a session, a second bank and the like, best rank first; some are whitelisted too',
  },
  pool: {
    zh: '符合入库条件的企业，供跟踪培育；入库不等于入选白名单',
    en: 'the firms to be looked after; to stand here is not to be whitelisted',
  },
  ranking: { zh: '按总分排列的榜单', en: 'rankings by total' },
  publicity: { zh: '拟公示的企业，不含分数', en: 'the firms to be made public, without points' },
};

export const offersAbout: Text = {
  zh: '每家企业可享的每个产品一行，按名次排列；一家企业可以有几行',
  en: 'one line for each offer that is open to a firm, best rank first; a firm may have several',
};

export const exposureAbout: Text = {
  zh: '各产品符合条件的企业数和额度合计，以及各方承担的部分',
  en: 'by offer: firms, the sum of limits, and each bearer’s part',
};

/** A list as a sheet that is explained. */
export const guidedList = (kind: ListKind, { title, columns }: ReportTable): GuidedSheet => ({
  title,
  about: listAbout[kind],
  columns,
});

/** Lists of some kinds, in the order of the profile. */
const listsOf = ({ plan }: Pick<Run, 'plan'>, kinds: readonly ListKind[]): number[] =>
  plan.lists.flatMap((list, index) => (kinds.includes(list.kind) ? [index] : []));

export const offersOf = ({ plan }: Pick<Run, 'plan'>): number[] => plan.offers.map((_, index) => index);

/** For readers inside the house: everything that the sheets rest on. */
export const openScope = (
  run: Pick<Run, 'plan'>,
  kinds: readonly ListKind[],
  offers: readonly number[],
): GuideScope => ({
  lists: listsOf(run, kinds),
  offers,
  grades: run.plan.gradeBy !== null,
  indicators: run.plan.scored,
  tells: () => true,
});

/** The guide of one list. A list for the public tells no rule that reads a firm's own data, and no points. */
export function listGuide(run: Run, kind: ListKind, table: ReportTable, voice: Voice): SheetSpec {
  const shown = table.columns.some(({ id }) => id.startsWith('offer_')) ? offersOf(run) : [];
  const scope = kind === 'publicity' ? publicScope(run, kind) : openScope(run, [kind], shown);
  return guideSheet(run, [guidedList(kind, table)], scope, voice);
}

/** What the public may know: which lists, and rules by total, rank and grade. */
export const publicScope = (run: Run, kind: ListKind): GuideScope => ({
  lists: listsOf(run, [kind]),
  offers: [],
  grades: false,
  indicators: false,
  tells: ({ reads }) => reads.every((name) => !name.field),
});

/**
 * What a bank may know beside its columns: the rules that read nothing but what it sees and the consent itself. Grades and
 * indicators are told where it sees grades and points.
 */
export function packScope(
  run: Run,
  offer: number,
  { columns }: ReportTable,
  consent: string | null,
): GuideScope {
  const seen = new Set(columns.map(({ id }) => id));
  const known = ({ reads }: Condition): boolean =>
    reads.every(({ id }) => seen.has(id) || id === consent || id === 'as_of');
  const points = seen.has('total') || [...seen].some((id) => id.startsWith('group_'));
  return {
    lists: listsOf(run, ['whitelist']),
    offers: [offer],
    grades: run.plan.gradeBy !== null && seen.has('grade'),
    indicators: run.plan.scored && points,
    tells: known,
  };
}
