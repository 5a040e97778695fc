import type { Lang, Text } from './text.js';

/** By these a template of ours is known when it comes back filled. */

/**
 * The row that shows how to fill it. Left in as it was given out it is no firm (`SkipReason` example). Its id cannot be
 * anybody's: GB 32100-2015 uses no S. A row that has another id or another name is read like any other.
 */
export const exampleFirm: { readonly id: string; readonly name: Text } = {
  id: '91340100SAMPLE0001',
  name: { zh: '示例企业（填写样例，不计分）', en: 'Example firm (sample row, not scored)' },
};

/** Its sheets, in their order: the form, how to fill it, the words of its drop-downs (hidden). */
export const templateSheets: Readonly<
  Record<Lang, { readonly form: string; readonly guide: string; readonly lists: string }>
> = {
  zh: { form: '企业', guide: '填写说明', lists: 'innopoints' },
  en: { form: 'Firms', guide: 'How to fill', lists: 'innopoints' },
};
