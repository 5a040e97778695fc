import type { Run } from '../model/run.js';
import { fillsOf } from './cell-fills.js';
import { type Column, headersOf, type ReportTable, type Voice } from './column.js';
import { isoDate } from './iso-date.js';
import { noticesOf } from './notices.js';
import { partNotes } from './part-note.js';
import type { HeadRow, SheetColumn, SheetSpec } from './xlsx/write-sheet.js';

/** Columns that stay in sight while scrolling to the right, and on each printed page: to the name, else two. */
const keptColumns = (columns: readonly Column[]): number =>
  columns.findIndex(({ id }) => id === 'name') + 1 || 2;

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
    ...[...noticesOf(run), ...partNotes(run), ...(table.notes ?? [])].map(
      (notice): HeadRow => ({ kind: 'notice', cells: [notice[lang]] }),
    ),
    { kind: 'header', cells: headersOf(table.columns, voice).map(brokenHeader) },
  ];
  return {
    name: title,
    columns: table.columns.map((column) => sheetColumn(column, run, voice)),
    head,
    rows: table.rows(),
    freeze: true,
    freezeColumns: Math.min(keptColumns(table.columns), table.columns.length - 1),
    filter: true,
  };
}

/** How a column of a report looks in a sheet. */
const sheetColumn = (column: Column, { plan }: Pick<Run, 'plan'>, voice: Voice): SheetColumn => ({
  format: column.format,
  digits: plan.decimals,
  ...(column.centre === true ? { centre: true } : {}),
  ...(column.mark === undefined ? {} : { fills: fillsOf(column.mark, plan, voice) }),
});

/** A header up to this stands on one line. */
const ONE_LINE = 20;

/** A header with its unit up to this is never narrower than itself; a longer one has its unit on a line below. */
const SHORT = 10;

/** A line of a broken header up to this stays whole. */
const HALF_LINE = 16;

/**
 * A long header with a unit breaks before its last words and, where its first are long too, before their bracket, not inside
 * one as a sheet would break it: 科创积分贷⏎（线上）⏎额度（万元）. Only the white space changes, so the header is known when it
 * comes back.
 */
function brokenHeader(header: string): string {
  const unit = /^([^（）]+)(（[^（）]+）)$/.exec(header);
  if (unit !== null) return widthOf(header) <= SHORT ? header : `${unit[1]}\n${unit[2]}`;
  const at = header.lastIndexOf(' ');
  if (widthOf(header) <= ONE_LINE || at < 1 || !/[（）]/.test(header)) return header;
  const first = header.slice(0, at);
  return `${widthOf(first) <= HALF_LINE ? first : first.replace(/(?<=.)（/, '\n（')}\n${header.slice(at + 1)}`;
}

const widthOf = (text: string): number => text.length + (text.match(/[\u1100-\uffff]/g)?.length ?? 0);
