import type { Run } from '../model/run.js';
import { adjustedColumns } from './adjustments.js';
import type { ReportTable, Voice } from './column.js';
import { describeFirms } from './describe-firm.js';
import {
  constantColumns,
  type FirmColumn,
  firmTable,
  integerColumn,
  numbersColumn,
  rankOrNull,
  textColumn,
} from './firm-column.js';
import { orderFirms } from './firm-order.js';
import { hasStages } from './has-stages.js';
import { statusColumns } from './notices.js';
import { valueColumn } from './shown-value.js';
import { dispositionHeader } from './words.js';

/**
 * Every firm once: what it earned for each indicator and what was decided. Sorted by id, name, contents; where its first
 * row stands comes last, so that shuffled inputs differ in those columns only. Cost: firms × indicators.
 */
export function assessmentTable(run: Run, voice: Voice): ReportTable {
  const { plan, firms, scores, decisions } = run;
  const words = describeFirms(run, voice);
  const status = statusColumns(run, voice);
  const when = (holds: boolean, column: FirmColumn): FirmColumn[] => (holds ? [column] : []);
  const staged = hasStages(plan);
  let place = { firm: -1, file: '', sheet: '', row: 0 };
  const placeOf = (firm: number): typeof place => {
    if (place.firm !== firm) place = { firm, ...firms.rowOf(firm) };
    return place;
  };

  return firmTable(
    { zh: '评价明细', en: 'Assessment' },
    [
      textColumn('id', { zh: '统一社会信用代码', en: 'Credit code' }, (firm) => firms.ids[firm] ?? null),
      textColumn('name', { zh: '企业名称', en: 'Firm' }, (firm) => firms.names[firm] ?? null),
      ...when(staged, textColumn('stage', { zh: '阶段', en: 'Stage' }, words.stage)),
      ...plan.indicators.flatMap(({ id, name }, index) => {
        return [
          valueColumn(run, index, voice),
          numbersColumn(
            {
              id: `points_${id}`,
              header: { zh: `${name.zh} 得分`, en: `${name.en}, points` },
              format: 'points',
            },
            scores.points[index]!,
          ),
        ];
      }),
      ...plan.groups.map(({ id, name }, index) =>
        numbersColumn(
          {
            id: `group_${id}`,
            header: { zh: `${name.zh} 小计`, en: `${name.en}, subtotal` },
            format: 'points',
          },
          scores.groups[index]!,
        ),
      ),
      numbersColumn({ id: 'total', header: { zh: '总分', en: 'Total' }, format: 'points' }, scores.total),
      integerColumn('rank', { zh: '名次', en: 'Rank' }, (firm) => rankOrNull(decisions.rank[firm])),
      ...when(
        staged,
        integerColumn('rank_in_stage', { zh: '阶段内名次', en: 'Rank in stage' }, (firm) =>
          rankOrNull(decisions.rankInStage[firm]),
        ),
      ),
      ...when(plan.gradeBy !== null, textColumn('grade', { zh: '等级', en: 'Grade' }, words.grade)),
      textColumn('disposition', dispositionHeader, words.disposition),
      textColumn('lists', { zh: '名单', en: 'Lists' }, (firm) => words.lists(firm)),
      ...adjustedColumns(run, voice),
      textColumn('offers', { zh: '可享支持', en: 'Offers' }, words.offers),
      textColumn('reasons', { zh: '原因', en: 'Reasons' }, words.reasons),
      textColumn(
        'losses',
        { zh: '主要失分（得分/权重）', en: 'Largest losses (points/weight)' },
        words.losses,
      ),
      ...constantColumns(status.columns, status.values),
      textColumn('file', { zh: '文件', en: 'File' }, (firm) => placeOf(firm).file),
      textColumn('sheet', { zh: '工作表', en: 'Sheet' }, (firm) => placeOf(firm).sheet),
      integerColumn('row', { zh: '行号', en: 'Row' }, (firm) => placeOf(firm).row),
    ],
    orderFirms(run),
  );
}
