import { type Disposition, dispositionText, precedence } from '../model/decisions.js';
import { quantityText } from '../model/quantity-text.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import { unitText } from '../model/unit.js';
import { gradeFill } from './cell-fills.js';
import type { Voice } from './column.js';
import { exposureOf } from './exposure.js';
import { openScope } from './guide/guides.js';
import { gradeRows, listRows } from './guide/rule-rows.js';
import { isoDate } from './iso-date.js';
import { gradedFirms, sayCounted } from './left-out.js';
import { noticesOf } from './notices.js';
import { partNotes } from './part-note.js';
import { rowFates } from './row-fates.js';
import { severityText } from './words.js';
import type { Fill } from './xlsx/styles.js';
import type { HeadRow, SheetCell, SheetSpec } from './xlsx/write-sheet.js';

export const overviewTitle: Text = { zh: '汇总', en: 'Overview' };
export const overviewAbout: Text = {
  zh: '行和企业各去了哪里，各名单、等级的家数，各产品的敞口；分数和名单由其余工作表给出',
  en: 'where rows and firms went, how many stand on each list and in each grade, and the exposure of each offer',
};

const noFirms: Text = { zh: '标题、表头、合计等', en: 'titles, headers, totals …' };
const total: Text = { zh: '合计', en: 'total' };

interface Line {
  readonly name: string;
  readonly count: number | null;
  /** Of what the share is. */
  readonly of?: number;
  readonly share?: number;
  readonly amount?: number | null;
  readonly unit?: string;
  readonly note?: string;
  readonly fill?: Fill;
}

/** 汇总: what the terminal's summary says, as a sheet. Each count is one of a sum that was checked by the run. */
export function overviewSheet(run: Run, voice: Voice): SheetSpec {
  const { plan } = run;
  const { lang } = voice;
  const rows: SheetCell[][] = [];
  const section = (title: Text, note: Text, lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    const cells = [title[lang], null, null, null, null, note[lang]];
    rows.push(cells.map((value): SheetCell => ({ value: value || null, fill: 'section' })));
    for (const one of lines) {
      const share = one.share ?? (one.of ? (one.count ?? 0) / one.of : null);
      rows.push([
        one.fill === undefined ? one.name : { value: one.name, fill: one.fill },
        one.count,
        share,
        one.amount ?? null,
        one.amount == null ? null : (one.unit ?? null),
        one.note || null,
      ]);
    }
  };
  const { rowLedger, firmLedger } = run;
  const none: Text = { zh: '', en: '' };
  section({ zh: '数据行', en: 'Rows' }, { zh: '每行恰有一个去处', en: 'Each row has one fate' }, [
    ...rowFates(run).map(({ code, text, count }) => ({
      name: text[lang],
      count,
      of: rowLedger.total,
      note: code === 'skipped' ? noFirms[lang] : '',
    })),
    { name: total[lang], count: rowLedger.total, of: rowLedger.total },
  ]);
  section({ zh: '企业', en: 'Firms' }, { zh: '每家恰有一个结果', en: 'Each firm has one result' }, [
    ...told.map((one) => ({
      name: dispositionText[one][lang],
      count: firmLedger.byDisposition[one],
      of: firmLedger.total,
      fill: one,
      note: precedence.find(({ disposition }) => disposition === one)?.because[lang] ?? '',
    })),
    { name: total[lang], count: firmLedger.total, of: firmLedger.total },
  ]);
  section(
    { zh: '名单', en: 'Lists' },
    {
      zh: `一家企业可在几张名单上，家数不能相加；占比按全部 ${firmLedger.total} 家计算`,
      en: `A firm may stand on several, so they do not add up; shares of all ${firmLedger.total} firms`,
    },
    listLines(run, voice),
  );
  if (plan.gradeBy !== null) section({ zh: '等级', en: 'Grades' }, none, gradeLines(run, voice));
  section(
    { zh: '支持产品和敞口', en: 'Offers and exposure' },
    {
      zh: '额度上限之和，不是已放款金额；各产品不宜相加',
      en: 'Sums of upper limits, not of loans; offers do not add up',
    },
    offerLines(run, voice),
  );
  section(
    { zh: '数据提示', en: 'Findings' },
    none,
    (['error', 'warning', 'info'] as const).map((severity) => ({
      name: severityText[severity][lang],
      count: run.findings.filter((one) => one.severity === severity).length,
    })),
  );
  return {
    name: overviewTitle[lang],
    columns: [
      { format: 'text', width: 40, wrap: true },
      { format: 'integer', width: 10 },
      { format: 'percent', width: 11 },
      { format: 'money', width: 20 },
      { format: 'text', width: 16, centre: true },
      { format: 'text', width: 70, wrap: true },
    ],
    head: headOf(run, voice),
    repeat: 1,
    rows,
    sections: true,
    freeze: true,
  };
}

