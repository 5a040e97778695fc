export type Disposition = 'rejected' | 'vetoed' | 'whitelisted' | 'referred' | 'below-line';

/** In order of precedence: the first that holds is the firm's disposition. */
export const dispositions: readonly Disposition[] = [
  'rejected',
  'vetoed',
  'whitelisted',
  'referred',
  'below-line',
];

export interface OfferMade {
  /** Index into `Plan.offers`. */
  readonly offer: number;
  /** In 万元 (万美元); null where the offer states no limit. */
  readonly limit: number | null;
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
  readonly offers: readonly (readonly OfferMade[])[];
}
