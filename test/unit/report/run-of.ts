import { bareField } from '../../../src/match/index.js';
import type { Cell, Row } from '../../../src/model/cell.js';
import type { Decisions, Disposition } from '../../../src/model/decisions.js';
import type { Expression } from '../../../src/model/expr.js';
import type { Field } from '../../../src/model/field.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Firms, SkippedRow, TableRef } from '../../../src/model/firms.js';
import type { Indicator, Plan, Scorer } from '../../../src/model/plan.js';
import type { Run } from '../../../src/model/run.js';
import type { Scores, Withheld } from '../../../src/model/scores.js';
import type { FetchRows } from '../../../src/report/index.js';

/** A firm and what was decided of it: the steps before `report` are not asked. */
export interface FirmPart {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly stage?: number;
  readonly revenue?: number;
  readonly founded?: number;
  /** Points of 研发费用占比, 营业收入增速, 发明专利, 研发机构, 附加分. */
  readonly points?: readonly number[];
  readonly disposition?: Disposition;
  readonly referred?: boolean;
  readonly withheld?: Withheld;
  /** Cells as the sheet holds them; made from the rest unless told. */
  readonly cells?: readonly Cell[];
  readonly superseded?: boolean;
}

export interface RunParts {
  readonly plan?: Partial<Plan>;
  readonly findings?: readonly Finding[];
  readonly titles?: readonly string[];
  readonly file?: string;
  readonly sheet?: string;
  readonly without?: readonly string[];
  readonly unreadable?: readonly string[];
  readonly headers?: readonly string[];
}

export const source = { assumed: true, reason: '测试' } as const;
const text = (zh: string, en = zh) => ({ zh, en });
const always: Expression = {
  text: 'true',
  node: { op: 'boolean', value: true, start: 0, end: 4 },
  type: { kind: 'boolean' },
  reads: [],
};

export const fieldOf = (id: string, zh: string, part: Partial<Field> = {}): Field => ({
  ...bareField(id, text(zh, id), 'number'),
  ...part,
});

const fields = [
  fieldOf('uscc', '统一社会信用代码', { type: 'text', role: 'id' }),
  fieldOf('name', '企业名称', { type: 'text', role: 'name' }),
  fieldOf('revenue', '营业收入', { unit: '万元', currency: 'CNY' }),
  fieldOf('rd_expense', '研发费用', { unit: '万元', currency: 'CNY' }),
  fieldOf('patents', '发明专利', { unit: '件' }),
  fieldOf('founded', '成立日期', { type: 'date' }),
  fieldOf('lab_level', '研发机构级别', { type: 'text' }),
];

const scorer = (input: Scorer['input'] = 'number'): Scorer => ({
  method: 'mark',
  top: 1,
  input,
  cohort: null,
  points: Number,
  explain: () => '',
  text: text('分'),
});

const indicator = (
  id: string,
  zh: string,
  group: number,
  weight: number,
  unit: string | null,
): Indicator => ({
  id,
  name: text(zh, id),
  group,
  weight: [weight, weight, weight],
  rule: { kind: 'single', value: always, scorer: scorer(id === 'lab' ? 'text' : 'number') },
  missing: 'zero',
  unit,
  source,
});

