import { describe, expect, test } from 'vitest';
import { bar, decide } from '../../../src/decide/index.js';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import type { Plan } from '../../../src/model/plan.js';
import { checkFirms, score } from '../../../src/score/index.js';
import { type FirmRecord, type FirmsParts, firmsOf } from '../../support/firms-builder.js';
import { type PlanParts, planOf } from '../../support/plan-builder.js';
import { asOf } from '../../support/score-of.js';

const within = { id: '研发不超收入', hold: 'rd_expense <= revenue', severity: 'warning' } as const;
const patents = { id: '专利不超人数', hold: 'patents <= employees', severity: 'error' } as const;
const reading = (checks: PlanParts['checks'], ...reads: string[]): Plan => ({
  ...planOf({ checks: checks ?? [] }),
  reads,
});

function checked(
  plan: Plan,
  records: readonly FirmRecord[],
  parts: FirmsParts = {},
  day: number | null = asOf,
) {
  const findings = new Findings();
  const firms = firmsOf(records, parts);
  const rejected = checkFirms(firms, plan, day, findings);
  return {
    rejected: [...rejected],
    findings: findings.all,
    told: findings.all.map((one) => renderFinding(one, 'zh')),
  };
}

describe('a part that exceeds its whole', () => {
  test('is told at the cell of the first field, with every figure and its unit', () => {
    const { told, rejected } = checked(reading([within]), [{ revenue: 100, rd_expense: 120 }]);
    expect(told).toEqual([
      '企业.xlsx 「企业」 D2：研发费用 = 120 万元，营业收入 = 100 万元；按方案，研发不超收入。仍按所填计分；请核对单位、列和行有没有填错，属实不必改',
    ]);
    expect(rejected).toEqual([0]);
  });

  test('names the firm, for the lists that it stands on', () => {
    const records = [
      { revenue: 100, rd_expense: 20 },
      { revenue: 100, rd_expense: 120 },
    ];
    const [one] = checked(reading([within]), records).findings;
    expect([one?.id, one?.severity, one?.firm, one?.args.raw]).toEqual([
      'cell.check-failed',
      'warning',
      1,
      { zh: '120 万元', en: '1,200,000 CNY' },
    ]);
  });

  test('rejects under an error check of fields that the plan reads', () => {
    const plan = reading([patents], 'patents', 'employees');
    const { rejected, findings, told } = checked(plan, [{ patents: 9, employees: 8 }]);
    expect(rejected).toEqual([1]);
    expect(findings[0]?.severity).toBe('error');
    expect(told[0]).toContain('该企业本次未计分');
  });

  test('is a warning where the plan does not read every field of an error check', () => {
    const { rejected, findings } = checked(reading([patents], 'patents'), [{ patents: 9, employees: 8 }]);
    expect(rejected).toEqual([0]);
    expect(findings[0]?.severity).toBe('warning');
  });

  test('is told of a firm that is rejected already, so that all is mended at once', () => {
    const { told } = checked(reading([within]), [{ revenue: 1, rd_expense: 2 }], { rejected: [0] });
    expect(told).toHaveLength(1);
  });

  test('may stand beside other broken checks', () => {
    const record = { revenue: 1, rd_expense: 2, patents: 9, employees: 8 };
    expect(checked(reading([within, patents]), [record]).told).toHaveLength(2);
  });
});

describe('nothing is said', () => {
  test.each([
    ['of equal figures', { revenue: 100, rd_expense: 100 }],
    ['of figures that are equal but for binary dust', { revenue: 0.3, rd_expense: 0.1 + 0.2 }],
    ['where the part is blank', { revenue: 100, rd_expense: null }],
    ['where the whole is blank', { revenue: null, rd_expense: 120 }],
    ['where no input has the whole', { rd_expense: 120 }],
  ])('%s', (_, record) => {
    expect(checked(reading([within]), [record]).told).toEqual([]);
  });

  test('of a field that no input has, even where the check asks for it', () => {
    const asks = { id: '授权须填', hold: 'authorised is not missing', severity: 'warning' } as const;
    expect(checked(reading([asks]), [{ revenue: 1 }]).told).toEqual([]);
  });

  test('of a day that is not known', () => {
    const plan = reading([{ id: '已成立', hold: 'founded <= as_of', severity: 'warning' }]);
    const record = { founded: asOf + 1 };
    expect(checked(plan, [record], {}, null).told).toEqual([]);
    expect(checked(plan, [record]).told[0]).toContain('成立日期 = 2026-01-01，基准日 = 2025-12-31');
  });
});

describe('other relations', () => {
  const stated = {
    id: '负债率与金额一致',
    hold: 'abs(debt_ratio - cost / revenue) <= 0.5%',
    severity: 'warning',
  } as const;

  test('a stated ratio that disagrees with its components', () => {
    const { told } = checked(reading([stated]), [{ debt_ratio: 0.4, cost: 30, revenue: 100 }]);
    expect(told[0]).toContain('资产负债率 = 40%，成本费用 = 30 万元，营业收入 = 100 万元');
  });

  test('a stated ratio that was rounded agrees', () => {
    expect(checked(reading([stated]), [{ debt_ratio: 0.3, cost: 30.4, revenue: 100 }]).told).toEqual([]);
  });

  test('a ratio over nothing is no violation', () => {
    expect(checked(reading([stated]), [{ debt_ratio: 0.3, cost: 30, revenue: 0 }]).told).toEqual([]);
  });

  test('words are shown as they stand', () => {
    const plan = reading([
      { id: '有研发须有机构', hold: 'lab_level != "无" or patents = 0', severity: 'warning' },
    ]);
    expect(checked(plan, [{ lab_level: '无', patents: 3 }]).told[0]).toContain(
      '研发机构级别 = 无，发明专利 = 3 件',
    );
  });

  test('a firm whose sheets lack the field is told at its row', () => {
    const asks = { id: '授权须填', hold: 'authorised is not missing', severity: 'warning' } as const;
    const records = [{ authorised: true }, { revenue: 1 }];
    const { findings, told } = checked(reading([asks]), records, { sheets: ['一', '二'] });
    expect(findings.map((one) => one.id)).toEqual(['firm.check-failed']);
    expect(told[0]).toContain('「二」 第 3 行：该企业 企业授权 = 空白；按方案，授权须填');
  });
});

test('a firm that an error check rejects has no points', () => {
  const plan: Plan = {
    ...planOf({ checks: [patents], indicators: [{ id: 'patents' }] }),
    reads: ['patents', 'employees'],
  };
  const firms = firmsOf([
    { patents: 9, employees: 8 },
    { patents: 9, employees: 80 },
  ]);
  const findings = new Findings();
  const barred = bar(firms, plan, asOf, findings);
  const rejected = checkFirms(firms, plan, asOf, findings);
  const scores = score(firms, plan, { ...barred, rejected }, asOf, findings);
  expect([...scores.total]).toEqual([Number.NaN, 9]);
  expect(decide(firms, plan, scores, barred, asOf).disposition).toEqual(['rejected', 'below-line']);
});
