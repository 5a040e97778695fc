import type { Cell } from '../../model/cell.js';
import type { Disposition } from '../../model/decisions.js';
import type { Run } from '../../model/run.js';
import type { Lang } from '../../model/text.js';
import { noticesOf } from '../notices.js';
import type { HeadRow, SheetCell, SheetColumn, SheetSpec } from '../xlsx/write-sheet.js';
import { fillTable, instruction, ownHeaders, rawText } from './exception-rows.js';
import { type FetchRows, type Return, type ReturnedTable, returnText } from './exceptions.js';

/** Sheets that go back to the firms: notices, the form's own titles and headers, its rows with wrong cells filled. */
export async function exceptionSheet(
  run: Run,
  returned: ReturnedTable,
  fetch: FetchRows,
): Promise<SheetSpec> {
  const { lang } = run;
  const filled = await fillTable(run, returned, fetch);
  const own = ownHeaders(lang);
  const lines = [
    { kind: 'notice' as const, cells: [instruction[lang]] },
    ...noticesOf(run).map((notice) => ({ kind: 'notice' as const, cells: [notice[lang]] })),
  ];
  const last = filled.head.findLastIndex((line) => line.kind === 'header');
  const head = filled.head.map((line, index): HeadRow => {
    const cells: SheetCell[] = line.cells.map(dress);
    if (line.kind === 'title') return { kind: 'plain', cells };
    while (cells.length < filled.width) cells.push(null);
    return { kind: 'header', cells: [...cells, ...own.map((header) => (index === last ? header : null))] };
  });
  const columns: SheetColumn[] = Array.from({ length: filled.width }, (_, index) => ({
    format: index === filled.idColumn ? 'text' : 'number',
  }));
  return {
    name: nameOf(run, returned),
    columns: [
      ...columns,
      { format: 'text', centre: true, fills: resultFills(lang), startsPage: true },
      { format: 'text', wrap: true, width: 60 },
      { format: 'text' },
    ],
    head: [...lines, ...head],
    merges: filled.merges.map((merge) => ({
      ...merge,
      top: merge.top + lines.length,
      bottom: merge.bottom + lines.length,
    })),
    rows: sheetRows(),
    freeze: true,
    freezeColumns: keptColumns(returned, run.plan),
    filter: true,
  };

  async function* sheetRows(): AsyncGenerator<SheetCell[]> {
    for await (const row of filled.rows()) {
      const cells: SheetCell[] = [];
      for (let index = 0; index < filled.width; index++) {
        const fill = row.wrong.get(index);
        const own = dress(row.cells[index] ?? null);
        // A code that was typed as a number shows its digits, as far as they are left.
        const cell: SheetCell =
          index === filled.idColumn && typeof own === 'number' ? { value: own, format: 'integer' } : own;
        if (fill === undefined) {
          cells.push(cell);
          continue;
        }
        const note = row.notes.get(index);
        const bare = cell !== null && typeof cell === 'object' ? cell : { value: cell };
        cells.push({ ...bare, fill, ...(note === undefined ? {} : { note }) });
      }
      yield [...cells, row.result, row.message, row.origin];
    }
  }
}

/** 退回改正 and 一票否决 have their colours, a repeated row none. */
const resultFills = (lang: Lang): ReadonlyMap<string, Return & Disposition> =>
  new Map((['rejected', 'vetoed'] as const).map((why) => [returnText[why][lang], why]));

/** A cell as it stood: a date stays a date and a percentage a percentage; any other odd one is its text. */
function dress(cell: Cell): SheetCell {
  if (cell === null || typeof cell !== 'object') return cell;
  if (cell.kind === 'date') return { value: cell.days, format: 'date' };
  if (cell.kind === 'percent') return { value: cell.value, format: 'percent' };
  return rawText(cell) || null;
}

/** The sheet's own name, after its file's where there are several. */
function nameOf(run: Run, { ref }: ReturnedTable): string {
  const file = ref.file.replace(/\.[^.]+$/, '');
  if (ref.sheet === '') return file;
  return run.sources.length > 1 ? `${file.slice(0, 15)}-${ref.sheet}` : ref.sheet;
}

/** Columns kept beside the message, on the screen and on each page: to the firm's name and code, if they are near the left edge. */
function keptColumns({ ref }: ReturnedTable, { nameField, idField }: Run['plan']): number {
  const places = [nameField, idField].flatMap((id) => (id === null ? [] : [ref.columnOf.get(id) ?? -1]));
  return Math.max(0, ...places.filter((place) => place < NEAR).map((place) => place + 1));
}

const NEAR = 4;
