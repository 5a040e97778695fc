import { columnName, type Findings } from '../../finding/index.js';
import type { Row } from '../../model/cell.js';
import type { Sheet, Source, Wanted } from '../../model/table.js';
import { bareSheet } from '../bare-sheet.js';
import { fileError } from '../file-error.js';
import { type Limits, longestRecord, sizeText } from '../limits.js';
import type { Staged } from '../stage-input.js';
import { decodeText } from './decode.js';
import type { Encoding } from './detect-encoding.js';
import { detectLayout, type Layout } from './detect-separator.js';
import type { RecordBounds, RecordTrouble } from './read-records.js';
import { scannable } from './scan-records.js';
import { scanRows } from './scan-rows.js';

const sampleSize = 1 << 16;
const longestRaw = 60;
/** Without a column for the code the first batch ends with the fourth row. */
const aFew: Wanted = { columns: new Uint8Array(0), id: -1, rows: null };

export interface OpenedText {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly reader: Source['reader'];
}

/** One text table: a sheet without a name. Rows stream; nothing but a piece of text is held. */
export async function openText(
  staged: Staged,
  encoding: Encoding,
  limits: Limits,
  findings: Findings,
): Promise<OpenedText> {
  const { file } = staged;
  const bounds = boundsOf(file, limits);
  const layout = await layoutOf(staged, encoding);
  const told = new Set<string>();
  const tell = (trouble: RecordTrouble): void => {
    const key = `${trouble.kind} ${trouble.number}`;
    if (told.has(key)) return;
    told.add(key);
    const at = { file, sheet: '', row: trouble.number, line: trouble.line };
    const raw = trouble.raw.length > longestRaw ? `${trouble.raw.slice(0, longestRaw)}…` : trouble.raw;
    const column = columnName(trouble.column);
    if (trouble.kind === 'open') findings.add('row.quote-open', at, { column, raw });
    else if (trouble.kind === 'stray') findings.add('row.quote-stray', at, { column, raw });
    else findings.add('row.cut-short', at, { encoding: encoding.encoding });
  };
  const rows = async function* (wanted?: Wanted): AsyncGenerator<readonly Row[]> {
    const { encoding: name, skip, cut } = encoding;
    if (scannable(name, layout.separator)) {
      yield* scanRows({ chunks: staged.chunks(skip), encoding: name, cut }, layout, tell, wanted, bounds);
      return;
    }
    const { readRecords } = await import('./read-records.js');
    yield* readRecords(decodeText(staged, encoding), layout, cut, tell, bounds);
  };
  const sheet = bareSheet(file, rows);
  const reader = scannable(encoding.encoding, layout.separator) ? 'scanner' : 'library';
  for await (const _ of rows(aFew)) return { sheet, layout, reader };
  throw fileError(file, 'file.no-rows', { sheets: [] });
}

const boundsOf = (file: string, limits: Limits): RecordBounds => ({
  fields: limits.columns,
  length: longestRecord,
  refuse(line, wide) {
    if (wide === null)
      throw fileError(file, 'file.record-too-long', { line, limit: sizeText(longestRecord) });
    throw fileError(file, 'file.record-too-wide', {
      line,
      count: wide.fields,
      whole: wide.whole,
      limit: limits.columns,
    });
  },
});

async function layoutOf(staged: Staged, encoding: Encoding): Promise<Layout> {
  let sample = '';
  for await (const text of decodeText(staged, encoding)) {
    sample += text;
    if (sample.length > sampleSize) return detectLayout(sample.slice(0, sampleSize), false);
  }
  return detectLayout(sample, true);
}
