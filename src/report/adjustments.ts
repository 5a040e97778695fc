import type { AdjustEffect, Adjustment } from '../model/adjustment.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { type FirmColumn, textColumn } from './firm-column.js';
import { isoDate } from './iso-date.js';
import { counted } from './manifest/counted.js';
import { statusColumns } from './notices.js';

const effectText: Readonly<Record<AdjustEffect, Text>> = {
  done: { zh: '已执行', en: 'done' },
  'no-change': { zh: '本来如此，无变化', en: 'so already, no change' },
  superseded: { zh: '另有更晚的调整', en: 'a later row counts' },
  'not-in-input': { zh: '未执行：企业不在申报表中', en: 'refused: the firm is not in the input' },
  'unknown-list': { zh: '未执行：没有这张名单', en: 'refused: no such list' },
  'no-direction': { zh: '未执行：没有写明调入还是调出', en: 'refused: in or out is not stated' },
  'no-reason': { zh: '未执行：没有原因', en: 'refused: no reason' },
  'no-approver': { zh: '未执行：没有批准人', en: 'refused: no approver' },
  contradiction: { zh: '未执行：同日既调入又调出', en: 'refused: in and out on one day' },
  rejected: { zh: '未执行：企业数据有误被退回', en: 'refused: the firm is rejected' },
  vetoed: { zh: '未执行：企业被一票否决', en: 'refused: the firm is vetoed' },
};

const directionText: Readonly<Record<'in' | 'out', Text>> = {
  in: { zh: '调入', en: 'in' },
  out: { zh: '调出', en: 'out' },
};

const columns: readonly Column[] = [
  { id: 'id', header: { zh: '统一社会信用代码', en: 'Credit code' }, format: 'text' },
  { id: 'name', header: { zh: '企业名称', en: 'Firm' }, format: 'text' },
  { id: 'list', header: { zh: '名单', en: 'List' }, format: 'text' },
  { id: 'direction', header: { zh: '调整', en: 'In or out' }, format: 'text' },
  { id: 'reason', header: { zh: '原因', en: 'Reason' }, format: 'text' },
  { id: 'approver', header: { zh: '批准人', en: 'Approver' }, format: 'text' },
  { id: 'date', header: { zh: '日期', en: 'Date' }, format: 'date' },
  { id: 'effect', header: { zh: '执行情况', en: 'What came of it' }, format: 'text' },
  { id: 'file', header: { zh: '文件', en: 'File' }, format: 'text' },
  { id: 'sheet', header: { zh: '工作表', en: 'Sheet' }, format: 'text' },
  { id: 'row', header: { zh: '行号', en: 'Row' }, format: 'integer' },
];

/** Every row of `--adjust` and what it did, in the order of the files. */
export function adjustmentsTable(run: Run, voice: Voice): ReportTable {
  const all = run.adjustments ?? [];
  const status = statusColumns(run, voice);
  const codes = voice.headers === 'id';
  const line = (one: Adjustment): Value[] => [
    one.id,
    one.name,
    listName(run, one, voice) ?? one.listText,
    one.direction === null ? null : codes ? one.direction : directionText[one.direction][voice.lang],
    one.reason,
    one.approver,
    one.date,
    codes ? one.effect : effectText[one.effect][voice.lang],
    one.at.file,
    one.at.sheet,
    one.at.row,
  ];
  return {
    title: { zh: '人工调整', en: 'Adjustments' },
    columns: [...columns, ...status.columns],
    count: all.length,
    rows: () => all.map((one) => [...line(one), ...status.values]),
  };
}

/** What people decided of each firm, with reason and approver; no column where nobody did. */
export function adjustedColumns(run: Run, voice: Voice): FirmColumn[] {
  if (run.adjustments === undefined) return [];
  const said = new Map<number, string>();
  for (const one of run.adjustments) {
    if (one.firm === null || one.effect !== 'done') continue;
    const before = said.get(one.firm);
    const joint = voice.lang === 'zh' ? '；' : '; ';
    const text = sayAdjustment(run, one, voice);
    said.set(one.firm, before === undefined ? text : [before, text].sort().join(joint));
  }
  return [textColumn('adjusted', { zh: '人工调整', en: 'Adjusted' }, (firm) => said.get(firm) ?? null)];
}

/** 调入「白名单」：会议复核（张三，2026-10-08）. */
function sayAdjustment(run: Run, one: Adjustment, voice: Voice): string {
  const { lang } = voice;
  const by = [one.approver, one.date === null ? null : isoDate(one.date)].filter((part) => part !== null);
  const list = listName(run, one, voice) ?? '';
  if (voice.headers === 'id') return `${one.direction} ${list}: ${one.reason} (${by.join(', ')})`;
  const direction = directionText[one.direction ?? 'in'][lang];
  return lang === 'zh'
    ? `${direction}「${list}」：${one.reason}（${by.join('，')}）`
    : `${direction} ${list}: ${one.reason} (${by.join(', ')})`;
}

const listName = (run: Pick<Run, 'plan'>, one: Adjustment, voice: Voice): string | null => {
  const list = run.plan.lists[one.list ?? -1];
  return list === undefined ? null : voice.headers === 'id' ? list.id : list.name[voice.lang];
};

/** How many adjustments came to what, by effect. */
export const adjustmentCounts = (all: readonly Adjustment[]): Readonly<Record<string, number>> =>
  counted(all.map(({ effect }) => effect));
