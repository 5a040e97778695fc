import type { WorkBook } from 'xlsx';
import type { FileFormat, Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { type Limits, longestSheet, raiseTo, sheetLimit, sizeText } from '../limits.js';
import { type HiddenParts, hiddenParts } from './hidden-parts.js';
import { plainStyles } from './plain-styles.js';
import { cellReader } from './read-cell.js';
import { checkDeclared, inflater, readDirectory, type ZipEntry } from './read-zip.js';
import { sheetOf } from './sheet-of.js';
import { type Container, leanOptions, loadSheetJs, quietly, type SheetJs } from './sheetjs.js';
import { type WorkbookParts, workbookParts, workbookPath } from './workbook-parts.js';
import { xmlText } from './xml.js';

/** Parts that hold no cell: pictures, charts, comments, macros, caches. They are never inflated. */
const ignored =
  /(?:^|\/)(?:media|drawings|charts|chartsheets|dialogsheets|macrosheets|embeddings|printersettings|ctrlprops|activex|customxml|customui|theme|pivotcache|pivottables|querytables|slicers|slicercaches|tables|threadedcomments|persons|externallinks|thumbnails|pictures|configurations2|webextensions|richdata|model)\/|(?:vbaproject|vbaprojectsignature)[^/]*\.bin$|calcchain\.(?:xml|bin)$|comments\d*\.(?:xml|bin)$|volatiledependencies\.xml$/i;

/** Opens a zip container: xlsx, xlsm, xlsb or ods; says what else it is. Cost: SheetJS, about 0.1 s per 10,000 cells. */
export async function openZip(
  bytes: Buffer,
  file: string,
  limits: Limits,
): Promise<{ format: FileFormat; sheets: readonly Sheet[] }> {
  const entries = readDirectory(bytes, file, limits, 'zip');
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const format = formatOf(entries, byName, file);
  checkDeclared(entries, file, limits);
  const inflate = inflater(bytes, file, limits, format);
  const wanted = entries.filter((entry) => !entry.name.endsWith('/') && !ignored.test(entry.name));
  if (wanted.some((entry) => entry.encrypted)) throw fileError(file, 'file.password', { holds: format });
  for (const entry of wanted) checkSheetSize(entry, file, limits);

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

  const path = format === 'ods' ? null : workbookPath(readPart);
  const parts: WorkbookParts | null =
    path === null || format === 'xlsb' ? null : workbookParts(path, readPart);
  const container = containerOf(wanted, contentOf);
  const sheetJs = await loadSheetJs();
  const options = { ...leanOptions, ...(format === 'xlsb' ? { cellStyles: true, cellText: true } : {}) };
  const book = parse(sheetJs, container, options, file, format);
  const hiddenOf = (index: number): HiddenParts | null => {
    const entry = byName.get(parts?.sheets[index]?.path.toLowerCase() ?? '');
    return entry === undefined ? null : hiddenParts(contentOf(entry));
  };
  return { format, sheets: sheetsOf(book, sheetJs, file, parts, hiddenOf) };
}

/** Which workbook a container holds, by its parts; throws for everything else that comes as a zip. */
function formatOf(
  entries: readonly ZipEntry[],
  byName: ReadonlyMap<string, ZipEntry>,
  file: string,
): 'xlsx' | 'xlsb' | 'ods' {
  const names = [...byName.keys()];
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^(?:xl\/)?workbook\.bin$/)) return 'xlsb';
  if (has(/(?:^|\/)workbook\.xml$/) || has(/(?:^|\/)worksheets\/[^/]+\.xml$/)) return 'xlsx';
  if (byName.has('content.xml') && byName.has('meta-inf/manifest.xml')) return 'ods';
  const not = (holds: string, inside: readonly string[] = []) =>
    fileError(file, 'file.not-a-table', { holds, inside });
  if (has(/^word\//)) throw not('word');
  if (has(/^ppt\//)) throw not('powerpoint');
  if (has(/^index\/document\.iwa$/) || byName.has('index.zip')) throw not('numbers');
  if (entries.length > 0 && entries.every((entry) => entry.encrypted || entry.name.endsWith('/')))
    throw fileError(file, 'file.password', { holds: 'zip' });
  throw not(
    'zip',
    entries
      .filter((entry) => !entry.name.endsWith('/'))
      .slice(0, 3)
      .map((entry) => entry.name),
  );
}

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

/** Hands SheetJS the parts already inflated and counted, so that no size in the file is believed twice. */
function containerOf(wanted: readonly ZipEntry[], contentOf: (entry: ZipEntry) => Buffer): Container {
  const container: Container = {
    FullPaths: ['Root Entry/'],
    FileIndex: [{ name: 'Root Entry', type: 5, content: Buffer.alloc(0), size: 0 }],
  };
  for (const entry of wanted) {
    const raw = contentOf(entry);
    const content =
      /(?:^|\/)styles\d*\.xml$/i.test(entry.name) &&
      /<(?:\w+:)?styleSheet\b/.test(raw.toString('latin1', 0, 4096))
        ? Buffer.from(plainStyles(xmlText(raw)))
        : raw;
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    container.FullPaths.push(`Root Entry/${entry.name}`);
    container.FileIndex.push({ name, type: 2, content, size: content.length });
  }
  return container;
}

function parse(
  sheetJs: SheetJs,
  container: Container,
  options: typeof leanOptions,
  file: string,
  format: FileFormat,
): WorkBook {
  const damaged = (error: unknown) =>
    fileError(file, 'file.damaged', {
      holds: format,
      detail: error instanceof Error ? error.message.slice(0, 120) : '',
    });
  try {
    return quietly(() => sheetJs.parseZip(container, { ...options }));
  } catch (error) {
    // Strictness also refuses tags that are merely unknown and formats that cannot be shown. Those are harmless as long
    // as every sheet comes back.
    if (!(error instanceof Error && /^(?:unrecognized |Format \|)/i.test(error.message)))
      throw damaged(error);
    const book = quietly(() => sheetJs.parseZip(container, { ...options, WTF: false }));
    if (book.SheetNames.some((name) => book.Sheets[name] === undefined)) throw damaged(error);
    return book;
  }
}

/** Sheets with cells, in the order of the tabs; chart, dialog and macro sheets are none. Throws where all are empty. */
export function sheetsOf(
  book: WorkBook,
  sheetJs: SheetJs,
  file: string,
  parts: WorkbookParts | null = null,
  hiddenOf: (index: number) => HiddenParts | null = () => null,
): readonly Sheet[] {
  const read = cellReader({
    date1904: book.Workbook?.WBProps?.date1904 === true,
    uncalculated: parts?.uncalculated === true,
    format: sheetJs.format,
  });
  const sheets: (Sheet & { readonly empty: boolean })[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const worksheet = book.Sheets[name];
    if (worksheet === undefined || ['chart', 'dialog', 'macro'].includes(worksheet['!type'] ?? '')) continue;
    if (parts?.sheets[index]?.kind === 'other') continue;
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const visibility = hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'very-hidden';
    sheets.push(sheetOf(worksheet, read, { file, name, index, visibility, hidden: hiddenOf(index) }));
  }
  if (sheets.every((sheet) => sheet.empty))
    throw fileError(file, 'file.no-rows', { sheets: sheets.map((sheet) => sheet.name) });
  return sheets.map(({ empty: _, ...sheet }) => sheet);
}
