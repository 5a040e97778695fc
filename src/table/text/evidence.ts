/**
 * Words by which a decoded text proves its encoding: almost any Big5 or Japanese text also decodes as GB18030, but
 * then it does not say 企业. Words of the plan's headers are added by the caller.
 */
const simplified = ['企业', '公司', '名称', '代码', '序号', '单位', '营业', '收入', '研发', '统一社会'];

/** The same in traditional characters, for telling Big5. */
const traditional = ['企業', '公司', '名稱', '代碼', '代號', '序號', '單位', '營業', '收入', '研發', '統一'];

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Only words beyond ASCII tell encodings apart, and one character may be chance. */
const telling = (headers: readonly string[]): string[] =>
  headers.map(squeeze).filter((word) => [...word].length >= 2 && /[\u2e80-\u{3ffff}]/u.test(word));

/** Does the text speak of firms, in the plan's words or in common ones? */
export function speaksSimplified(text: string, headers: readonly string[]): boolean {
  const plain = squeeze(text);
  return [...simplified, ...telling(headers)].some((word) => plain.includes(word));
}

export function speaksTraditional(text: string, headers: readonly string[]): boolean {
  const plain = squeeze(text);
  return [...traditional, ...telling(headers)].some((word) => plain.includes(word));
}

/** The first line with something in it, short enough for a message. */
export function firstLine(text: string): string {
  const line = text.split(/[\r\n]+/).find((one) => one.trim() !== '') ?? '';
  const shown = [...line.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')];
  return shown.length > 40 ? `${shown.slice(0, 40).join('')}…` : shown.join('');
}
