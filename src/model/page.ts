import type { Text } from './text.js';

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

/** Whether a rule holds. */
export type Mark = 'yes' | 'no' | 'unknown';

export const markText: Readonly<Record<Mark, Text>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '？', en: '?' },
};

export interface Entry {
  /** null where nothing was asked. */
  readonly mark: Mark | null;
  readonly title: string;
  readonly figure: string;
  readonly notes: readonly string[];
}
