import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';

/** What a printed report does not show: how many rows and firms went back, and how many errors were found. */
export function printedLine({ rowLedger, firmLedger, findings }: Run, lang: Lang): string {
  const rows = rowLedger.byFate.rejected;
  const firms = firmLedger.byDisposition.rejected;
  const errors = findings.filter((one) => one.severity === 'error').length;
  return lang === 'zh'
    ? `数据行 ${rowLedger.total}，退回改正 ${rows}；企业 ${firmLedger.total}，退回改正 ${firms}；错误 ${errors}${errors === 0 ? '' : '（用 --report findings 列出）'}`
    : `rows ${rowLedger.total}, sent back ${rows}; firms ${firmLedger.total}, sent back ${firms}; errors ${errors}${errors === 0 ? '' : ' (--report findings lists them)'}`;
}
