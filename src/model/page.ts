/** A text for people in one language, before it is a page of a terminal or of paper. */
export interface Page {
  readonly title: string;
  /** What stands under the title: whose rules, which period. */
  readonly about: readonly string[];
  /** What must be said of the rules; null where nothing must. */
  readonly notice: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  /** Points of most, like 32.31 / 48; '' for none. */
  readonly figure: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** Whether a rule holds; null where nothing was asked. */
  readonly mark: 'yes' | 'no' | 'unknown' | null;
  readonly title: string;
  readonly figure: string;
  readonly notes: readonly string[];
}
