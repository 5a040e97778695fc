import { addressOf, sayFinding, speak } from '../finding/index.js';
import type { Finding } from '../model/finding.js';
import type { Run } from '../model/run.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { statusColumns } from './notices.js';
import { severityText } from './words.js';

/** As much of a run as stands before anything is scored. */
export type IntakeRun = Pick<Run, 'plan' | 'firms' | 'findings' | 'without' | 'unreadable'>;

const columns: readonly Column[] = [
  { id: 'severity', header: { zh: '级别', en: 'Severity' }, format: 'text' },
  { id: 'finding', header: { zh: '代码', en: 'Finding' }, format: 'text' },
  { id: 'file', header: { zh: '文件', en: 'File' }, format: 'text' },
  { id: 'sheet', header: { zh: '工作表', en: 'Sheet' }, format: 'text' },
  { id: 'cell', header: { zh: '单元格', en: 'Cell' }, format: 'text' },
  { id: 'row', header: { zh: '行号', en: 'Row' }, format: 'integer' },
  { id: 'line', header: { zh: '文件行', en: 'Line' }, format: 'integer' },
  { id: 'raw', header: { zh: '原值', en: 'Raw value' }, format: 'text' },
  { id: 'found', header: { zh: '发现', en: 'Found' }, format: 'text' },
  { id: 'expected', header: { zh: '应为', en: 'Expected' }, format: 'text' },
  { id: 'fix', header: { zh: '怎么改', en: 'What to do' }, format: 'text' },
  { id: 'firm_id', header: { zh: '统一社会信用代码', en: 'Credit code' }, format: 'text' },
  { id: 'firm_name', header: { zh: '企业名称', en: 'Firm' }, format: 'text' },
];

/** One line a finding, none left out, in the run's order: file, sheet, row, column, id. */
export function findingsTable(run: IntakeRun, voice: Voice): ReportTable {
  const status = statusColumns(run, voice);
  return {
    title: { zh: '数据问题', en: 'Findings' },
    columns: [...columns, ...status.columns],
    count: run.findings.length,
    *rows() {
      for (const one of run.findings) yield [...line(run, one, voice), ...status.values];
    },
  };
}

function line(run: Pick<Run, 'firms'>, one: Finding, voice: Voice): Value[] {
  const { at } = one;
  const said = sayFinding(one, voice.lang);
  const raw = speak(one.args.raw ?? null, voice.lang);
  return [
    voice.headers === 'id' ? one.severity : severityText[one.severity][voice.lang],
    one.id,
    at.file,
    'sheet' in at ? at.sheet : null,
    'column' in at && 'row' in at ? addressOf(at) : null,
    'row' in at ? at.row : null,
    'line' in at && at.line ? at.line : null,
    typeof raw === 'object' ? null : (raw ?? null),
    said.found,
    said.expected,
    said.fix,
    one.firm === null ? null : (run.firms.ids[one.firm] ?? null),
    one.firm === null ? null : (run.firms.names[one.firm] ?? null),
  ];
}
