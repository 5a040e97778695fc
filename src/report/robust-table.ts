import type { Robust, RobustFirm } from '../model/robust.js';
import type { Lang } from '../model/text.js';
import { compareText } from '../model/text-order.js';
import type { Column, Format, ReportTable, Value } from './column.js';
import { yesNo } from './words.js';

interface Told extends Column {
  of(one: RobustFirm): Value;
}

/**
 * One line a firm: by id for programs; for people those first whose place hangs on the weights, the most doubtful at the
 * top, then by rank.
 */
export function robustTable(robust: Robust, lang: Lang, codes: boolean): ReportTable {
  const column = (id: string, zh: string, en: string, format: Format, of: Told['of']): Told => ({
    id,
    header: { zh, en },
    format,
    of,
  });
  const arrow = { more: codes ? '+' : '↑', less: codes ? '-' : '↓' } as const;
  const columns: Told[] = [
    column('id', '统一社会信用代码', 'Credit code', 'text', (one) => one.id),
    column('name', '企业名称', 'Firm', 'text', (one) => one.name),
    column('total', '总分', 'Total', 'points', (one) => one.total),
    column('listed', '在白名单', 'Whitelisted', 'text', (one) =>
      codes ? one.listed : yesNo(one.listed, lang),
    ),
    column('share', '入选比例', 'Share of draws', 'percent', (one) => one.share),
    column('rank', '名次', 'Rank', 'integer', (one) => one.rank),
    column('rank_low', '名次（5%）', 'Rank, 5%', 'integer', (one) => one.rankLow),
    column('rank_high', '名次（95%）', 'Rank, 95%', 'integer', (one) => one.rankHigh),
    column('hangs_on', '取决于哪个权重', 'Hangs on the weight of', 'text', ({ hangsOn }) =>
      hangsOn === null ? null : `${codes ? hangsOn.id : hangsOn.name} ${arrow[hangsOn.helps]}`,
    ),
  ];
  const firms = codes ? robust.firms : [...robust.firms].sort(byDoubt);
  return {
    title: { zh: '权重稳健性', en: 'Weights shaken' },
    columns,
    count: firms.length,
    *rows() {
      for (const one of firms) yield columns.map(({ of }) => of(one));
    },
  };
}

const isOpen = ({ share }: RobustFirm): boolean => share > 0 && share < 1;

const byDoubt = (a: RobustFirm, b: RobustFirm): number =>
  Number(isOpen(b)) - Number(isOpen(a)) ||
  (isOpen(a) ? Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5) : 0) ||
  a.rank - b.rank ||
  compareText(a.id ?? '', b.id ?? '');
