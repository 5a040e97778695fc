import type { FileFormat, Sheet, Source } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { type Limits, longestSheet, raiseTo, sheetLimit, sizeText } from '../limits.js';
import type { Staged } from '../stage-input.js';
import { openXlsx } from '../xlsx/open-xlsx.js';
import { type HiddenParts, hiddenParts } from './hidden-parts.js';
import { isWhole } from './is-whole.js';
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

/** Holds the directory of 10,000 parts. */
const tailSize = 1 << 20;

/**
 * Opens a zip container: xlsx, xlsm, xlsb or ods; says what else it is. Our own scanner reads a workbook that it knows
 * to the last byte; every other one is read by SheetJS, 0.1 s per 10,000 cells, and held in memory.
 */
export async function openZip(
  staged: Staged,
  limits: Limits,
): Promise<{ format: FileFormat; reader: Source['reader']; sheets: readonly Sheet[] }> {
  const { file } = staged;
  const entries = await listEntries(staged, limits);
  const format = zipHolds(entries, file);
  const wanted = entries.filter((entry) => !entry.name.endsWith('/') && !ignored.test(entry.name));
  if (wanted.some((entry) => entry.encrypted)) throw fileError(file, 'file.password', { holds: format });
  checkDeclared(wanted, file, limits);
  if (format === 'xlsx') {
    const byName = new Map(wanted.map((entry) => [entry.name.toLowerCase(), entry]));
    const sheets =
      byName.size < wanted.length ? null : await openXlsx(staged, { entries: byName, file, limits });
    if (sheets !== null) return { format, reader: 'scanner', sheets };
  }
  const sheets = await openByLibrary(staged, entries, wanted, format, limits);
  return { format, reader: 'library', sheets };
}

/** The directory stands at the end. Where it is not found there, the whole file is asked, which also words the error. */
async function listEntries(staged: Staged, limits: Limits): Promise<ZipEntry[]> {
  const { file } = staged;
  const base = Math.max(0, staged.bytes - tailSize);
  const tail = await staged.part(base, staged.bytes);
  try {
    return readDirectory(tail, file, limits, 'zip', base);
  } catch {
    const bytes = await staged.whole();
    return readDirectory(bytes, file, limits, bytes.includes('xl/w') ? 'xlsx' : 'zip');
  }
}

async function openByLibrary(
  staged: Staged,
  entries: readonly ZipEntry[],
  wanted: readonly ZipEntry[],
  format: 'xlsx' | 'xlsb' | 'ods',
  limits: Limits,
): Promise<readonly Sheet[]> {
  const { file } = staged;
  for (const entry of wanted) checkSheetSize(entry, file, limits);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const bytes = await staged.whole();
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
    ...(format === 'xlsb' ? { cellStyles: true, cellText: true } : {}),
  };
  const book = parseParts(sheetJs, inflated, options, file, format);
  const hiddenOf = (index: number): HiddenParts | null => {
    const entry = byName.get(parts?.sheets[index]?.path.toLowerCase() ?? '');
    return entry === undefined ? null : hiddenParts(contentOf(entry));
  };
  return sheetsOf(book, sheetJs, file, format, parts, hiddenOf);
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
