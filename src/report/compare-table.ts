import { type Compared, type ComparedFirm, type Move, moves } from '../model/compared.js';
import { dispositionText } from '../model/decisions.js';
import type { Lang, Text } from '../model/text.js';
import type { Column, Format, ReportTable, Value } from './column.js';

/** What became of a firm, as reports call it. */
export const moveText: Readonly<Record<Move, Text>> = {
  entered: { zh: '新进', en: 'entered' },
  kept: { zh: '保留', en: 'kept' },
  left: { zh: '调出', en: 'left' },
  outside: { zh: '未入选', en: 'outside' },
  'not-filed': { zh: '未申报', en: 'not filed' },
  'newly-filed': { zh: '新申报', en: 'newly filed' },
};

interface Told extends Column {
  of(one: ComparedFirm): Value;
}

/** One line a firm: the moves that matter first, then by id. `codes` for programs: moves and dispositions by their ids. */
export function compareTable(compared: Compared, lang: Lang, codes: boolean): ReportTable {
  const word = <Key extends string>(words: Readonly<Record<Key, Text>>, key: Key | undefined): Value =>
    key === undefined ? null : codes ? key : words[key][lang];
  const column = (id: string, zh: string, en: string, format: Format, of: Told['of']): Told => ({
    id,
    header: { zh, en },
    format,
    of,
  });
  const result = (...told: Parameters<typeof column>): Told => ({ ...column(...told), mark: 'disposition' });
  const split = compared.rulesChanged && compared.lacking.length === 0;
  const columns: Told[] = [
    column('id', '统一社会信用代码', 'Credit code', 'text', (one) => one.id),
    column('name', '企业名称', 'Firm', 'text', (one) => one.name),
    column('move', '变化', 'Move', 'text', (one) => word(moveText, one.move)),
    result('disposition_before', '原结果', 'Result before', 'text', (one) =>
      word(dispositionText, one.before?.disposition),
    ),
    result('disposition_after', '现结果', 'Result after', 'text', (one) =>
      word(dispositionText, one.after?.disposition),
    ),
    column('vetoes_after', '现否决', 'Barred by', 'text', (one) =>
      (one.after?.vetoes ?? [])
        .map((veto) => (codes ? veto.id : veto.text))
        .join(codes ? ';' : lang === 'zh' ? '；' : '; '),
    ),
    column('total_before', '原总分', 'Total before', 'points', (one) => one.before?.total ?? null),
    column('total_after', '现总分', 'Total after', 'points', (one) => one.after?.total ?? null),
    column('change', '分数变化', 'Change', 'points', (one) => one.change),
    ...(split
      ? [
          column('by_firm', '其中企业自身', 'By the firm', 'points', (one) => one.byFirm),
          column('by_rules', '其中规则改变', 'By the rules', 'points', (one) => one.byRules),
        ]
      : []),
    column('rank_before', '原名次', 'Rank before', 'integer', (one) => one.before?.rank || null),
    column('rank_after', '现名次', 'Rank after', 'integer', (one) => one.after?.rank || null),
    column('movers', '变化最大的指标', 'What moved most', 'text', (one) =>
      one.movers
        .map(({ id, name, change }) => `${codes ? id : name} ${change > 0 ? '+' : ''}${change}`)
        .join(codes ? ';' : lang === 'zh' ? '；' : '; '),
    ),
  ];
  return {
    title: { zh: '两期对比', en: 'Two runs compared' },
    columns,
    count: compared.firms.length,
    *rows() {
      for (const move of moves)
        for (const one of compared.firms) if (one.move === move) yield columns.map(({ of }) => of(one));
    },
  };
}
