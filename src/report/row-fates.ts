import type { Fate } from '../model/firms.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';

/** How many rows came to what, as reports tell it: of those set aside, the ones that were mended apart. */
export interface RowFate {
  readonly code: Fate | 'replaced';
  readonly text: Text;
  readonly count: number;
}

/** Rows by fate; together all of them. A part of a run has no row that is no firm's. */
export function rowFates({ rowLedger: { byFate }, firms, part }: Run): readonly RowFate[] {
  const replaced = firms.rows.replacedBy?.size ?? 0;
  const fates: readonly RowFate[] = [
    { code: 'used', text: { zh: '计入', en: 'used' }, count: byFate.used },
    {
      code: 'superseded',
      text: { zh: '重复，未计入', en: 'repeated, set aside' },
      count: byFate.superseded - replaced,
    },
    {
      code: 'replaced',
      text: { zh: '已由改正表取代', en: 'replaced by a corrected row' },
      count: replaced,
    },
    { code: 'rejected', text: { zh: '退回改正', en: 'rejected' }, count: byFate.rejected },
    { code: 'skipped', text: { zh: '不是企业数据', en: 'no data of a firm' }, count: byFate.skipped },
  ];
  return fates.filter(
    ({ code, count }) => !(code === 'replaced' && count === 0) && !(code === 'skipped' && part !== undefined),
  );
}
