import type { ListKind, Offer } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import { compareText } from '../model/text-order.js';
import { adjustedColumns } from './adjustments.js';
import { causeColumns } from './cause-columns.js';
import type { ReportTable, Voice } from './column.js';
import { describeFirms, limitUnitId } from './describe-firm.js';
import {
  constantColumns,
  type FirmColumn,
  firmTable,
  gradeColumn,
  integerColumn,
  moneyColumn,
  orNull,
  pointsColumn,
  rankOrNull,
  textColumn,
  wordColumn,
} from './firm-column.js';
import { hasStages } from './has-stages.js';
import { statusColumns } from './notices.js';
import { rounded } from './number-text.js';
import { fieldColumn } from './shown-value.js';
import { withUnit, yesNo } from './words.js';

export const listTitle: Readonly<Record<ListKind, Text>> = {
  whitelist: { zh: '白名单', en: 'Whitelist' },
  referral: { zh: '推荐名单', en: 'Referrals' },
  pool: { zh: '入库名单', en: 'Pool' },
  ranking: { zh: '排名', en: 'Ranking' },
  publicity: { zh: '公示名单', en: 'Publicity' },
};

/**
 * The firms on lists of a kind, best rank first, then by id. No rejected or vetoed firm ever stands here, whatever the
 * lists say, and no column but the standard ones and the profile's own `listColumns`; a publicity list shows no figures.
 * `status` adds the profile's standing as columns, for a CSV.
 */
export function listTable(run: Run, kind: ListKind, voice: Voice, status: boolean): ReportTable {
  const { plan, firms, scores, decisions } = run;
  const order = listed(run, kind);
  const words = describeFirms(run, voice);
  const when = (holds: boolean, ...columns: FirmColumn[]): FirmColumn[] => (holds ? columns : []);
  const staged = hasStages(plan);
  const figures = kind !== 'publicity';
  const standing = statusColumns(run, voice);
  // A bank and a program find the same columns each time; another sheet needs none that is blank all the way down.
  const isShown = (offer: number): boolean =>
    status ||
    kind === 'whitelist' ||
    order.some((firm) => decisions.offers[firm]!.some((one) => one.offer === offer));
  const place = new Map(order.map((firm, index) => [firm, index + 1]));

  return firmTable(
    listTitle[kind],
    [
      plan.scored && figures
        ? integerColumn('rank', { zh: '名次', en: 'Rank' }, (firm) => rankOrNull(decisions.rank[firm]))
        : integerColumn('number', { zh: '序号', en: 'No.' }, (firm) => place.get(firm) ?? null),
      textColumn('id', { zh: '统一社会信用代码', en: 'Credit code' }, (firm) => firms.ids[firm] ?? null),
      textColumn('name', { zh: '企业名称', en: 'Firm' }, (firm) => firms.names[firm] ?? null),
      ...when(staged && figures, wordColumn('stage', { zh: '阶段', en: 'Stage' }, words.stage)),
      ...when(
        plan.scored && figures,
        pointsColumn('total', { zh: '总分', en: 'Total' }, (firm) => orNull(scores.total[firm])),
      ),
      ...when(
        plan.scored && figures && staged,
        integerColumn('rank_in_stage', { zh: '阶段内名次', en: 'Rank in stage' }, (firm) =>
          rankOrNull(decisions.rankInStage[firm]),
        ),
      ),
      ...when(plan.gradeBy !== null && figures, gradeColumn(words.grade)),
      ...when(
        figures,
        ...plan.groups.map(({ id, name }, index) =>
          pointsColumn(`group_${id}`, name, (firm) => orNull(scores.groups[index]![firm])),
        ),
        ...plan.offers.flatMap((offer, index) =>
          isShown(index) ? [offerColumn(run, offer, index, voice)] : [],
        ),
        ...plan.listColumns.map((id) => fieldColumn(run, id, voice)).filter((column) => column !== null),
      ),
      ...when(
        plan.lists.filter((list) => list.kind === kind).length > 1,
        textColumn('lists', { zh: '名单', en: 'Lists' }, (firm) => words.lists(firm, kind)),
      ),
      ...when(
        kind === 'referral' && run.reasons !== undefined,
        textColumn(
          'missed',
          { zh: '未满足的条件', en: 'Conditions not met' },
          (firm) => words.missed(firm) || null,
        ),
      ),
      ...causeColumns(run, kind, voice),
      ...when(figures, ...adjustedColumns(run, voice)),
      ...when(status, ...constantColumns(standing.columns, standing.values)),
    ],
    order,
  );
}

/** The firms on lists of a kind, best rank first, then by id. */
export function listed(run: Run, kind: ListKind): number[] {
  const { plan, firms, decisions } = run;
  const firmsOn: number[] = [];
  for (let firm = 0; firm < firms.count; firm++) {
    const disposition = decisions.disposition[firm];
    if (disposition === 'rejected' || disposition === 'vetoed') continue;
    if (decisions.lists[firm]!.some((index) => plan.lists[index]!.kind === kind)) firmsOn.push(firm);
  }
  const rank = (firm: number) => decisions.rank[firm] || Number.MAX_SAFE_INTEGER;
  return firmsOn.sort(
    (a, b) => rank(a) - rank(b) || compareText(firms.ids[a] ?? '', firms.ids[b] ?? '') || a - b,
  );
}

/** An offer with a limit shows it as money, so that a bank can add and filter; one without shows yes. */
function offerColumn(run: Run, offer: Offer, index: number, voice: Voice): FirmColumn {
  const made = (firm: number) => run.decisions.offers[firm]!.find((one) => one.offer === index);
  const id = `offer_${offer.id}`;
  if (offer.limits.length === 0)
    return textColumn(id, offer.name, (firm) =>
      made(firm) === undefined ? null : voice.headers === 'id' ? true : yesNo(true, voice.lang),
    );
  const name = { zh: `${offer.name.zh} 额度`, en: `${offer.name.en}, limit` };
  return moneyColumn(id, withUnit(name, limitUnitId(offer)), (firm) => {
    const limit = made(firm)?.limit ?? null;
    return limit === null ? null : rounded(limit);
  });
}
