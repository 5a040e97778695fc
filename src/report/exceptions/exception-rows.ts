import { addressOf, placeOf, rowName, sayFinding } from '../../finding/index.js';
import type { Cell, Row } from '../../model/cell.js';
import { cellText } from '../../model/cell-text.js';
import { exceptionHeaders } from '../../model/exception-form.js';
import type { Finding } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import type { Run } from '../../model/run.js';
import type { Merge } from '../../model/table.js';
import type { Lang } from '../../model/text.js';
import { isoDate } from '../iso-date.js';
import { noticesOf } from '../notices.js';
import { type FetchRows, type ReturnedRow, type ReturnedTable, returnText } from './exceptions.js';
import { maskResidentId } from './resident-id.js';

/** Rows fetched at a time: each fetch is a pass over the input, and its rows are held until they are written. */
const BATCH = 20_000;

/** A row as it goes back: the firm's own cells, then the columns that say why, and where it stood. */
export interface FilledRow {
  readonly cells: readonly Cell[];
  readonly result: string;
  readonly message: string;
  readonly origin: string;
  /** Columns of wrong cells, 0-based. */
  readonly wrong: ReadonlyMap<number, 'error' | 'warning'>;
  /** By column: what is wrong with the cell, and what is expected. */
  readonly notes: ReadonlyMap<number, string>;
}

export interface FilledTable {
  /** Columns of the firm's form, without our own. */
  readonly width: number;
  readonly idColumn: number | null;
  readonly head: readonly { readonly kind: 'title' | 'header' | 'unit'; readonly cells: readonly Cell[] }[];
  /** Joined cells of the head; rows are indexes into `head`. */
  readonly merges: readonly Merge[];
  rows(): AsyncIterable<FilledRow>;
}

/** Fetches the head and, as they are asked for, the rows of a returned table. */
export async function fillTable(run: Run, returned: ReturnedTable, fetch: FetchRows): Promise<FilledTable> {
  const { ref, table } = returned;
  const first = returned.rows.slice(0, BATCH);
  const rows = await fetch(table, [...returned.head, ...first.map((row) => row.number)]);
  const lastHeader = rows.get(ref.headerTo)?.cells ?? [];
  const own = lastHeader.findIndex((cell) => typeof cell === 'string' && ours.has(cell.trim()));
  const widest = Math.max(0, ...[...rows.values()].map((row) => row.cells.length));
  const width = own === -1 ? widest : own;
  const head = returned.head
    .map((number) => ({ number, cells: (rows.get(number)?.cells ?? []).slice(0, width) }))
    // A form that comes back a second time does not gather our own lines.
    .filter(({ cells }) => !isOurs(run, cells));
  const idColumn = ref.columnOf.get(run.plan.idField) ?? null;
  return {
    width,
    idColumn,
    head: head.map(({ number, cells }) => ({
      kind: number < ref.headerFrom ? 'title' : number <= ref.headerTo ? 'header' : 'unit',
      cells,
    })),
    merges: mergesOf(
      run,
      returned,
      head.map((line) => line.number),
      width,
    ),
    async *rows() {
      for (let at = 0; at < returned.rows.length; at += BATCH) {
        const batch = at === 0 ? first : returned.rows.slice(at, at + BATCH);
        const cells =
          at === 0
            ? rows
            : await fetch(
                table,
                batch.map((row) => row.number),
              );
        for (const one of batch) yield fill(run, returned, one, cells.get(one.number), width, idColumn);
      }
    },
  };
}

function fill(
  run: Run,
  { ref }: ReturnedTable,
  one: ReturnedRow,
  row: Row | undefined,
  width: number,
  idColumn: number | null,
): FilledRow {
  const cells: Cell[] = (row?.cells ?? []).slice(0, width);
  const wrong = new Map<number, 'error' | 'warning'>();
  const notes = new Map<number, string>();
  const here = (at: Position): number | null =>
    'row' in at && 'column' in at && at.row === one.number && at.file === ref.file && at.sheet === ref.sheet
      ? at.column
      : null;
  for (const finding of one.findings) {
    const { at, id, severity } = finding;
    if (severity === 'info') continue;
    // A contradiction has two cells, and either may be the wrong one.
    for (const place of [at, ...finding.notes.map((note) => note.at)]) {
      const column = here(place);
      if (column === null) continue;
      if (severity === 'error' || !wrong.has(column)) wrong.set(column, severity);
      const before = notes.get(column);
      const said = sayBody(finding, run.lang);
      notes.set(column, before === undefined ? said : `${before}\n${said}`);
      const cell = cells[column];
      if (id === 'cell.id-resident' && column === idColumn && cell !== null && cell !== undefined)
        cells[column] = maskResidentId(rawText(cell));
    }
  }
  return {
    cells,
    result: returnText[one.why][run.lang],
    message: messageOf(run, one, ref),
    origin: rowName({ file: ref.file, sheet: ref.sheet, row: one.number }),
    wrong,
    notes,
  };
}

