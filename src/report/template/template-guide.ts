import { columnName } from '../../finding/index.js';
import type { Field } from '../../model/field.js';
import type { Period } from '../../model/period.js';
import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import { unitText } from '../../model/unit.js';
import { isoDate } from '../iso-date.js';
import type { HeadRow, SheetCell, SheetSpec } from '../xlsx/write-sheet.js';
import { askedFor } from './template-checks.js';
import type { TemplateColumn } from './template-columns.js';
import { blankText, usesText } from './template-uses.js';

/** Fields that look alike but are not meant: named so far, the rest are left out. */
const NAMED = 4;

/** Relations between figures that stand on one line of the rules. */
const ON_A_LINE = 3;

const headers = {
  zh: ['列', '字段', '单位', '时间口径', '填写要求', '怎么填', '用于', '空白时'],
  en: ['Col.', 'Field', 'Unit', 'Time', 'Needed', 'What to enter', 'Used for', 'If left blank'],
} as const;

/** The sheet that explains the form: rules for all cells, then a line a field. */
export function templateGuide(
  plan: Plan,
  columns: readonly TemplateColumn[],
  name: string,
  lang: Lang,
  period: Period | null,
): SheetSpec {
  const title = lang === 'zh' ? `${plan.name.zh} 填写说明` : `${plan.name.en}: how to fill the form`;
  const head: HeadRow[] = [
    { kind: 'title', cells: [title] },
    ...(plan.status === 'sample' ? [{ kind: 'notice' as const, cells: [sample[lang]] }] : []),
    ...[...rules(lang, period), ...relations(plan, columns, lang)].map(
      (rule, index): HeadRow => ({ kind: 'plain', cells: [`${index + 1}. ${rule}`] }),
    ),
    { kind: 'plain', cells: [] },
    { kind: 'header', cells: headers[lang] },
  ];
  return {
    name,
    columns: [
      { format: 'text', width: 6 },
      { format: 'text', width: 30, wrap: true },
      { format: 'text', width: lang === 'zh' ? 8 : 12, wrap: true },
      { format: 'text', width: 22, wrap: true },
      { format: 'text', width: 10 },
      { format: 'text', width: 40, wrap: true },
      { format: 'text', width: 44, wrap: true },
      { format: 'text', width: 30, wrap: true },
    ],
    head,
    repeat: 1,
    rows: columns.map((column, index) => line(plan, column, index, lang, period)),
  };
}

const sample = {
  zh: '示例方案：权重、分档和门槛含有示例数字，不是正式标准',
  en: 'Sample profile: its weights, bands and thresholds hold example figures and are no official standard',
};

function rules(lang: Lang, period: Period | null): string[] {
  const days = period === null ? null : [period.text, isoDate(period.from), isoDate(period.to)];
  if (lang === 'en')
    return [
      'One firm a row, from row 2 of the first sheet. Row 2 is a sample: write over all of it, delete it, or leave it; it is not scored.',
      'Orange headers are needed; a column under a blue one may stay blank. Do not change headers, merge cells or add rows above; further columns at the right are left alone.',
      'A blank is not a zero: enter 0 where there was nothing, leave the cell blank where there is no figure. Do not write "none", "about" or two figures.',
      'Enter numbers in the unit of the header, without the unit. Formulas must have been calculated before the file is saved.',
      'Codes are text: the column is set to it. Paste values only (Paste Special), or the checks and formats are lost.',
      'Take words and yes/no from the drop-down of the cell.',
      ...(days === null ? [] : [`Period of the data: ${days[0]} (${days[1]} to ${days[2]}).`]),
      'Whole year: 1 January to 31 December. End: the last day of the period. Cumulative: the whole time that the name of the field states. At the time: as things stand when you fill the form.',
    ];
  return [
    '每家企业一行，从第一张工作表的第 2 行填起。第 2 行是填写样例：可整行改写、删除，也可原样留着，不会计分。',
    '橙色表头必须填写，蓝色表头可以整列留空。请不要改表头、合并单元格或在上方加行；右侧可以另加列，不影响计分。',
    '空白不等于 0：没有发生请填 0，没有数据请留空。不要写「无」「约 120」或两个数。',
    '数字按表头的单位填写，不要再写单位。用公式的，请先算出结果并保存。',
    '代码是文本（列已设好）。从别处复制时请用「选择性粘贴—数值」，否则单元格的格式和检查会被覆盖。',
    '是否类和固定用语请从单元格的下拉列表中选。',
    ...(days === null ? [] : [`数据所属期间：${days[0]}（${days[1]} 至 ${days[2]}）。`]),
    '时间口径——全年：1 月 1 日至 12 月 31 日合计；期末：期间最后一天；累计：字段名称所说的整段时间合计；时点：填表时的情况。',
  ];
}

