import type { ParsingOptions, WorkBook } from 'xlsx';

/** A container as SheetJS holds it: paths and their contents side by side. */
export interface Container {
  readonly FullPaths: string[];
  readonly FileIndex: { name: string; type: number; content: Buffer; size: number }[];
}

/** What of SheetJS is used, with its types said once: the package types these two as any. */
export interface SheetJs {
  read(data: Buffer | string, options: ParsingOptions): WorkBook;
  parseZip(container: Container, options: ParsingOptions): WorkBook;
  /** A number as a format shows it. */
  format(code: string, value: number): string;
  /** Streams of an old Office file. */
  openContainer(bytes: Buffer): Container;
}

/**
 * `nodim`: a dimension may name one column of six; `WTF`: without it a broken sheet comes back empty, silently;
 * `sheetStubs`: else a formula without a value is not there at all. Text and HTML of cells are never asked for.
 */
export const leanOptions: ParsingOptions = {
  dense: true,
  nodim: true,
  WTF: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellDates: false,
  sheetStubs: true,
};

/** Loaded only when a workbook is opened: 30 ms. */
export async function loadSheetJs(): Promise<SheetJs> {
  const xlsx: typeof import('xlsx') & { parse_zip?: SheetJs['parseZip'] } = await import('xlsx');
  const parseZip = xlsx.parse_zip;
  if (parseZip === undefined) throw new Error('this build of xlsx has no parse_zip');
  return {
    read: (data, options) => xlsx.read(data, options),
    parseZip,
    format: (code, value) => String(xlsx.SSF.format(code, value)),
    openContainer: (bytes) => xlsx.CFB.read(bytes, { type: 'buffer' }) as unknown as Container,
  };
}

/** The code pages of workbooks before 1997 (936 in China). Another 30 ms, for .xls only. */
export async function loadCodePages(): Promise<void> {
  const [{ set_cptable }, pages] = await Promise.all([import('xlsx'), import('xlsx/dist/cpexcel.full.mjs')]);
  set_cptable(pages);
}

/**
 * Gives SheetJS the floor, held to two rules. It tells of records it does not know on the console, and stderr belongs to the
 * command line. And it believes what a record says of its length, there or not: 10⁸ characters gathered end the process, and a
 * count that is not there makes it read for ever.
 */
export function quietly<T>(act: () => T): T {
  const { error, warn } = globalThis.console;
  const silent = () => {};
  Object.assign(globalThis.console, { error: silent, warn: silent });
  Object.defineProperty(Buffer.prototype, 'read_shift', boundedReading());
  try {
    return act();
  } finally {
    Reflect.deleteProperty(Buffer.prototype, 'read_shift');
    Object.assign(globalThis.console, { error, warn });
  }
}

/** Bytes that SheetJS reads, and how far it is. */
type Blob = Buffer & { l: number };
type Reading = (this: Blob, size: number, type?: string) => unknown;

/** Behind the end some records look for fields that older ones lack; nobody looks further. */
const farBehind = 4096;

/** SheetJS gives each of its buffers this one method; the one that it finds then is ours. */
function boundedReading(): PropertyDescriptor {
  let given: Reading | null = null;
  const bounded: Reading = function (size, type) {
    if (typeof type === 'string' && size > this.length - this.l)
      throw new Error('a text is longer than its record');
    if (this.l > this.length + farBehind) throw new Error('a record is longer than its file');
    if (typeof type !== 'string' && size > 0 && size <= 8 && size > this.length - this.l) {
      // What is not there would be NaN, and a loop up to there has no end.
      this.l += size;
      return 0;
    }
    return given?.call(this, size, type);
  };
  return {
    configurable: true,
    get: () => bounded,
    set(reading: Reading) {
      given = reading;
    },
  };
}

/** SheetJS's own sentence where it wrote one; a TypeError inside it says nothing to the reader. */
export const detailOf = (error: unknown): string =>
  error instanceof Error && error.name === 'Error' ? error.message.slice(0, 120) : '';