export const planOf = (part: Partial<Plan> = {}): Plan => ({
  id: 'zhengzhou-hightech-2025',
  name: text('郑州高新区创新积分（2025）', 'Zhengzhou hi-tech zone 2025'),
  about: null,
  status: 'sample',
  lang: 'zh',
  scale: 100,
  decimals: 2,
  floor: 0,
  hash: 'ab'.repeat(32),
  fields: new Map(fields.map((one) => [one.id, one])),
  reads: ['revenue', 'rd_expense', 'patents', 'lab_level'],
  idField: 'uscc',
  nameField: 'name',
  periodField: null,
  statusField: null,
  identity: { checkCharacter: 'warning', accepts: ['uscc'] },
  blanks: [],
  stages: { names: ['初创期', '成长期', '稳定期'], by: always, cuts: [] },
  groups: [
    { id: 'innovation', name: text('创新能力', 'Innovation'), part: 'base', cap: null, min: null },
    { id: 'growth', name: text('成长经营', 'Growth'), part: 'base', cap: null, min: 5 },
    { id: 'extra', name: text('附加', 'Bonus'), part: 'bonus', cap: 10, min: null },
  ],
  indicators: [
    indicator('rd_ratio', '研发费用占营业收入的比例', 0, 40, '%'),
    indicator('revenue_growth', '营业收入增速', 1, 30, '%'),
    indicator('patents', '发明专利', 0, 20, '件'),
    indicator('lab', '研发机构级别', 0, 10, null),
    indicator('equity', '股权融资额', 2, 10, '万元'),
  ],
  bonusCap: 10,
  coverage: null,
  bypasses: [],
  checks: [],
  vetoes: [
    {
      id: 'dishonest',
      text: text('失信被执行人', 'dishonest judgment debtor'),
      bar: always,
      unknown: 'veto',
      source,
    },
  ],
  scored: true,
  grades: [
    { id: 'A', name: text('A 级', 'grade A'), from: 85 },
    { id: 'B', name: text('B 级', 'grade B'), from: 60 },
  ],
  gradeBy: 'score',
  lists: [
    { id: 'bank', kind: 'whitelist', name: text('信贷白名单', 'Credit list'), when: always, source },
    { id: 'second', kind: 'referral', name: text('二次推荐', 'Second recommendation'), when: always, source },
  ],
  offers: [
    {
      id: 'loan_online',
      kind: 'loan',
      name: text('积分贷（线上）', 'Points loan'),
      provider: '郑州银行',
      when: always,
      limits: [always],
      limitType: { kind: 'number', money: 'CNY' },
      rate: null,
      term: null,
      enhancement: 'data',
      riskShares: [],
      source,
    },
    {
      id: 'insurance',
      kind: 'insurance',
      name: text('科技保险', 'Insurance'),
      provider: null,
      when: always,
      limits: [],
      limitType: null,
      rate: null,
      term: null,
      enhancement: null,
      riskShares: [],
      source,
    },
  ],
  listColumns: ['revenue', 'founded'],
  ...part,
});

/** Where data begin on the sheet: a title, a unit line and two header rows stand above. */
export const FIRST_ROW = 5;
const formHeaders = [
  '序号',
  '统一社会信用代码',
  '企业名称',
  '营业收入',
  '研发费用',
  '发明专利',
  '成立日期',
  '研发机构级别',
];

