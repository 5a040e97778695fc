import type { Lang } from '../model/text.js';
import { bookBody } from './book.js';
import { fillsOf } from './cell-fills.js';
import { headersOf, type ReportTable, type Voice } from './column.js';
import { tableAsBytes } from './csv.js';
import type { AnalysisWords } from './guide/analysis-guides.js';
import { publishFile } from './publish/publish-file.js';
import type { HeadRow, SheetColumn } from './xlsx/write-sheet.js';

export interface AnalysisFile {
  /** Ends in .xlsx or .csv. */
  readonly path: string;
  readonly force: boolean;
  readonly lang: Lang;
  readonly decimals: number;
  /** What a reader must know of the figures; a CSV is for programs and has the table only. */
  readonly words: AnalysisWords;
}

/** An analysis of saved runs as one file, whole or not at all. Throws exit 4 where it is there or cannot be written. */
export async function writeAnalysis(table: ReportTable, file: AnalysisFile): Promise<void> {
  const voice: Voice = { lang: file.lang, headers: 'text' };
  if (file.path.toLowerCase().endsWith('.csv')) {
    const coded: Voice = { ...voice, headers: 'id' };
    await publishFile(file.path, file, async (write) => {
      for (const part of tableAsBytes(table, coded, true)) await write(part);
    });
    return;
  }
  const title = table.title[file.lang];
  const head: HeadRow[] = [
    { kind: 'title', cells: [title] },
    ...file.words.about.map((line): HeadRow => ({ kind: 'plain', cells: [line] })),
    ...file.words.notices.map((notice): HeadRow => ({ kind: 'notice', cells: [notice[file.lang]] })),
    { kind: 'header', cells: headersOf(table.columns, voice) },
  ];
  const columns = table.columns.map(
    ({ format, mark }): SheetColumn => ({
      format,
      digits: file.decimals,
      ...(mark === 'disposition' ? { fills: fillsOf(mark, { grades: [] }, voice), centre: true } : {}),
    }),
  );
  const sheet = {
    name: title,
    columns,
    head,
    rows: table.rows(),
    freeze: true,
    freezeColumns: 2,
    filter: true,
  };
  await publishFile(file.path, file, bookBody([sheet, file.words.guide], file.path));
}
