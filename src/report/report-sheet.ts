import type { Run } from '../model/run.js';
import { headersOf, type ReportTable, type Voice } from './column.js';
import { isoDate } from './iso-date.js';
import { noticesOf } from './notices.js';
import type { HeadRow, SheetSpec } from './xlsx/write-sheet.js';

/** Columns that stay in sight while scrolling to the right: rank, code and name. */
const KEPT = 3;

/** A report as a sheet: whose it is, how many firms and what must be said of it, then the table. */
export function reportSheet(run: Run, table: ReportTable, voice: Voice): SheetSpec {
  const { lang } = voice;
  const title = table.title[lang];
  const about =
    lang === 'zh'
      ? `共 ${table.count} 家；数据期 ${run.period.text}；截至 ${isoDate(run.asOf)}`
      : `${table.count} firms; period ${run.period.text}; as of ${isoDate(run.asOf)}`;
  const head: HeadRow[] = [
    { kind: 'title', cells: [`${run.plan.name[lang]} ${title}`] },
    { kind: 'plain', cells: [about] },
    ...[...noticesOf(run), ...(table.notes ?? [])].map(
      (notice): HeadRow => ({ kind: 'notice', cells: [notice[lang]] }),
    ),
    { kind: 'header', cells: headersOf(table.columns, voice) },
  ];
  return {
    name: title,
    columns: table.columns.map(({ format }) => ({ format, digits: run.plan.decimals })),
    head,
    rows: table.rows(),
    freeze: true,
    freezeColumns: Math.min(KEPT, table.columns.length - 1),
    filter: true,
  };
}