/** What should hold between the figures of a firm, where the form asks for all of them. */
function relations(plan: Plan, columns: readonly TemplateColumn[], lang: Lang): string[] {
  const asked = new Set(columns.map(({ field }) => field.id));
  const texts = plan.checks
    .filter(({ hold }) => hold.reads.every((name) => asked.has(name) || !plan.fields.has(name)))
    .map(({ text }) => text[lang]);
  const lines: string[] = [];
  for (let at = 0; at < texts.length; at += ON_A_LINE)
    lines.push(texts.slice(at, at + ON_A_LINE).join(lang === 'zh' ? '；' : '; '));
  return lines.map((text) => (lang === 'zh' ? `填完请核对：${text}。` : `Look over when done: ${text}.`));
}

function line(
  plan: Plan,
  { field, header, required }: TemplateColumn,
  index: number,
  lang: Lang,
  period: Period | null,
): SheetCell[] {
  const needed = lang === 'zh' ? (required ? '必填' : '选填') : required ? 'needed' : 'optional';
  const named = field.name[lang];
  return [
    columnName(index),
    // Where the header is not the field's name, both stand here.
    header.startsWith(named) ? named : `${named}\n${header}`,
    field.unit === null ? null : unitText(field.unit)[lang],
    basisText(field, lang, period),
    required ? { value: needed, fill: 'required' } : needed,
    howText(plan, field, lang),
    usesText(plan, field, lang),
    blankText(plan, field, lang),
  ];
}

/** 全年, 2025 年全年 where the period is a year, 期末（2025-12-31）; the year before for a field of the prior year. */
function basisText({ basis, priorOf }: Field, lang: Lang, period: Period | null): string | null {
  const zh = lang === 'zh';
  const prior = priorOf !== null;
  const last = period === null ? null : isoDate(period.to);
  switch (basis) {
    case null:
      return null;
    case 'year':
      if (period !== null && /^\d{4}$/.test(period.text)) {
        const year = period.year - (prior ? 1 : 0);
        return zh ? `${year} 年全年` : `whole year ${year}`;
      }
      return zh ? (prior ? '上一年全年' : '全年') : prior ? 'whole year before' : 'whole year';
    case 'end':
      if (prior) return zh ? '上年末' : 'end of the year before';
      return zh ? `期末${last === null ? '' : `（${last}）`}` : `end${last === null ? '' : ` (${last})`}`;
    case 'cumulative':
      return zh
        ? `累计${last === null ? '' : `（至 ${last}）`}`
        : `cumulative${last === null ? '' : ` (to ${last})`}`;
    case 'instant':
      return zh ? '时点' : 'at the time';
  }
}

function howText(plan: Plan, field: Field, lang: Lang): string {
  const zh = lang === 'zh';
  const parts: string[] = [];
  if (field.role === 'name') parts.push(zh ? '营业执照上的全称' : 'the full name on the licence');
  else parts.push(askedFor(field, plan.identity.accepts, lang));
  const now = field.priorOf === null ? undefined : plan.fields.get(field.priorOf);
  if (now !== undefined)
    parts.push(zh ? `「${now.name.zh}」上一年的数` : `${now.name.en} of the year before`);
  // Headers that look alike are Chinese: of no help to who reads English.
  const others = zh ? field.not.slice(0, NAMED) : [];
  if (others.length > 0) parts.push(`不是${others.map((other) => `「${other}」`).join('')}`);
  return parts.join(zh ? '；' : '; ');
}
