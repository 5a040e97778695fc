// Long because figures are written digit by digit into one buffer, whose state the writers share; the bench asked for it.
import { withMark } from '../model/formula-mark.js';
import { rounded as roundedFigure } from './number-text.js';

/** What stands in a cell of a CSV. */
export type CsvValue = string | number | boolean | null;

/** Records as the bytes of a CSV, gathered until they are taken. */
export interface CsvBytes {
  /** Adds one record and its line end, CR LF. */
  add(row: readonly CsvValue[]): void;
  /** Adds the record of a firm, numbers straight from their columns. At least two columns. */
  addFirm(columns: readonly FirmCell[], firm: number): void;
  /** How many bytes are gathered. */
  readonly size: number;
  /** Gives them away. */
  take(): Buffer;
}

/** What a column says of each firm: its numbers where they are all that it says, else a value for each. */
export interface FirmCell {
  of(firm: number): CsvValue;
  /** NaN is blank. */
  readonly numbers?: ArrayLike<number> | undefined;
  /** Numbers are written to ten decimals instead of completely: noise of float64 is no figure. */
  readonly rounded?: boolean | undefined;
}

/** A first character after which nothing is a formula, for certain: most texts have one. */
const isPlainStart = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x4e00 && unit <= 0x9fff);
/** Characters for which a text is quoted. */
const isOdd = (unit: number): boolean => unit === 0x22 || unit === 0x2c || unit === 0x0d || unit === 0x0a;