/** As the terminal tells them. */
const told: readonly Disposition[] = ['whitelisted', 'referred', 'below-line', 'vetoed', 'rejected'];

function headOf(run: Run, { lang }: Voice): HeadRow[] {
  const zh = lang === 'zh';
  const about = zh
    ? `数据期 ${run.period.text}；截至 ${isoDate(run.asOf)}`
    : `Period ${run.period.text}; as of ${isoDate(run.asOf)}`;
  return [
    { kind: 'title', cells: [zh ? `${run.plan.name.zh} 汇总` : `${run.plan.name.en}: overview`] },
    { kind: 'plain', cells: [about] },
    ...[...noticesOf(run), ...partNotes(run)].map(
      (notice): HeadRow => ({ kind: 'notice', cells: [notice[lang]] }),
    ),
    {
      kind: 'header',
      cells: zh
        ? ['项目', '数量', '占比', '额度合计', '单位', '说明']
        : ['Item', 'Number', 'Share', 'Sum of limits', 'Unit', 'Remarks'],
    },
  ];
}

function listLines(run: Run, { lang }: Voice): Line[] {
  const { plan, decisions, firmLedger } = run;
  const all = plan.lists.map((_, index) => index);
  const rules = listRows(plan, { ...openScope(run, [], []), lists: all }, lang);
  return all.map((index) => ({
    name: plan.lists[index]!.name[lang],
    count: decisions.lists.filter((on) => on.includes(index)).length,
    of: firmLedger.total,
    note: rules[index]!.text,
  }));
}

function gradeLines(run: Run, { lang }: Voice): Line[] {
  const { plan, decisions } = run;
  const counts = plan.grades.map((_, index) => decisions.grade.filter((one) => one === index).length);
  const graded = counts.reduce((sum, one) => sum + one, 0);
  const rules = gradeRows(plan, lang);
  const grades = plan.grades.map((grade, index) => ({
    name: grade.name[lang],
    count: counts[index]!,
    of: graded,
    fill: gradeFill(index, plan.grades.length),
    note: rules[index]!.text,
  }));
  const note = sayCounted(run, gradedFirms, (firm) => plan.grades[decisions.grade[firm]!] !== undefined);
  return [...grades, { name: total[lang], count: graded, of: graded, note }];
}

/** An offer, then each bearer's part of it. */
function offerLines(run: Run, { lang }: Voice): Line[] {
  const zh = lang === 'zh';
  return exposureOf({ ...run, lang }).flatMap((one): Line[] => {
    const unit = unitText(one.unit)[lang];
    const yuan =
      one.yuan === null
        ? ''
        : zh
          ? `折合人民币 ${one.yuan} 万元`
          : `worth ${quantityText(one.yuan, '万元').en}`;
    return [
      {
        name: one.name,
        count: one.firms,
        amount: one.limit,
        unit,
        note: [one.provider, yuan].filter((part) => part !== null && part !== '').join(zh ? '；' : '; '),
      },
      ...one.shares.map(
        ({ bearer, share, amount }): Line => ({
          name: zh ? `　其中 ${bearer}承担` : `  borne by ${bearer}`,
          count: null,
          share,
          amount,
          unit,
        }),
      ),
    ];
  });
}
