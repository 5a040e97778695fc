/** How much of a run hangs on the weights, in one language: every draw shakes them all and decides the list again. */
export interface Robust {
  readonly profile: string;
  readonly name: string;
  readonly period: string;
  readonly decimals: number;
  /** Each weight was drawn evenly from so much below to so much above itself; a fraction. */
  readonly weights: number;
  readonly draws: number;
  readonly seed: number;
  /** Firms that the rules list. */
  readonly listed: number;
  /** People's decisions of the run, which are left out: it is the rules that are tried. */
  readonly adjusted: number;
  /** Listed in every draw, in no draw, and in some. */
  readonly always: number;
  readonly never: number;
  readonly hanging: number;
  /** Every firm with a total that no veto bars, by id, as in data/firms.csv. */
  readonly firms: readonly RobustFirm[];
}

export interface RobustFirm {
  readonly id: string | null;
  readonly name: string | null;
  readonly total: number;
  readonly listed: boolean;
  /** In how many draws of all it stood on a whitelist; a fraction. */
  readonly share: number;
  readonly rank: number;
  /** Ranks between which 90 % of its draws lie. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** The weight that decides most whether it is listed; null where it always or never is. */
  readonly hangsOn: { readonly id: string; readonly name: string; readonly helps: 'more' | 'less' } | null;
}
