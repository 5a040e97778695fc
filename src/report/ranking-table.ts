import type { ListPlaces } from '../model/decisions.js';
import type { List, PlaceEdge } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import { compareText } from '../model/text-order.js';
import { adjustedColumns } from './adjustments.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { describeFirms } from './describe-firm.js';
import {
  type FirmColumn,
  gradeColumn,
  integerColumn,
  orNull,
  pointsColumn,
  rankOrNull,
  textColumn,
  wordColumn,
} from './firm-column.js';
import { hasStages } from './has-stages.js';
import { listed } from './list-table.js';
import { statusColumns } from './notices.js';

/** A firm on a ranking. */
interface Entry {
  readonly list: number;
  readonly firm: number;
}

/**
 * The rankings of a run, one after another: each group, best place first, then by id. A firm stands once on each list. More
 * firms than places stand where several tie at the edge; a column and a note say so.
 */
export function rankingTable(run: Run, voice: Voice, status: boolean): ReportTable {
  const { plan, firms, scores, decisions } = run;
  const { lang } = voice;
  const words = describeFirms(run, voice);
  const lists = plan.lists.flatMap((list, index) => (list.kind === 'ranking' ? [index] : []));
  const entries = lists.flatMap((list) => entriesOf(run, list));
  const placesOf = (list: number) => decisions.places?.[list] ?? null;
  // Of a part of a run some groups have no firm here: they are others' business.
  const groupsOf = (list: number): ReadonlySet<number> =>
    new Set(entries.flatMap((one) => (one.list === list ? (placesOf(list)?.group[one.firm] ?? []) : [])));
  const grouped = lists.some((list) => plan.lists[list]!.ranking?.by != null);
  const banded = lists.some((list) => (plan.lists[list]!.ranking?.bands.length ?? 0) > 0);
  const ranked = lists.some((list) => placesOf(list) !== null);
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  const column = (id: string, zh: string, en: string, format: Column['format'] = 'text'): Column => ({
    id,
    header: { zh, en },
    format,
  });
  const when = <T>(holds: boolean, ...some: T[]): T[] => (holds ? some : []);
  const own: readonly FirmColumn[] = [
    textColumn('id', { zh: '统一社会信用代码', en: 'Credit code' }, (firm) => firms.ids[firm] ?? null),
    textColumn('name', { zh: '企业名称', en: 'Firm' }, (firm) => firms.names[firm] ?? null),
    ...when(hasStages(plan), wordColumn('stage', { zh: '阶段', en: 'Stage' }, words.stage)),
    ...when(
      plan.scored,
      pointsColumn('total', { zh: '总分', en: 'Total' }, (firm) => orNull(scores.total[firm])),
      integerColumn('rank', { zh: '总名次', en: 'Overall rank' }, (firm) => rankOrNull(decisions.rank[firm])),
    ),
    ...when(plan.gradeBy !== null, gradeColumn(words.grade)),
    ...adjustedColumns(run, voice),
  ];
  const line = ({ list, firm }: Entry): Value[] => {
    const rule = plan.lists[list]!;
    const places = placesOf(list);
    const group = places?.groups[places.group[firm]!];
    const place = places === null ? decisions.rank[firm]! : places.place[firm]!;
    return [
      ...when(lists.length > 1, voice.headers === 'id' ? rule.id : rule.name[lang]),
      ...when(grouped, rule.ranking?.by == null ? null : (group?.word ?? noWord[lang])),
      rankOrNull(place),
      ...when(banded, bandOf(rule, place, group?.size ?? 0)?.[lang] ?? null),
      ...own.map((one) => one.of(firm)),
      ...when(
        ranked,
        group !== undefined && group.listed > group.edge && place === group.last
          ? tiedText(group)[lang]
          : null,
      ),
      ...standing.values,
    ];
  };
  return {
    title: { zh: '排名', en: 'Ranking' },
    notes: lists.flatMap((list) => notesOf(plan.lists[list]!, placesOf(list), groupsOf(list))),
    columns: [
      ...when(lists.length > 1, column('list', '榜单', 'List')),
      ...when(grouped, column('group', '分组', 'Group')),
      column('place', '榜内名次', 'Place', 'integer'),
      ...when(banded, column('band', '榜次', 'Band')),
      ...own.map((one) => one.column),
      ...when(ranked, column('tie', '并列说明', 'Ties')),
      ...standing.columns,
    ],
    count: new Set(entries.map((entry) => entry.firm)).size,
    *rows() {
      for (const entry of entries) yield line(entry);
    },
  };
}

const noWord: Text = { zh: '（未填）', en: '(blank)' };

function entriesOf(run: Run, list: number): readonly Entry[] {
  const { firms, decisions } = run;
  const places = decisions.places?.[list] ?? null;
  const on = listed(run, 'ranking').filter((firm) => decisions.lists[firm]!.includes(list));
  if (places !== null) {
    const group = (firm: number) => (places.group[firm]! < 0 ? places.groups.length : places.group[firm]!);
    const place = (firm: number) => places.place[firm] || Number.MAX_SAFE_INTEGER;
    on.sort(
      (a, b) =>
        group(a) - group(b) ||
        place(a) - place(b) ||
        compareText(firms.ids[a] ?? '', firms.ids[b] ?? '') ||
        a - b,
    );
  }
  return on.map((firm) => ({ list, firm }));
}

/** The first band that a place lies in. */
const bandOf = ({ ranking }: List, place: number, size: number): Text | null =>
  place === 0 ? null : (ranking?.bands.find(({ top }) => isWithin(place, top, size))?.name ?? null);

/** place / size ≤ share, as grades by rank percent have it. */
const isWithin = (place: number, top: PlaceEdge, size: number): boolean =>
  top.kind === 'count'
    ? place <= top.count
    : Math.round((place / size) * 1e10) <= Math.round(top.share * 1e10);

const tiedText = ({ edge, listed }: { readonly edge: number; readonly listed: number }): Text => ({
  zh: `前 ${edge} 名末位并列，共 ${listed} 家`,
  en: `tied at place ${edge}: ${listed} firms`,
});

/** 「前百强」前 100 名末位并列，共 102 家 */
function notesOf(list: List, places: ListPlaces | null, told: ReadonlySet<number>): Text[] {
  return (places?.groups ?? []).flatMap((group, index): Text[] => {
    if (group.listed <= group.edge || !told.has(index)) return [];
    const of = (lang: 'zh' | 'en') =>
      list.ranking?.by == null ? '' : `${lang === 'zh' ? '·' : ', '}${group.word ?? noWord[lang]}`;
    const said = tiedText(group);
    return [
      {
        zh: `「${list.name.zh}${of('zh')}」${said.zh}，全部列入`,
        en: `${list.name.en}${of('en')}: ${said.en}, all listed`,
      },
    ];
  });
}
