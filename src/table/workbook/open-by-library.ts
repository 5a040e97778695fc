import type { Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import {
  type Limits,
  longestSheet,
  longestText,
  raiseTo,
  sheetLimit,
  sheetShare,
  sizeText,
} from '../limits.js';
import type { Staged } from '../stage-input.js';
import { type HiddenParts, hiddenParts } from './hidden-parts.js';
import { isWellFormed } from './is-well-formed.js';
import { isWhole } from './is-whole.js';
import { parseParts } from './parse-parts.js';
import { beyondInRecords } from './reach/beyond-in-records.js';
import { beyondInOds, beyondInSheet } from './reach/beyond-in-xml.js';
import { inflater, type ZipEntry } from './read-zip.js';
import { leanOptions, loadSheetJs } from './sheetjs.js';
import { sheetsOf } from './sheets-of.js';
import { workbookParts, workbookPath } from './workbook-parts.js';
import { xmlText } from './xml.js';
import type { ZipParts } from './zip-parts.js';

/** Sheets by SheetJS. Throws EdgeError for damage and for what is too large to be held. */
export async function openByLibrary(
  staged: Staged,
  { file, format, limits, all, wanted }: ZipParts,
): Promise<readonly Sheet[]> {
  for (const entry of wanted) checkSheetSize(entry, file, limits);
  const byName = new Map(all.map((entry) => [entry.name.toLowerCase(), entry]));
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
    if (!/\.xml$/i.test(entry.name) || !holdsLongText(contentOf(entry))) continue;
    const limit = sizeText(longestText);
    throw fileError(file, 'file.text-too-long', { part: entry.name, limit });
  }
  for (const entry of wanted) {
    if (!isWorksheet(entry.name) || isWhole(contentOf(entry))) continue;
    throw fileError(file, 'file.damaged', { holds: format, detail: entry.name });
  }
  for (const entry of wanted) {
    if (holdsCells(entry.name) && !isWellFormed(xmlText(contentOf(entry))))
      throw fileError(file, 'file.damaged', { holds: format, detail: entry.name });
    const beyond = beyondIn(entry.name, contentOf(entry));
    if (beyond !== null)
      throw fileError(file, 'file.damaged', { holds: format, detail: `${entry.name} ${beyond}` });
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

/** Whether no tag stands in that many bytes. Cost: some steps. */
function holdsLongText(xml: Buffer): boolean {
  for (let from = 0; from + longestText < xml.length; ) {
    const tag = xml.lastIndexOf(60, from + longestText);
    if (tag <= from) return true;
    from = tag;
  }
  return false;
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

/** What SheetJS would be busy with for hours, or end the process at: asked before it is given anything. */
function beyondIn(name: string, content: Buffer): string | null {
  if (isWorksheet(name)) return beyondInSheet(content.toString('latin1'));
  if (/(?:sheets\/[^/]+|sharedstrings[^/]*)\.bin$/i.test(name)) return beyondInRecords(content);
  return /^content\.xml$/i.test(name) ? beyondInOds(content.toString('latin1')) : null;
}

/** Parts where a tag that is not closed would make another's cells its own, or shift the styles of all. */
const holdsCells = (name: string): boolean =>
  /(?:sheets\/[^/]+|sharedstrings\d*|styles\d*|^content)\.xml$/i.test(name);

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
      raise: raiseTo(entry.size * sheetShare),
      share: sheetShare,
      whole: sizeText(limits.inflatedBytes),
    });
}