const fieldText = (text: string): string => {
  const safe = withMark(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The digits of 0000 to 9999, one after another. */
const quads = Uint8Array.from(
  { length: 40_000 },
  (_, i) => 0x30 + (Math.floor((i >> 2) / 10 ** (3 - (i & 3))) % 10),
);

/** Where a number below 10,000 begins among its four digits. */
const firstDigit = (value: number): number => (value < 10 ? 3 : value < 100 ? 2 : value < 1000 ? 1 : 0);

/** Bytes for a number and what goes about it; for a character of a text, quotes and guards included. */
const numberRoom = 64;
const characterRoom = 6;

/**
 * Writes what csv-stringify does with `escape_formulas`, but for guarding formulas behind a blank and leaving text that is
 * a plain number; a test holds the two equal. Bytes, not text, for most of the work was making strings of figures, joining
 * and encoding them: 100,000 × 54 in 0.25 s, joined strings 0.55 s. `start` is how many bytes are usually gathered.
 */
export const csvBytes = (start = 1 << 18): CsvBytes => new GatheredBytes(start);

/** A class, since closures made anew for each file are optimised anew for each: 3 % of a run of 100,000 firms, 7 % of 15,000. */
class GatheredBytes implements CsvBytes {
  private out: Buffer;
  private at = 0;
  /** Room that the rest of a record takes beside its texts. */
  private spare = 0;
  /** Most columns say the same again and again: the last text of each, and its bytes once it has come twice. */
  private readonly last: string[] = [];
  private readonly again: (Buffer | null)[] = [];

  constructor(private readonly start: number) {
    this.out = Buffer.allocUnsafe(start);
  }

  private makeRoom(more: number): void {
    if (this.at + more <= this.out.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.out.length * 2, this.at + more));
    this.out.copy(larger, 0, 0, this.at);
    this.out = larger;
  }

  /** A whole number below 1e9. */
  private putWhole(value: number): void {
    const low = value < 1e4 ? value : value % 1e4;
    if (value >= 1e4) {
      const rest = (value / 1e4) | 0;
      if (rest < 1e4) this.putQuad(rest, firstDigit(rest));
      else {
        const high = (rest / 1e4) | 0;
        this.putQuad(high, firstDigit(high));
        this.putQuad(rest - high * 1e4, 0);
      }
      this.putQuad(low, 0);
    } else this.putQuad(low, firstDigit(low));
  }

  /** Four digits, those before `from` left out. */
  private putQuad(value: number, from: number): void {
    const bytes = this.out;
    let place = this.at;
    for (let i = value * 4 + from; i < value * 4 + 4; i++) bytes[place++] = quads[i]!;
    this.at = place;
  }

  /** Decimals behind a point: a count of 1e-10, without zeros at the end. */
  private putDecimals(value: number): void {
    const high = Math.floor(value / 1e6);
    const rest = value - high * 1e6;
    const middle = (rest / 100) | 0;
    const bytes = this.out;
    bytes[this.at] = 0x2e;
    let place = this.at + 1;
    for (let i = high * 4, end = i + 4; i < end; i++) bytes[place++] = quads[i]!;
    if (rest > 0) {
      for (let i = middle * 4, end = i + 4; i < end; i++) bytes[place++] = quads[i]!;
      const low = rest - middle * 100;
      bytes[place++] = quads[low * 4 + 2]!;
      bytes[place++] = quads[low * 4 + 3]!;
    }
    while (bytes[place - 1] === 0x30) place--;
    this.at = place;
  }

  /**
   * As String(value) has it, or String of the value rounded to ten decimals. A figure of at most 15 digits is the shortest
   * that reads back to its number, so what is equal to a count of hundredths or of 1e-10 is written digit by digit; the
   * rest, and what has an exponent, is left to String.
   */
  private putNumber(value: number, rounded: boolean): void {
    const size = Math.abs(value);
    const whole = size < 1e9 ? Math.floor(size) : -1;
    if (whole === size) {
      if (value < 0) this.out[this.at++] = 0x2d;
      this.putWhole(whole);
      return;
    }
    const fine = Math.round(size * 1e10);
    if (whole >= 0 && fine >= 1e4 && fine < 1e15 && (rounded || fine / 1e10 === size)) {
      if (value < 0) this.out[this.at++] = 0x2d;
      // Rounding may have made it whole, like 0.99999999999.
      const units = Math.floor(fine / 1e10);
      this.putWhole(units);
      if (fine > units * 1e10) this.putDecimals(fine - units * 1e10);
      return;
    }
    const hundredths = Math.round(size * 100);
    if (whole >= 0 && hundredths / 100 === size) {
      if (value < 0) this.out[this.at++] = 0x2d;
      this.putWhole(whole);
      this.putDecimals((hundredths - whole * 100) * 1e8);
      return;
    }
    this.at += this.out.latin1Write(String(rounded ? roundedFigure(value) : value), this.at);
  }

  private putText(text: string): void {
    const first = text.charCodeAt(0);
    if (text !== '' && !isPlainStart(first) && withMark(text) !== text) {
      this.putOdd(text);
      return;
    }
    // Own names for what the loop uses at each character.
    const bytes = this.out;
    let place = this.at;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80 && !isOdd(unit)) bytes[place++] = unit;
      else if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) {
        bytes[place] = 0xe0 | (unit >> 12);
        bytes[place + 1] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[place + 2] = 0x80 | (unit & 0x3f);
        place += 3;
      } else {
        this.putOdd(text);
        return;
      }
    }
    this.at = place;
  }

  private putOdd(text: string): void {
    this.at += this.out.utf8Write(fieldText(text), this.at);
  }

  private putRepeated(text: string, index: number): void {
    if (text !== this.last[index]) {
      this.last[index] = text;
      this.again[index] = null;
      this.putText(text);
      return;
    }
    const known = this.again[index];
    if (known === null || known === undefined) {
      const from = this.at;
      this.putText(text);
      this.again[index] = Buffer.from(this.out.subarray(from, this.at));
      return;
    }
    const bytes = this.out;
    let place = this.at;
    for (let i = 0; i < known.length; i++) bytes[place++] = known[i]!;
    this.at = place;
  }

  private putValue(value: CsvValue | undefined, index: number): void {
    if (typeof value === 'number') this.putNumber(value, false);
    else if (typeof value === 'string') {
      this.makeRoom(this.spare + value.length * characterRoom);
      this.putRepeated(value, index);
    } else if (value !== null && value !== undefined) this.at += this.out.latin1Write(String(value), this.at);
  }

  private begin(width: number): void {
    this.spare = (width + 1) * numberRoom;
    this.makeRoom(this.spare);
  }

  private endRecord(): void {
    this.out[this.at++] = 0x0d;
    this.out[this.at++] = 0x0a;
  }

  add(row: readonly CsvValue[]): void {
    const from = this.at;
    this.begin(row.length);
    for (let index = 0; index < row.length; index++) {
      if (index > 0) this.out[this.at++] = 0x2c;
      this.putValue(row[index], index);
    }
    // A lone blank cell would read as a blank line, which is no record.
    if (this.at === from && row.length === 1) this.at += this.out.latin1Write('""', this.at);
    this.endRecord();
  }

  addFirm(columns: readonly FirmCell[], firm: number): void {
    this.begin(columns.length);
    for (let index = 0; index < columns.length; index++) {
      if (index > 0) this.out[this.at++] = 0x2c;
      const { numbers, rounded, of } = columns[index]!;
      if (numbers === undefined) this.putValue(of(firm), index);
      else {
        const value = numbers[firm]!;
        if (!Number.isNaN(value)) this.putNumber(value, rounded === true);
      }
    }
    this.endRecord();
  }

  get size(): number {
    return this.at;
  }

  take(): Buffer {
    const bytes = this.out.subarray(0, this.at);
    this.out = Buffer.allocUnsafe(this.start);
    this.at = 0;
    return bytes;
  }
}

declare global {
  interface Buffer {
    // What write does once it has looked at its arguments.
    latin1Write(text: string, start: number): number;
    utf8Write(text: string, start: number): number;
  }
}
