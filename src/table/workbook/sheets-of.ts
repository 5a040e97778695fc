import type { WorkBook } from 'xlsx';
import type { FileFormat, Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import type { HiddenParts } from './hidden-parts.js';
import { cellReader } from './read-cell.js';
import { type ParsedSheet, sheetOf } from './sheet-of.js';
import type { SheetJs } from './sheetjs.js';
import type { WorkbookParts } from './workbook-parts.js';

/** Sheets with cells, in the order of the tabs; chart, dialog and macro sheets are none. Throws where all are empty. */
export function sheetsOf(
  book: WorkBook,
  sheetJs: SheetJs,
  file: string,
  format: FileFormat,
  parts: WorkbookParts | null = null,
  hiddenOf: (index: number) => HiddenParts | null = () => null,
): readonly Sheet[] {
  const read = cellReader({
    date1904: book.Workbook?.WBProps?.date1904 === true,
    uncalculated: parts?.uncalculated === true,
    format: sheetJs.format,
  });
  const sheets: ParsedSheet[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const worksheet = book.Sheets[name];
    if (worksheet === undefined || ['chart', 'dialog', 'macro'].includes(worksheet['!type'] ?? '')) continue;
    if (parts?.sheets[index]?.kind === 'other') continue;
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const visibility = hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'very-hidden';
    sheets.push(sheetOf(worksheet, read, { file, name, index, visibility, hidden: hiddenOf(index) }));
  }
  const beyond = sheets.find((sheet) => sheet.beyond !== null);
  if (beyond !== undefined)
    throw fileError(file, 'file.damaged', { holds: format, detail: `${beyond.name}!${beyond.beyond}` });
  if (sheets.every((sheet) => sheet.empty))
    throw fileError(file, 'file.no-rows', { sheets: sheets.map((sheet) => sheet.name) });
  return sheets.map(({ empty: _, beyond: __, ...sheet }) => sheet);
}