/** One line a finding, each with the cell as the firm's own file has it; then the vetoes. */
function messageOf(run: Run, one: ReturnedRow, ref: ReturnedTable['ref']): string {
  const lines = one.findings.map((finding) => sayLine(finding, one.number, ref, run.lang));
  if (one.why !== 'superseded')
    for (const index of run.decisions.vetoes[one.firm] ?? []) {
      const veto = run.plan.vetoes[index]!.text[run.lang];
      lines.push(run.lang === 'zh' ? `否决：${veto}` : `Veto: ${veto}`);
    }
  return lines.join('\n');
}

function sayBody(finding: Finding, lang: Lang): string {
  const { found, expected, fix } = sayFinding(finding, lang);
  const zh = lang === 'zh';
  return [found, expected].filter(Boolean).join(zh ? '；' : '; ') + (fix ? `${zh ? '。' : '. '}${fix}` : '');
}

function sayLine(finding: Finding, row: number, ref: ReturnedTable['ref'], lang: Lang): string {
  const zh = lang === 'zh';
  const body = sayBody(finding, lang);
  const mark = finding.severity === 'warning' ? (zh ? '（提醒）' : '(warning) ') : '';
  const place = whereOf(finding, row, ref, lang);
  return place === '' ? mark + body : `${mark}${place}${zh ? '：' : ': '}${body}`;
}

/** The address in the firm's own file; nothing where the whole row or firm is meant. */
function whereOf({ at, id }: Finding, row: number, ref: ReturnedTable['ref'], lang: Lang): string {
  const here = 'row' in at && at.row === row && at.file === ref.file && at.sheet === ref.sheet;
  if (here && 'column' in at)
    return lang === 'zh' ? `原表 ${addressOf(at)}` : `${addressOf(at)} of your file`;
  if (here || id.startsWith('firm.')) return '';
  return placeOf(at, lang);
}

/** How to send a corrected form back; read as a title when it comes in again. */
export const instruction = {
  zh: '请改正标红的单元格后重新报送本表；最后三列由系统填写，请勿改动',
  en: 'Correct the red cells and send this form again; the last three columns are filled in by the system: leave them',
} as const;

/** As it was worded before the third column. */
const instructionBefore = {
  zh: '请改正标红的单元格后重新报送本表；最后两列由系统填写，重报时不必删除',
  en: 'Correct the red cells and send this form again; the last two columns are filled in by the system and may stay',
} as const;

function isOurs(run: Run, cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => cell !== null && cell !== '');
  const ours = [instruction, instructionBefore, ...noticesOf(run)].flatMap((text) => [text.zh, text.en]);
  return typeof first === 'string' && ours.includes(first);
}

function mergesOf(run: Run, { ref }: ReturnedTable, head: readonly number[], width: number): Merge[] {
  const source = run.sources.find((one) => one.file === ref.file);
  const sheet = source?.sheets.find((one) => one.name === ref.sheet);
  const lineOf = new Map(head.map((number, index) => [number - 1, index]));
  const merges: Merge[] = [];
  for (const merge of sheet?.merges ?? []) {
    const top = lineOf.get(merge.top);
    const bottom = lineOf.get(merge.bottom);
    // A line between that was blank is not in the head: the range no longer is one piece.
    if (top === undefined || bottom === undefined || bottom - top !== merge.bottom - merge.top) continue;
    if (merge.left >= width) continue;
    merges.push({ top, bottom, left: merge.left, right: Math.min(merge.right, width - 1) });
  }
  return merges;
}

/** The text of a cell as it stood, not trimmed, for a CSV and for titles; days as they are read back everywhere. */
export function rawText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && cell?.kind === 'date' ? isoDate(cell.days) : cellText(cell);
}

/** The three columns of ours, in their order. */
export const ownHeaders = (lang: Lang): readonly [string, string, string] => [
  exceptionHeaders.result[lang],
  exceptionHeaders.message[lang],
  exceptionHeaders.origin[lang],
];

const ours: ReadonlySet<string> = new Set([...ownHeaders('zh'), ...ownHeaders('en')]);
