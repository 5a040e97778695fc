import type { WorkBook } from 'xlsx';
import type { Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { beyondInOldRecords } from './reach/beyond-in-records.js';
import { detailOf, leanOptions, loadCodePages, loadSheetJs, quietly } from './sheetjs.js';
import { sheetsOf } from './sheets-of.js';

/**
 * Here strictness would only refuse a number format that cannot be shown; a broken record throws without it. The text
 * of a cell tells a date where SheetJS drops the number of its format; hidden columns come with `cellStyles` only.
 */
const binaryOptions = { WTF: false, cellText: true, cellStyles: true };

/**
 * Opens an Excel 97-2003 workbook (and older, and WPS .et), in its container or as a bare stream; says what else an old
 * Office file is, and names a password. Cost: SheetJS, 2 s for 15,000 × 60.
 */
export async function openCfb(bytes: Buffer, file: string, bare: boolean): Promise<readonly Sheet[]> {
  const sheetJs = await loadSheetJs();
  const damaged = (error: unknown) =>
    fileError(file, 'file.damaged', {
      holds: 'xls',
      detail: detailOf(error),
    });
  if (bare) holdReach(bytes, file);
  else {
    let paths: readonly string[];
    try {
      const container = quietly(() => sheetJs.openContainer(bytes));
      paths = container.FullPaths;
      for (const { content } of container.FileIndex) holdReach(Buffer.from(content ?? []), file);
    } catch (error) {
      if (error instanceof Error && error.name === 'EdgeError') throw error;
      throw damaged(error);
    }
    const has = (name: string) =>
      paths.some(
        (path) => path.split('/').at(-1)?.toLowerCase() === name || path.toLowerCase().endsWith(`/${name}/`),
      );
    if (has('encryptedpackage')) throw fileError(file, 'file.password', { holds: 'xlsx' });
    if (!has('workbook') && !has('book')) {
      const holds = has('worddocument')
        ? 'word'
        : has('powerpoint document')
          ? 'powerpoint'
          : has('__properties_version1.0')
            ? 'email'
            : 'ole';
      throw fileError(file, 'file.not-a-table', { holds, inside: [] });
    }
  }
  await loadCodePages();
  let book: WorkBook;
  try {
    book = quietly(() => sheetJs.read(bytes, { ...leanOptions, ...binaryOptions, type: 'buffer' }));
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw fileError(file, 'file.password', { holds: 'xls' });
    throw damaged(error);
  }
  if (bare) mendText(book);
  return sheetsOf(book, sheetJs, file, 'xls');
}

function holdReach(stream: Buffer, file: string): void {
  const beyond = beyondInOldRecords(stream);
  if (beyond !== null) throw fileError(file, 'file.damaged', { holds: 'xls', detail: beyond });
}

/** A bare stream names no code page, so SheetJS reads its text as Latin-1: in China it is GBK, or UTF-8. */
function mendText(book: WorkBook): void {
  const decode = (text: string): string => {
    if (!/[\x80-\xff]/.test(text) || /[^\x00-\xff]/.test(text)) return text;
    const bytes = Buffer.from(text, 'latin1');
    for (const encoding of ['utf-8', 'gb18030']) {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {}
    }
    return text;
  };
  for (const sheet of Object.values(book.Sheets))
    for (const row of sheet['!data'] ?? [])
      for (const cell of row ?? [])
        if (cell?.t === 's' && typeof cell.v === 'string') cell.v = decode(cell.v);
}