/** A whole run over one sheet, row by row from FIRST_ROW on. */
export function runOf(parts: readonly FirmPart[], told: RunParts = {}): Run {
  const plan = planOf(told.plan);
  const file = told.file ?? '2025Q3.xlsx';
  const sheet = told.sheet ?? '企业';
  const total = parts.map((part) =>
    isScored(part) && part.withheld === undefined
      ? round((part.points ?? []).reduce((a, b) => a + b, 0))
      : Number.NaN,
  );
  const scores = scoresOf(parts, plan, total);
  const firms = firmsOf(parts, file, sheet, told.titles ?? ['郑州高新区企业创新积分申报表', '单位：万元']);
  const decisions = decisionsOf(parts, plan, total);
  const counts = { rejected: 0, vetoed: 0, whitelisted: 0, referred: 0, 'below-line': 0 };
  for (const one of decisions.disposition) counts[one]++;
  const headers = told.headers ?? formHeaders;
  return {
    plan,
    profileYaml: `profile: ${plan.id}\nstatus: ${plan.status}\n`,
    period: { text: '2025Q3', year: 2025, from: 20270, to: 20361 },
    asOf: 20361,
    lang: plan.lang,
    sources: [
      {
        file,
        path: `/data/${file}`,
        format: 'xlsx',
        encoding: null,
        separator: null,
        reader: 'scanner',
        bytes: 4096,
        sha256: 'cd'.repeat(32),
        sheets: [
          {
            file,
            name: sheet,
            index: 0,
            visibility: 'visible',
            merges: [
              { top: 0, bottom: 0, left: 0, right: 7 },
              { top: 2, bottom: 2, left: 3, right: 4 },
              { top: 2, bottom: 3, left: 0, right: 0 },
            ],
            hiddenRows: [],
            hiddenColumns: [],
            rows: async function* () {},
          },
        ],
      },
    ],
    mappings: [
      {
        file,
        sheet,
        headerFrom: 3,
        headerTo: 4,
        columns: headers.map((header, index) => ({
          index,
          header,
          field: fields.find((one) => one.name.zh === header)?.id ?? null,
          by: 'name',
          unit: null,
          unitFrom: null,
          near: [],
        })),
        titles: told.titles ?? [],
      },
    ],
    firms,
    scores,
    decisions,
    findings: told.findings ?? [],
    rowLedger: {
      total: parts.length,
      byFate: { used: parts.length, superseded: 0, rejected: 0, skipped: 0 },
      skipped: {},
    },
    firmLedger: { total: parts.length, byDisposition: counts },
    without: told.without ?? [],
    absent: [],
    unreadable: told.unreadable ?? [],
    mappingFile: null,
  };
}

/** The sheet of `runOf`, as a second pass would read it. */
export function fetchOf(parts: readonly FirmPart[], told: RunParts = {}): FetchRows {
  const titles = told.titles ?? ['郑州高新区企业创新积分申报表', '单位：万元'];
  const headers = told.headers ?? formHeaders;
  const rows = new Map<number, Row>();
  const put = (number: number, cells: readonly Cell[]) => rows.set(number, { number, line: 0, cells });
  for (const [index, title] of titles.entries()) put(index + 1, [title]);
  put(3, [headers[0] ?? null, '企业信息', null, '财务数据', null, '创新数据']);
  put(4, [null, ...headers.slice(1)]);
  for (const [index, part] of parts.entries()) put(FIRST_ROW + index, part.cells ?? cellsOf(part, index));
  return async (_, numbers) =>
    new Map(numbers.flatMap((number) => (rows.has(number) ? [[number, rows.get(number)!]] : [])));
}

const cellsOf = (part: FirmPart, index: number): Cell[] => [
  index + 1,
  part.id ?? null,
  part.name ?? null,
  part.revenue ?? null,
  part.revenue === undefined ? null : round(part.revenue * 0.08),
  index % 7,
  part.founded === undefined ? null : { kind: 'date', days: part.founded, shown: '' },
  '省级',
];

const isScored = (part: FirmPart): boolean =>
  part.disposition !== 'rejected' && part.disposition !== 'vetoed';
const round = (value: number): number => Math.round(value * 100) / 100;

