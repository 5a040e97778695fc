import type { Run } from '../model/run.js';
import type { Lang, Text } from '../model/text.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { statusColumns } from './notices.js';
import { type OutcomeRow, outcomesOf } from './outcomes.js';
import { withUnit } from './words.js';

const byText: Readonly<Record<OutcomeRow['by'], Text>> = {
  total: { zh: '合计', en: 'Total' },
  stage: { zh: '阶段', en: 'Stage' },
  grade: { zh: '等级', en: 'Grade' },
  disposition: { zh: '处理结果', en: 'Result' },
  answer: { zh: '反馈', en: 'Answer' },
  list: { zh: '名单（可重复）', en: 'List (overlapping)' },
};

const counted = (id: string, zh: string, en: string): Column => ({
  id,
  header: { zh, en },
  format: 'integer',
});
const money = (id: string, zh: string, en: string): Column => ({
  id,
  header: withUnit({ zh, en }, '万元'),
  format: 'money',
});

const columns: readonly Column[] = [
  { id: 'by', header: { zh: '统计口径', en: 'By' }, format: 'text' },
  { id: 'group', header: { zh: '分组', en: 'Group' }, format: 'text' },
  counted('firms', '企业数', 'Firms'),
  counted('recommended', '推荐', 'Recommended'),
  counted('answered', '银行已反馈', 'Answered'),
  counted('credited', '已授信', 'Credited'),
  counted('declined', '未授信', 'Declined'),
  counted('drawn', '已放款', 'Drawn'),
  counted('first_loans', '首贷户', 'First loans'),
  money('credit', '授信金额', 'Credit'),
  money('drawing', '放款金额', 'Drawn amount'),
  {
    id: 'mean_rate',
    header: { zh: '平均利率（按授信金额加权）', en: 'Mean rate (weighted by credit)' },
    format: 'percent',
  },
  counted('sessions', '会诊次数', 'Sessions'),
  counted('session_firms', '会诊企业', 'Firms in sessions'),
  counted('solved', '会诊已解决', 'Sessions solved'),
];

/** The outcomes of a run as a table; `status` adds the profile's standing as columns, for a CSV. */
export function outcomesTable(run: Run, voice: Voice, status: boolean): ReportTable {
  const rows = outcomesOf(run, voice);
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  const by = (one: OutcomeRow, lang: Lang) => (voice.headers === 'id' ? one.by : byText[one.by][lang]);
  return {
    title: { zh: '推荐成效', en: 'Outcomes' },
    columns: [...columns, ...standing.columns],
    count: run.firms.count,
    rows: () => rows.map((one): Value[] => [...lineOf(one, by(one, voice.lang)), ...standing.values]),
  };
}

const lineOf = (one: OutcomeRow, by: string): Value[] => [
  by,
  one.group,
  one.firms,
  one.recommended,
  one.answered,
  one.credited,
  one.declined,
  one.drawn,
  one.firstLoans,
  one.credit,
  one.drawing,
  one.meanRate,
  one.sessions,
  one.sessionFirms,
  one.solved,
];
