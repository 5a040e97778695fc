import type { FileFormat, Sheet, Source } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { type Limits, raiseTo, sizeText, smallLimit, smallShare } from '../limits.js';
import type { Staged } from '../stage-input.js';
import { openXlsx } from '../xlsx/open-xlsx.js';
import { openByLibrary } from './open-by-library.js';
import { checkDeclared, readDirectory, type ZipEntry } from './read-zip.js';
import { zipHolds } from './zip-holds.js';
import type { ZipParts } from './zip-parts.js';

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
/** Some hundred thousand parts, or a long comment. */
const longTail = 64 << 20;

/**
 * Opens a zip container: xlsx, xlsm, xlsb or ods; says what else it is. Our own scanner reads a workbook that it knows
 * to the last byte; every other one is read by SheetJS, 0.1 s per 10,000 cells, and held in memory. `largest`: bytes of the
 * longest part that holds cells.
 */
export async function openZip(
  staged: Staged,
  limits: Limits,
): Promise<{ format: FileFormat; reader: Source['reader']; sheets: readonly Sheet[]; largest: number }> {
  const parts = await zipParts(staged, limits);
  const { format } = parts;
  const scanned = format === 'xlsx' ? await openXlsx(staged, parts) : null;
  const largest = parts.wanted.reduce(
    (most, { name, size }) => (isLarge(name) ? Math.max(most, size) : most),
    0,
  );
  if (scanned !== null) return { format, reader: 'scanner', sheets: scanned, largest };
  return { format, reader: 'library', sheets: await openByLibrary(staged, parts), largest };
}

/** Throws for what is no workbook, has a password, or declares more than the limits allow. */
export async function zipParts(staged: Staged, limits: Limits): Promise<ZipParts> {
  const { file } = staged;
  const all = await listEntries(staged, limits);
  const format = zipHolds(all, file);
  const wanted = all.filter((entry) => !entry.name.endsWith('/') && !ignored.test(entry.name));
  if (wanted.some((entry) => entry.encrypted)) throw fileError(file, 'file.password', { holds: format });
  checkDeclared(wanted, file, limits);
  checkSmall(wanted, file, limits);
  return { file, format, limits, all, wanted };
}

/** Parts that hold cells or their texts: these have limits of their own, where they are read. */
const isLarge = (name: string): boolean => /sheets\/[^/]+$|sharedstrings[^/]*$|^content\.xml$/i.test(name);

/** All others are held as text by both readers. */
function checkSmall(wanted: readonly ZipEntry[], file: string, limits: Limits): void {
  const small = wanted.filter(({ name }) => !isLarge(name)).sort((a, b) => b.size - a.size);
  const size = small.reduce((sum, entry) => sum + entry.size, 0);
  if (size <= smallLimit(limits)) return;
  throw fileError(file, 'file.inflated-too-large', {
    part: small[0]?.name ?? '',
    size: sizeText(size),
    limit: sizeText(smallLimit(limits)),
    raise: raiseTo(size * smallShare),
    share: smallShare,
    whole: sizeText(limits.inflatedBytes),
  });
}

/** The directory stands at the end. Where it is not found there, more of the end is asked, which also words the error. */
async function listEntries(staged: Staged, limits: Limits): Promise<ZipEntry[]> {
  const { file } = staged;
  const base = Math.max(0, staged.bytes - tailSize);
  const tail = await staged.part(base, staged.bytes);
  try {
    return readDirectory(tail, file, limits, 'zip', base);
  } catch {
    const from = Math.max(0, staged.bytes - longTail);
    const bytes = await staged.part(from, staged.bytes);
    const isWorkbook = bytes.includes('xl/w') || staged.head.includes('xl/w');
    return readDirectory(bytes, file, limits, isWorkbook ? 'xlsx' : 'zip', from);
  }
}
