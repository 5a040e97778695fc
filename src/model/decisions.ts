import type { ListKind } from './plan.js';
import type { Text } from './text.js';

export type Disposition = 'rejected' | 'vetoed' | 'whitelisted' | 'referred' | 'below-line';

/** What people are told of it, on paper and on the terminal. */
export const dispositionText: Readonly<Record<Disposition, Text>> = {
  rejected: { zh: '退回改正', en: 'rejected' },
  vetoed: { zh: '一票否决', en: 'vetoed' },
  whitelisted: { zh: '入选白名单', en: 'whitelisted' },
  referred: { zh: '推荐', en: 'referred' },
  'below-line': { zh: '未入选', en: 'not selected' },
};

/** One line of the table of precedence. */
export interface Precedence {
  readonly disposition: Disposition;
  /** The kind of list that brings it; null where no list does. */
  readonly list: ListKind | null;
  readonly because: Text;
}

/**
 * What a firm's disposition comes from: the first line that holds. It is the one table of precedence, in the code and in
 * the README. Pools, rankings and public notices change nothing; a rejected or vetoed firm stands on no list.
 */
export const precedence: readonly Precedence[] = [
  {
    disposition: 'rejected',
    list: null,
    because: {
      zh: '编号不可用，或方案读取的数据有误',
      en: 'no usable id, or an error in what the profile reads',
    },
  },
  { disposition: 'vetoed', list: null, because: { zh: '有否决项', en: 'a veto bars it' } },
  {
    disposition: 'whitelisted',
    list: 'whitelist',
    because: { zh: '列入白名单', en: 'it stands on a whitelist' },
  },
  {
    disposition: 'referred',
    list: 'referral',
    because: { zh: '列入联合会诊、二次推荐等推荐名单', en: 'it stands on a referral list' },
  },
  { disposition: 'below-line', list: null, because: { zh: '其余', en: 'the rest' } },
];

/** In order of precedence. */
export const dispositions: readonly Disposition[] = precedence.map((one) => one.disposition);

export interface OfferMade {
  /** Index into `Plan.offers`. */
  readonly offer: number;
  /** In 万元 (万美元); null where the offer states no limit. */
  readonly limit: number | null;
}

/** Where firms stand among those for which a list's rule holds. */
export interface ListPlaces {
  /** By firm: 1, 2, 2, 4 within its group; 0 for a firm that was not ranked. */
  readonly place: Int32Array;
  /** By firm: index into `groups`; -1 for a firm that was not ranked. */
  readonly group: Int32Array;
  /** Sorted by word; null last, for firms without one. */
  readonly groups: readonly {
    readonly word: string | null;
    /** Firms ranked in it. */
    readonly size: number;
    /** The last place that is in, and how many firms are in: more where firms tie at the edge. */
    readonly edge: number;
    readonly listed: number;
    /** The place of the last firm that is in; 0 where none is. */
    readonly last: number;
  }[];
}

/** What was decided, indexed by firm. */
export interface Decisions {
  readonly disposition: readonly Disposition[];
  /** Indexes into `Plan.vetoes` that barred the firm. Also told of rejected firms. */
  readonly vetoes: readonly (readonly number[])[];
  /** Indexes into `Plan.grades`; -1 for none. */
  readonly grade: Int16Array;
  /** 1, 2, 2, 4 over all firms with a total that are neither rejected nor vetoed; 0 for none. */
  readonly rank: Int32Array;
  readonly rankInStage: Int32Array;
  /** Size of the cohort of each rank, for all and by stage. */
  readonly ranked: number;
  readonly rankedInStage: readonly number[];
  /** Indexes into `Plan.lists`. */
  readonly lists: readonly (readonly number[])[];
  /** By list: places of those that take the best; null for the others. */
  readonly places?: readonly (ListPlaces | null)[];
  readonly offers: readonly (readonly OfferMade[])[];
}
