import type { Sheet } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { type Limits, sheetLimit } from '../limits.js';
import type { Staged } from '../stage-input.js';
import { isWellFormed } from '../workbook/is-well-formed.js';
import { type NumberReader, numberReader } from '../workbook/number-cell.js';
import { inflater, type ZipEntry } from '../workbook/read-zip.js';
import { loadSheetJs } from '../workbook/sheetjs.js';
import { xmlText } from '../workbook/xml.js';
import type { ZipParts } from '../workbook/zip-parts.js';
import { cellValues } from './cell-values.js';
import { NotKnown } from './not-known.js';
import { partBytes, placeOf } from './part-bytes.js';
import { readRows } from './read-rows.js';
import { noStrings, type SharedStrings, sharedStrings } from './shared-strings.js';
import { type Survey, surveySheet } from './survey-sheet.js';
import { type WorkbookFacts, workbookFacts } from './workbook-facts.js';

/*
 * A workbook read by our own scanner, as a stream:
 *
 *   open   small parts ─▶ facts     strings ─▶ bytes + offsets     each sheet ─▶ survey: understood to the last byte
 *                                                                      │ anything else: NotKnown ─▶ null ─▶ SheetJS
 *   rows   sheet ─ zlib ─▶ whole rows ─▶ tokens ─▶ cells that are wanted ─▶ batches of 1,024
 *
 * What is held: the strings, and a few pieces of the sheet. What a cell means is decided where SheetJS's cells are too
 * (workbook/number-cell.ts), and a test reads everything by both.
 */

/** Parts that are no sheet and no strings are some KiB; a larger one is not for us. */
const longestSmall = 16 << 20;

/**
 * The sheets of a workbook, or null where it is for the library. Throws EdgeError for what both would say: damage in a
 * small part, no rows. Cost: each sheet inflated once; 0.5 s for 100,000 × 60 (SheetJS: 11 s), and again for each
 * reading of its rows.
 */
export async function openXlsx(staged: Staged, parts: ZipParts): Promise<readonly Sheet[] | null> {
  try {
    return await openKnown(staged, parts);
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** The same, throwing NotKnown. */
export async function openKnown(staged: Staged, parts: ZipParts): Promise<readonly Sheet[]> {
  const { file, limits, wanted } = parts;
  const entries = new Map(wanted.map((entry) => [entry.name.toLowerCase(), entry]));
  if (entries.size < wanted.length) throw new NotKnown('parts of one name');
  const small = await smallParts(staged, entries, parts);
  const facts = workbookFacts((path) => small.get(path.toLowerCase()) ?? null);
  const sheetEntries = facts.sheets.map((sheet) => {
    const entry = entries.get(sheet.path.toLowerCase());
    if (entry === undefined) throw new NotKnown('a sheet without a part');
    return { ...sheet, entry };
  });
  checkOthers(entries, small, facts);
  const strings = await readStrings(staged, entries.get(facts.strings ?? ''), limits);
  const lazy = lazyFormat();
  const numbers = numberReader({ date1904: facts.workbook.date1904, format: lazy.format });
  const values = cellValues({
    strings,
    numbers,
    codes: facts.codes,
    uncalculated: facts.workbook.uncalculated,
  });
  const sheets: Sheet[] = [];
  let empty = true;
  for (const { entry, name, index, visibility } of sheetEntries) {
    const survey = await surveySheet(partBytes(staged, entry, true), values, Math.max(facts.codes.length, 1));
    empty &&= survey.empty;
    const { merges, hiddenRows, hiddenColumns } = survey;
    const needsFormat = usesFormat(survey, facts, numbers.kindOf);
    sheets.push({
      file,
      name,
      index,
      visibility,
      merges,
      hiddenRows,
      hiddenColumns,
      async *rows(wanted) {
        if (needsFormat) await lazy.load();
        try {
          yield* readRows(partBytes(staged, entry, false), values, survey, wanted);
        } catch (error) {
          // Every byte was understood when the file was opened: these are others.
          if (error instanceof NotKnown) throw fileError(file, 'file.changed', { path: staged.path });
          throw error;
        }
      },
    });
  }
  if (empty) throw fileError(file, 'file.no-rows', { sheets: sheets.map((sheet) => sheet.name) });
  return sheets;
}

const isLarge = (name: string): boolean => /worksheets\/[^/]+\.xml$|sharedstrings[^/]*\.xml$/i.test(name);

/** The texts of the small parts. Each is inflated and checked, as it would be for SheetJS. */
async function smallParts(
  staged: Staged,
  entries: ReadonlyMap<string, ZipEntry>,
  { file, limits }: ZipParts,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, entry] of entries) {
    if (isLarge(name)) continue;
    if (entry.size > longestSmall || entry.packed > longestSmall) throw new NotKnown(`${name} is large`);
    const [, to] = await placeOf(staged, entry);
    const inflate = inflater(await staged.part(entry.at, to), file, limits, 'xlsx');
    const text = xmlText(inflate({ ...entry, at: 0 }));
    if (/\.(?:xml|rels)$/.test(name) && !isWellFormed(text)) throw new NotKnown(`${name} is not well-formed`);
    texts.set(name, text);
  }
  return texts;
}

/** A sheet that no tab names, or strings that nobody asks for: SheetJS would look into them too. */
function checkOthers(
  entries: ReadonlyMap<string, ZipEntry>,
  small: ReadonlyMap<string, string>,
  facts: WorkbookFacts,
): void {
  const known = new Set([...facts.sheets.map((sheet) => sheet.path.toLowerCase()), facts.strings]);
  for (const name of entries.keys())
    if (!small.has(name) && !known.has(name)) throw new NotKnown(`${name} stands alone`);
  // Programs on a phone write this name, and SheetJS then counts sheets otherwise.
  if (entries.has('xl/worksheets/sheet.xml') || entries.has('meta-inf/manifest.xml'))
    throw new NotKnown('kind');
}

async function readStrings(
  staged: Staged,
  entry: ZipEntry | undefined,
  limits: Limits,
): Promise<SharedStrings> {
  if (entry === undefined) return noStrings;
  // They are held in memory, so what holds for a sheet under SheetJS holds for them here.
  if (entry.size > sheetLimit(limits)) throw new NotKnown('strings beyond the limit');
  return sharedStrings(partBytes(staged, entry, true), entry.size);
}

/** SheetJS's formatter, loaded (30 ms) for workbooks that have a format whose text matters. */
function lazyFormat() {
  let sheetJs: Awaited<ReturnType<typeof loadSheetJs>> | null = null;
  return {
    async load() {
      sheetJs ??= await loadSheetJs();
    },
    format(code: string, value: number): string {
      if (sheetJs === null) throw new Error(`the format ${code} was not seen in the survey`);
      return sheetJs.format(code, value);
    },
  };
}

function usesFormat({ styles }: Survey, { codes }: WorkbookFacts, kindOf: NumberReader['kindOf']): boolean {
  const plain = (code: string) => ['plain', 'date'].includes(kindOf(code));
  return codes.some((code, i) => styles[i] === 1 && code !== null && !plain(code));
}
