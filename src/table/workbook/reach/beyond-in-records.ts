import { longestText } from '../../limits.js';
import { cellCount, grid } from './grid.js';

// Records of [MS-XLSB] that name rows, columns or ranges; a record's number and length take one to two and one to four bytes.
const [rowHeader, lastCell, metadata, columnInfo, richCell, merged, hyperlink] = [
  0, 11, 51, 60, 62, 176, 494,
];

/**
 * The first row or column in the records of a binary sheet (.xlsb) that lies beyond the grid, or where its ranges add up to more
 * than is believed; null: there is none. Bytes that are no records end the search: who reads them will say so.
 */
export function beyondInRecords(bytes: Buffer): string | null {
  const more = cellCount();
  for (let p = 0; p < bytes.length; ) {
    let id = bytes[p++]!;
    if (id & 0x80) id = (id & 0x7f) | ((bytes[p++] ?? 0) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes[p++] ?? 0;
      length |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) break;
    }
    const at = p;
    p += length;
    if (p > bytes.length) return null;
    if (length > longestText) return `record of ${length} bytes`;
    // In a record that is too short SheetJS reads on into the next.
    const word = (index: number) =>
      at + index * 4 + 4 <= bytes.length ? bytes.readUInt32LE(at + index * 4) : 0;
    const range = id === merged || id === hyperlink;
    if (id === rowHeader && word(0) >= grid.rows) return `row ${word(0) + 1}`;
    if (((id > rowHeader && id <= lastCell) || id === richCell) && word(0) >= grid.columns)
      return `column ${word(0) + 1}`;
    if (id === columnInfo && word(1) >= grid.columns) return `column ${word(1) + 1}`;
    // A count and that many pairs: SheetJS counts on beyond the end.
    if (id === metadata && word(0) > length / 8) return `${word(0)} pairs`;
    if (!range) continue;
    const [rows, columns] = [word(1) - word(0) + 1, word(3) - word(2) + 1];
    if (word(1) >= grid.rows || word(3) >= grid.columns || (id === hyperlink && more(rows, columns)))
      return `rows ${word(0) + 1}–${word(1) + 1}`;
  }
  return null;
}

const [oldHyperlink, oldFormula, beginsSheet] = [0x01b8, 0x0006, 0x0809];

/**
 * The same for the stream of an old workbook (.xls), whose rows and columns end at 65,536: only links add up to much, and a
 * formula that is longer than its record (from Excel 5 on) is read for ever.
 */
export function beyondInOldRecords(bytes: Buffer): string | null {
  const more = cellCount();
  let modern = false;
  for (let p = 0; p + 4 <= bytes.length; ) {
    const [id, length, at] = [bytes.readUInt16LE(p), bytes.readUInt16LE(p + 2), p + 4];
    p = at + length;
    modern ||= id === beginsSheet;
    if (modern && id === oldFormula && p <= bytes.length) {
      const formula = length < 22 ? Number.POSITIVE_INFINITY : bytes.readUInt16LE(at + 20);
      if (formula !== 0xffff && formula > length - 22) return `formula at byte ${at}`;
    }
    if (id !== oldHyperlink || length < 8 || p > bytes.length) continue;
    const [top, bottom, left, right] = [0, 2, 4, 6].map((by) => bytes.readUInt16LE(at + by)) as [
      number,
      number,
      number,
      number,
    ];
    if (more(bottom - top + 1, right - left + 1)) return `rows ${top + 1}–${bottom + 1}`;
  }
  return null;
}
