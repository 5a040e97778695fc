import type { Text } from './text.js';

/**
 * The row of a template that shows how to fill it. Left in as it was given out it is no firm (`SkipReason` example). Its id
 * cannot be anybody's: GB 32100-2015 uses no S. A row that has another id or another name is read like any other.
 */
export const exampleFirm: { readonly id: string; readonly name: Text } = {
  id: '91340100SAMPLE0001',
  name: { zh: '示例企业（填写样例，不计分）', en: 'Example firm (sample row, not scored)' },
};
