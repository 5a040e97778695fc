import { splitter } from './split-records.js';

export interface Layout {
  readonly separator: string;
  /** Cells of a usual row; 1 where the table has one column. */
  readonly width: number;
  /** Characters of a `sep=;` line for Excel, to be skipped, with its line end; 0: there is none. */
  readonly skip: number;
}

const candidates = [',', '\t', ';', '|'];
const sampled = 100;

/**
 * The separator that cuts most of the first records into the same number of cells, two at least; among equals the one
 * with more cells. Quotes are respected. A `sep=` line decides by itself. `whole`: the sample is the whole file.
 */
export function detectLayout(sample: string, whole: boolean): Layout {
  const told = /^"?sep=(.)"?(\r\n?|\n)/i.exec(sample);
  if (told !== null) {
    const rest = sample.slice(told[0].length);
    return { separator: told[1]!, width: judge(rest, whole, told[1]!).width, skip: told[0].length };
  }
  const best = candidates
    .map((separator) => judge(sample, whole, separator))
    .sort((a, b) => b.agreeing - a.agreeing || b.width - a.width)[0]!;
  if (best.agreeing > 0) return { separator: best.separator, width: best.width, skip: 0 };
  // A full-width comma is a separator only where nothing else is, and nearly every line has it.
  const wide = judge(sample, whole, '，');
  if (wide.width >= 3 && wide.agreeing >= 2 && wide.agreeing >= wide.records * 0.8)
    return { separator: '，', width: wide.width, skip: 0 };
  return { separator: ',', width: 1, skip: 0 };
}

interface Judged {
  readonly separator: string;
  readonly width: number;
  readonly agreeing: number;
  readonly records: number;
}

function judge(sample: string, whole: boolean, separator: string): Judged {
  const widths = new Map<number, number>();
  const split = splitter(separator, 1);
  split.load(sample);
  let records = 0;
  for (let position = 0; records < sampled; ) {
    const record = split.next(position, true);
    if (record === null || (!whole && record.end >= sample.length && records > 0)) break;
    position = record.end;
    const text = sample.slice(record.start, record.end);
    if (text.trim() === '') continue;
    records += 1;
    const width = cellsOf(text, separator);
    if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const usual = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return { separator, records, width: usual?.[0] ?? 1, agreeing: usual?.[1] ?? 0 };
}

/** Cells of one record, quotes respected roughly: enough to compare separators. */
const cellsOf = (record: string, separator: string): number =>
  record.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
