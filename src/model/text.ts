/** A language that reports and messages speak. Ids, codes and JSON keys never change with it. */
export type Lang = 'zh' | 'en';

/** One text in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
