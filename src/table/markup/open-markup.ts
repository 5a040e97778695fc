import { isUtf8 } from 'node:buffer';
import type { Row } from '../../model/cell.js';
import type { FileFormat, Sheet } from '../../model/table.js';
import { bareSheet } from '../bare-sheet.js';
import { fileError } from '../file-error.js';
import { inBatches, trimCells } from '../rows.js';
import { canonicalEncoding } from '../text/labels.js';
import { withRawValues } from '../workbook/mend-ods.js';
import { numberOrText } from '../workbook/number-or-text.js';
import { beyondInOds, beyondInOfficeXml } from '../workbook/reach/beyond-in-xml.js';
import { detailOf, leanOptions, loadSheetJs, quietly } from '../workbook/sheetjs.js';
import { sheetsOf } from '../workbook/sheets-of.js';
import { readHtml } from './read-html.js';

export interface OpenedMarkup {
  readonly format: FileFormat;
  readonly encoding: string;
  readonly sheets: readonly Sheet[];
}

/**
 * Opens a web page or an XML spreadsheet, which back offices like to name .xls. Texts stay as they stand on the page:
 * 1,200.5 is no number here, and a code keeps its zeros. Excel-XML (2003) and flat ODS go through SheetJS.
 */
export async function openMarkup(
  bytes: Buffer,
  file: string,
  asked: string | undefined,
): Promise<OpenedMarkup> {
  const { text, encoding } = decode(bytes, file, asked);
  if (
    /<(?:[\w.-]+:)?workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet|<office:document\b/i.test(
      text.slice(0, 8192),
    )
  )
    return { format: 'xml', encoding, sheets: await excelXml(text, file) };
  if (!/<t[dh]\b/i.test(text)) {
    const inside = linkedSheets(text);
    throw fileError(file, 'file.not-a-table', { holds: 'markup', inside });
  }
  const { rows, merges, closed, beyond } = readHtml(text);
  if (beyond !== null) throw fileError(file, 'file.damaged', { holds: 'html', detail: `row ${beyond}` });
  if (!closed) throw fileError(file, 'file.damaged', { holds: 'html', detail: '' });
  const found = [...rowsOf(rows)];
  if (found.length === 0) throw fileError(file, 'file.no-rows', { sheets: [] });
  const sheet = bareSheet(file, async function* () {
    yield* inBatches(found);
  });
  return { format: 'html', encoding, sheets: [{ ...sheet, merges }] };
}

/** Excel saves a workbook as a frame page plus one file a sheet; the frame alone holds nothing. */
const linkedSheets = (text: string): string[] =>
  [...text.matchAll(/<(?:frame|x:worksheetsource)\b[^<>]*?(?:src|href)\s*=\s*"([^"]+)"/gi)]
    .map((m) => m[1]!)
    .slice(0, 3);

function* rowsOf(rows: readonly (readonly string[])[]): Generator<Row> {
  for (const [index, texts] of rows.entries()) {
    const cells = trimCells(texts.map((text) => (text === '' ? null : text)));
    if (cells !== null) yield { number: index + 1, line: 0, cells };
  }
}

async function excelXml(text: string, file: string): Promise<readonly Sheet[]> {
  if (!/<\/(?:[\w.-]+:)?(?:workbook|document)\s*>\s*$/i.test(text.slice(-256)))
    throw fileError(file, 'file.damaged', { holds: 'xml', detail: '' });
  const beyond = beyondInOds(text) ?? beyondInOfficeXml(text);
  if (beyond !== null) throw fileError(file, 'file.damaged', { holds: 'xml', detail: beyond });
  const sheetJs = await loadSheetJs();
  try {
    const book = quietly(() =>
      sheetJs.read(withRawValues(withRawNumbers(text)), { ...leanOptions, type: 'string' }),
    );
    return sheetsOf(book, sheetJs, file, 'xml');
  } catch (error) {
    if (error instanceof Error && error.name === 'EdgeError') throw error;
    throw fileError(file, 'file.damaged', { holds: 'xml', detail: detailOf(error) });
  }
}

const numberData = /(<(?:\w+:)?Data(?=\s)[^<>]*?\s(?:\w+:)?Type\s*=\s*["'])Number(["'][^<>]*>)([^<]+)/g;

/** A number that is none is a blank to SheetJS; called a text, it is told where a number is wanted. */
const withRawNumbers = (xml: string): string =>
  xml.replace(numberData, (all: string, before: string, behind: string, value: string) =>
    typeof numberOrText(value) === 'string' ? `${before}String${behind}${value}` : all,
  );

/** BOM, else UTF-8 where it is valid (pages often declare gb2312 and are not), else what the page declares, else GBK. */
function decode(bytes: Buffer, file: string, asked: string | undefined): { text: string; encoding: string } {
  const declared = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(
    bytes.toString('latin1', 0, 4096),
  )?.[1];
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const encoding =
    (asked === undefined ? null : canonicalEncoding(asked)) ??
    wide ??
    (isUtf8(bytes) ? 'utf-8' : null) ??
    notUtf8(declared) ??
    'gb18030';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    throw fileError(file, 'file.undecodable', { line: firstBadLine(bytes, encoding), encoding });
  }
}

function notUtf8(declared: string | undefined): string | null {
  const encoding = declared === undefined ? null : canonicalEncoding(declared);
  return encoding === 'utf-8' ? null : encoding;
}

function firstBadLine(bytes: Buffer, encoding: string): number {
  let from = 0;
  for (let line = 1; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const next = end < 0 ? bytes.length : end + 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(from, next));
    } catch {
      return line;
    }
    from = next;
  }
  return 1;
}
