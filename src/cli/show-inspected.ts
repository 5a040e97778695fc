import { columnName, renderFinding } from '../finding/index.js';
import type { Inspected } from '../jobs/inspect.js';
import type { Finding } from '../model/finding.js';
import type { MappedColumn, Mapping, Recognised, UnitFrom } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import type { Lang } from '../model/text.js';
import { unitText } from '../model/unit.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    format: '格式',
    encoding: '编码',
    separator: '分隔符',
    hidden: '（隐藏，未读）',
    header: (from: number, to: number) => (from === to ? `表头第 ${from} 行` : `表头第 ${from}–${to} 行`),
    none: '这里没有企业表',
    comma: '、',
    titleUnit: (unit: string) => `标题写明单位：${unit}`,
    columns: ['列', '表头', '字段', '单位', '怎样认出'],
    unmatched: '未用',
    near: '，最像',
    unused: (count: number) => `另有 ${count} 列与方案无关`,
    rows: (total: number, firms: number, skipped: number, count: number) =>
      `共 ${total} 行：企业行 ${firms}（${count} 家），标题、表头、合计、说明等 ${skipped}`,
    doubts: '疑点',
    noDoubts: '没有疑点。',
    more: (count: number, id: string) => `  …… 同类还有 ${count} 处（innopoints finding ${id}）`,
    common: '未指定方案，只对照常用字段；加 -p 方案 可看缺哪些字段、关系多少分（innopoints profile list）',
    next: '若都对：innopoints assess 同一文件 -p 方案 --period 期间 -o 结果文件夹',
    stops: '照现在这样，assess 会因上面说的列或文件停下（退出码 3）：改好后再看一遍',
  },
  en: {
    format: 'format',
    encoding: 'encoding',
    separator: 'separator',
    hidden: ' (hidden, not read)',
    header: (from: number, to: number) =>
      from === to ? `header in row ${from}` : `header in rows ${from}–${to}`,
    none: 'no table of firms here',
    comma: ', ',
    titleUnit: (unit: string) => `unit by the title: ${unit}`,
    columns: ['column', 'header', 'field', 'unit', 'recognised by'],
    unmatched: 'not used',
    near: ', nearest ',
    unused: (count: number) => `${count} more columns are none of the profile's`,
    rows: (total: number, firms: number, skipped: number, count: number) =>
      `${total} rows: ${firms} of firms (${count} firms), ${skipped} titles, headers, totals, notes`,
    doubts: 'Doubts',
    noDoubts: 'No doubts.',
    more: (count: number, id: string) => `  … and ${count} more of this kind (innopoints finding ${id})`,
    common:
      'no profile named: common fields only; -p ID shows missing fields and the points at stake (innopoints profile list)',
    next: 'if all is right: innopoints assess FILE -p ID --period PERIOD -o DIR',
    stops:
      'as it stands assess stops at the errors of columns and files above (exit 3): mend them and look again',
  },
} as const;

const by: Readonly<Record<Recognised, Record<Lang, string>>> = {
  id: { zh: '字段编号', en: 'id' },
  name: { zh: '名称', en: 'name' },
  alias: { zh: '别名', en: 'alias' },
  code: { zh: '代码', en: 'code' },
  content: { zh: '内容', en: 'content' },
  file: { zh: '对照文件', en: 'mapping file' },
};

const unitFrom: Readonly<Record<UnitFrom, Record<Lang, string>>> = {
  header: { zh: '表头', en: 'header' },
  'unit-row': { zh: '单位行', en: 'unit row' },
  title: { zh: '标题', en: 'title' },
  form: { zh: '报表制度', en: 'form' },
  profile: { zh: '方案', en: 'profile' },
  file: { zh: '对照表', en: 'mapping file' },
};

/** Trouble of a whole column or file: no firm is scored until it is mended. */
const isOfWhole = (id: string): boolean => /^(?:file|header)\./.test(id);

/** Findings of one kind that are shown before the rest are counted. */
const shownOfAKind = 3;

