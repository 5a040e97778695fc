import type { FileFormat, Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { type Limits, longestSheet, raiseTo, sheetLimit, sizeText } from '../limits.js';
import { type HiddenParts, hiddenParts } from './hidden-parts.js';
import { parseParts } from './parse-parts.js';
import { checkDeclared, inflater, readDirectory, type ZipEntry } from './read-zip.js';
import { leanOptions, loadSheetJs } from './sheetjs.js';
import { sheetsOf } from './sheets-of.js';
import { workbookParts, workbookPath } from './workbook-parts.js';
import { xmlText } from './xml.js';
import { zipHolds } from './zip-holds.js';

/**
 * Parts that hold no cell: pictures, charts, comments, macros, caches. They are never inflated. Without the
 * relationships of its sheets SheetJS does not ask for them either.
 */
const ignored = new RegExp(
  [
    '(?:^|/)(?:media|drawings|charts|embeddings|printersettings|ctrlprops|activex|customxml|customui|theme|pivotcache',
    '|pivottables|querytables|slicers|slicercaches|tables|threadedcomments|externallinks|thumbnails|pictures',
    '|configurations2|webextensions|richdata|model)/',
    '|sheets/_rels/|vbaproject[^/]*\\.bin$|calcchain\\.\\w+$|comments\\d*\\.\\w+$|volatiledependencies\\.xml$',
  ].join(''),
  'i',
);

/** Opens a zip container: xlsx, xlsm, xlsb or ods; says what else it is. Cost: SheetJS, about 0.1 s per 10,000 cells. */
export async function openZip(
  bytes: Buffer,
  file: string,
  limits: Limits,
): Promise<{ format: FileFormat; sheets: readonly Sheet[] }> {
  const entries = readDirectory(bytes, file, limits, bytes.includes('xl/w') ? 'xlsx' : 'zip');
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const format = zipHolds(entries, file);
  const wanted = entries.filter((entry) => !entry.name.endsWith('/') && !ignored.test(entry.name));
  if (wanted.some((entry) => entry.encrypted)) throw fileError(file, 'file.password', { holds: format });
  checkDeclared(wanted, file, limits);
  for (const entry of wanted) checkSheetSize(entry, file, limits);

  const inflate = inflater(bytes, file, limits, format);
  const contents = new Map<string, Buffer>();
  const contentOf = (entry: ZipEntry): Buffer => {
    const key = entry.name.toLowerCase();
    const known = contents.get(key);
    if (known !== undefined) return known;
    const content = inflate(entry);
    contents.set(key, content);
    return content;
  };
  const readPart = (path: string): string | null => {
    const entry = byName.get(path.toLowerCase());
    return entry === undefined ? null : xmlText(contentOf(entry));
  };

  if (format === 'ods') checkOds(readPart, file);
  for (const entry of wanted) {
    if (!isWorksheet(entry.name) || isWhole(contentOf(entry))) continue;
    throw fileError(file, 'file.damaged', { holds: format, detail: entry.name });
  }
  const path = format === 'ods' ? null : workbookPath(readPart);
  const parts = path === null || format === 'xlsb' ? null : workbookParts(path, readPart);
  const sheetJs = await loadSheetJs();
  const inflated = wanted.map((entry) => ({ name: entry.name, content: contentOf(entry) }));
  const options = {
    ...leanOptions,
    // ISO dates stand under any style, so there the type must be kept; elsewhere a Date for each date is waste.
    cellDates: inflated.some((part) => isWorksheet(part.name) && part.content.includes(' t="d"')),
    ...(format === 'xlsb' ? { cellStyles: true, cellText: true } : {}),
  };
  const book = parseParts(sheetJs, inflated, options, file, format);
  const hiddenOf = (index: number): HiddenParts | null => {
    const entry = byName.get(parts?.sheets[index]?.path.toLowerCase() ?? '');
    return entry === undefined ? null : hiddenParts(contentOf(entry));
  };
  return { format, sheets: sheetsOf(book, sheetJs, file, format, parts, hiddenOf) };
}

/** Texts and slides have the same parts, and a password leaves only the list of parts readable. */
function checkOds(readPart: (path: string) => string | null, file: string): void {
  const kind = readPart('mimetype') ?? 'spreadsheet';
  if (!/spreadsheet/.test(kind)) {
    const holds = /presentation/.test(kind) ? 'powerpoint' : /text/.test(kind) ? 'word' : 'zip';
    throw fileError(file, 'file.not-a-table', { holds, inside: [] });
  }
  if (/<(?:[\w.-]+:)?encryption-data\b/.test(readPart('META-INF/manifest.xml') ?? ''))
    throw fileError(file, 'file.password', { holds: 'ods' });
}

const isWorksheet = (name: string): boolean => /worksheets\/[^/]+\.xml$/i.test(name);

function checkSheetSize(entry: ZipEntry, file: string, limits: Limits): void {
  if (!/sheets\/|sharedstrings\.|^content\.xml$/i.test(entry.name)) return;
  const size = sizeText(entry.size);
  if (entry.size > longestSheet)
    throw fileError(file, 'file.sheet-too-long', { part: entry.name, size, limit: sizeText(longestSheet) });
  if (entry.size > sheetLimit(limits))
    throw fileError(file, 'file.inflated-too-large', {
      part: entry.name,
      size,
      limit: sizeText(sheetLimit(limits)),
      raise: raiseTo(entry.size * 4),
    });
}

/** A writer that broke off leaves a sheet without its end, and SheetJS would read what is there as all there is. */
const isWhole = (sheet: Buffer): boolean =>
  /(?:<\/(?:[\w.-]+:)?(?:worksheet|chartsheet|dialogsheet)\s*>|\/>)\s*(?:<!--[^>]*-->\s*)*\0*$/.test(
    sheet.toString('latin1', Math.max(0, sheet.length - 512)).replaceAll('\0', ''),
  );
