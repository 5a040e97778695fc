/** What part of the year a header speaks of, where it says so: 本月数, 1-9月累计, 上半年, 三季度. */
export type TimeSpan = 'month' | 'part';

const month = /(?:本|当|上)月(?:数|止|末)?(?:发生[额数])?/g;
const part =
  /(?:本年|年初至今|截至本期)?累计[数额]?|\d{1,2}\s*[-–—~至到]\s*\d{1,2}\s*月(?:份)?|[上下]半年|第?[一二三四1-4]季度|前[一二三四1-4]季度|\bq[1-4]\b/g;

/** The folded key without its words of time, and what they say; null where it has none. */
export function timeSpanOf(key: string): { readonly span: TimeSpan; readonly rest: string } | null {
  const span = key.search(month) >= 0 ? 'month' : key.search(part) >= 0 ? 'part' : null;
  if (span === null) return null;
  const rest = key
    .replace(month, '')
    .replace(part, '')
    .replace(/\(\)|^[-_/:,]+|(?<![-_/:,])[-_/:,]+$/g, '');
  return { span, rest };
}