/** The page that `inspect` prints. Text from files has its control characters shown, never acted on. */
export function showInspected(inspected: Inspected, lang: Lang): string {
  const text = words[lang];
  const lines: string[] = [];
  for (const source of inspected.sources) {
    const facts = [`${text.format} ${source.format}`];
    if (source.encoding !== null) facts.push(`${text.encoding} ${source.encoding}`);
    if (source.separator !== null)
      facts.push(`${text.separator} ${source.separator === '\t' ? 'tab' : source.separator}`);
    lines.push(`${source.file}  ${facts.join('  ')}`);
    for (const sheet of source.sheets) {
      const name = sheet.name === '' ? '' : lang === 'zh' ? `「${sheet.name}」` : `"${sheet.name}"`;
      const tables = inspected.mappings.filter((one) => one.file === source.file && one.sheet === sheet.name);
      if (sheet.visibility !== 'visible' && tables.length === 0) lines.push(`  ${name}${text.hidden}`);
      else if (tables.length === 0) {
        lines.push(`  ${name}${name === '' ? '' : ' '}${text.none}`);
        const other = inspected.others.find((one) => one.file === source.file && one.sheet === sheet.name);
        if (other !== undefined) {
          lines.push(...tableLines(other, '', inspected.plan, lang));
          if (other.titleUnit !== undefined)
            lines.push(`    ${text.titleUnit(unitText(other.titleUnit)[lang])}`);
        }
      }
      for (const table of tables) lines.push(...tableLines(table, name, inspected.plan, lang));
    }
    lines.push('');
  }
  const { total, firms, skipped } = inspected.rows;
  lines.push(text.rows(total, firms, skipped, inspected.firms), '');
  lines.push(...doubts(inspected.findings, lang));
  const stops = inspected.findings.some(({ severity, id }) => severity === 'error' && isOfWhole(id));
  lines.push('', inspected.matched ? (stops ? text.stops : text.next) : text.common);
  return `${lines.map(foreign).join('\n')}\n`;
}

function tableLines(table: Mapping, name: string, plan: Plan, lang: Lang): string[] {
  const text = words[lang];
  const used = table.columns.filter((one) => one.field !== null || one.near.length > 0);
  const unused = table.columns.filter(
    (one) => one.field === null && one.near.length === 0 && one.header !== '',
  ).length;
  const rows = used.map((one) => columnRow(one, plan, lang));
  const lines = [`  ${name}${text.header(table.headerFrom, table.headerTo)}`];
  lines.push(...columnsOf([text.columns, ...rows]).map((line) => `    ${line}`));
  if (unused > 0) lines.push(`    ${text.unused(unused)}`);
  return lines;
}

function columnRow(column: MappedColumn, plan: Plan, lang: Lang): string[] {
  const text = words[lang];
  const nameOf = (id: string) => plan.fields.get(id)?.name[lang] ?? id;
  const header = column.header.length > 40 ? `${column.header.slice(0, 40)}…` : column.header;
  if (column.field === null)
    return [
      columnName(column.index),
      header,
      `${text.unmatched}${text.near}${column.near.map(nameOf).join(text.comma)}`,
      '',
      '',
    ];
  const unit = column.unit === null ? '' : unitWords(column.unit, column.unitFrom, lang);
  return [
    columnName(column.index),
    header,
    `${nameOf(column.field)} ${column.field}`,
    unit,
    column.by === null ? '' : by[column.by][lang],
  ];
}

/** Errors first, then warnings, then remarks; a few of each kind, the rest counted. */
function doubts(findings: readonly Finding[], lang: Lang): string[] {
  const text = words[lang];
  if (findings.length === 0) return [text.noDoubts];
  const lines: string[] = [text.doubts];
  const order = ['error', 'warning', 'info'];
  const kinds = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = `${order.indexOf(one.severity)} ${one.id}`;
    const same = kinds.get(key);
    if (same === undefined) kinds.set(key, [one]);
    else same.push(one);
  }
  for (const key of [...kinds.keys()].sort()) {
    const all = kinds.get(key)!;
    // A header's trouble is every firm's: all of it is shown.
    const most = key.includes(' header.') ? all.length : shownOfAKind;
    for (const one of all.slice(0, most)) lines.push(`  ${renderFinding(one, lang)}`);
    if (all.length > most) lines.push(text.more(all.length - most, all[0]!.id));
  }
  return lines;
}

/** 万元（表头）, 10k CNY (header). A measure word has no English: then only its origin is told. */
function unitWords(unit: string, from: UnitFrom | null, lang: Lang): string {
  const shown = unitText(unit)[lang];
  if (from === null) return shown;
  const origin = unitFrom[from][lang];
  return lang === 'zh' ? `${shown}（${origin}）` : `${shown} (${origin})`.trim();
}
