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
 * The separator that cuts most of the first records' text into the same number of cells, two at least; among equals the
 * one with more cells. Text and not records, for a note of ten lines is ten records to a separator that does not see the
 * quotes around it; where a quote stands elsewhere than around a cell, a record speaks only among equals. A `sep=` line
 * decides by itself. `whole`: the sample is the whole file.
 */
export function detectLayout(sample: string, whole: boolean): Layout {
  const told = /^"?sep=(.)"?(\r\n?|\n)/i.exec(sample);
  if (told !== null) {
    const rest = sample.slice(told[0].length);
    return { separator: told[1]!, width: judge(rest, whole, told[1]!).width, skip: told[0].length };
  }
  const best = candidates
    .map((separator) => judge(sample, whole, separator))
    .sort((a, b) => b.sound - a.sound || b.agreeing - a.agreeing || b.width - a.width)[0]!;
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
  /** Characters of those among them whose quotes all stand around cells. */
  readonly sound: number;
  readonly records: number;
}

/** Quotes are looked at roughly: enough to compare separators. */
function judge(sample: string, whole: boolean, separator: string): Judged {
  const widths = new Map<number, { agreeing: number; sound: number }>();
  const quoted = new RegExp(`(?<=^|\\${separator})"(?:[^"]|"")*"(?=\\${separator}|\\s*$)`, 'g');
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
    const width = text.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
    if (width === 1) continue;
    const { agreeing, sound } = widths.get(width) ?? { agreeing: 0, sound: 0 };
    const isSound = !text.replace(quoted, '').includes('"');
    widths.set(width, { agreeing: agreeing + 1, sound: sound + (isSound ? text.length : 0) });
  }
  const usual = [...widths].sort(([a, one], [b, other]) => other.agreeing - one.agreeing || b - a)[0];
  return { separator, records, width: usual?.[0] ?? 1, ...(usual?.[1] ?? { agreeing: 0, sound: 0 }) };
}
