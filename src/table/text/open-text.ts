import { columnName, type Findings } from '../../finding/index.js';
import type { Row } from '../../model/cell.js';
import type { Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import type { Staged } from '../stage-input.js';
import { decodeText } from './decode.js';
import type { Encoding } from './detect-encoding.js';
import { detectLayout, type Layout } from './detect-separator.js';
import { type RecordTrouble, readRecords } from './read-records.js';

const sampleSize = 1 << 16;
const longestRaw = 60;

/** One text table: a sheet without a name. Rows stream; nothing but a piece of text is held. */
export async function openText(
  staged: Staged,
  encoding: Encoding,
  findings: Findings,
): Promise<{ readonly sheet: Sheet; readonly layout: Layout }> {
  const { file } = staged;
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
  const rows = (): AsyncIterable<readonly Row[]> =>
    readRecords(decodeText(staged, encoding), layout, encoding.cut, tell);
  const sheet: Sheet = {
    file,
    name: '',
    index: 0,
    visibility: 'visible',
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    rows,
  };
  for await (const _ of rows()) return { sheet, layout };
  throw fileError(file, 'file.no-rows', { sheets: [] });
}

async function layoutOf(staged: Staged, encoding: Encoding): Promise<Layout> {
  let sample = '';
  for await (const text of decodeText(staged, encoding)) {
    sample += text;
    if (sample.length > sampleSize) return detectLayout(sample.slice(0, sampleSize), false);
  }
  return detectLayout(sample, true);
}