function firmsOf(parts: readonly FirmPart[], file: string, sheet: string, titles: readonly string[]): Firms {
  const table: TableRef = {
    file,
    sheet,
    headerFrom: 3,
    headerTo: 4,
    columnOf: new Map([
      ['uscc', 1],
      ['name', 2],
      ['revenue', 3],
      ['rd_expense', 4],
      ['patents', 5],
      ['founded', 6],
      ['lab_level', 7],
    ]),
  };
  const column = (of: (part: FirmPart, index: number) => number | undefined) =>
    Float64Array.from(parts, (part, index) => of(part, index) ?? Number.NaN);
  const rowOf = (firm: number) => ({ file, sheet, row: FIRST_ROW + firm });
  const skipped = titles.map(
    (_, index): SkippedRow => ({ at: { file, sheet, row: index + 1 }, reason: 'title' }),
  );
  return {
    count: parts.length,
    ids: parts.map((part) => part.id ?? null),
    names: parts.map((part) => part.name ?? null),
    numbers: new Map([
      ['revenue', column((part) => part.revenue)],
      ['rd_expense', column((part) => (part.revenue === undefined ? undefined : part.revenue * 0.08))],
      ['patents', column((_, index) => index % 7)],
      ['founded', column((part) => part.founded)],
    ]),
    texts: new Map([['lab_level', parts.map(() => '省级')]]),
    rejected: Uint8Array.from(parts, (part) => (part.disposition === 'rejected' ? 1 : 0)),
    tables: [table],
    rows: {
      count: parts.length,
      table: parts.map(() => 0),
      number: parts.map((_, index) => FIRST_ROW + index),
      line: parts.map(() => 0),
      firm: parts.map((_, index) => index),
      superseded: parts.map((part) => (part.superseded ? 1 : 0)),
    },
    skipped: [
      ...skipped,
      { at: { file, sheet, row: 3 }, reason: 'header' },
      { at: { file, sheet, row: 4 }, reason: 'header' },
    ],
    rowsOf: (firm) => [firm],
    rowOf,
    cellOf(firm, field) {
      const index = table.columnOf.get(field);
      return index === undefined ? null : { ...rowOf(firm), column: index };
    },
  };
}

function scoresOf(parts: readonly FirmPart[], plan: Plan, total: readonly number[]): Scores {
  const points = plan.indicators.map((_, index) =>
    Float64Array.from(parts, (part) => (isScored(part) ? (part.points?.[index] ?? Number.NaN) : Number.NaN)),
  );
  return {
    scored: Uint8Array.from(parts, (part) => (isScored(part) ? 1 : 0)),
    stage: Int16Array.from(parts, (part) => part.stage ?? 1),
    values: plan.indicators.map(({ id, weight }, index) =>
      Float64Array.from(points[index]!, (one) =>
        id === 'equity' ? one * 1000 + 0.1 + 0.2 : one / weight[0]!,
      ),
    ),
    words: plan.indicators.map(({ id }) => (id === 'lab' ? parts.map(() => '省级') : null)),
    chosen: plan.indicators.map(() => null),
    points,
    weights: plan.indicators.map(({ weight }) => Float64Array.from(parts, () => weight[0]!)),
    groups: plan.groups.map((_, group) =>
      Float64Array.from(parts, (part, firm) =>
        isScored(part)
          ? round(
              plan.indicators.reduce(
                (sum, one, index) => sum + (one.group === group ? points[index]![firm]! || 0 : 0),
                0,
              ),
            )
          : Number.NaN,
      ),
    ),
    total: Float64Array.from(total),
    withheld: parts.map((part) => part.withheld ?? null),
    cohorts: new Map([['revenue_growth', Float64Array.from([0.1, 0.25])]]),
  };
}

function decisionsOf(parts: readonly FirmPart[], plan: Plan, total: readonly number[]): Decisions {
  const disposition = parts.map((part) => part.disposition ?? 'whitelisted');
  const rank = total.map((one) => (Number.isNaN(one) ? 0 : 1 + total.filter((other) => other > one).length));
  return {
    disposition,
    vetoes: disposition.map((one) => (one === 'vetoed' ? [0] : [])),
    grade: Int16Array.from(total, (one) => plan.grades.findIndex((grade) => one >= grade.from)),
    rank: Int32Array.from(rank),
    rankInStage: Int32Array.from(rank),
    ranked: rank.filter((one) => one > 0).length,
    rankedInStage: plan.stages.names.map(() => 0),
    lists: parts.map((part, firm) => [
      ...(disposition[firm] === 'whitelisted' ? [0] : []),
      ...(disposition[firm] === 'referred' || part.referred ? [1] : []),
    ]),
    offers: parts.map((_, firm) =>
      disposition[firm] === 'whitelisted'
        ? [
            { offer: 0, limit: 1000 },
            { offer: 1, limit: null },
          ]
        : [],
    ),
  };
}
