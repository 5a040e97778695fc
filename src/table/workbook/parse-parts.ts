import type { ParsingOptions, WorkBook } from 'xlsx';
import type { FileFormat } from '../../model/table.js';
import { fileError } from '../file-error.js';
import { withRawValues } from './mend-ods.js';
import { mendXml } from './mend-xml.js';
import { plainStyles } from './plain-styles.js';
import { type Container, detailOf, quietly, type SheetJs } from './sheetjs.js';
import { xmlText } from './xml.js';

/** An inflated part of a workbook. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Hands SheetJS parts already inflated and counted, so that no size in the file is believed twice.
 * Throws `file.damaged` where it cannot make every sheet of them.
 */
export function parseParts(
  sheetJs: SheetJs,
  parts: readonly Part[],
  options: ParsingOptions,
  file: string,
  format: FileFormat,
): WorkBook {
  const container = containerOf(parts);
  const parse = (strict: boolean) => quietly(() => sheetJs.parseZip(container, { ...options, WTF: strict }));
  const damaged = (error: unknown) =>
    fileError(file, 'file.damaged', { holds: format, detail: detailOf(error) });
  let first: unknown;
  try {
    return parse(true);
  } catch (error) {
    first = error;
  }
  // Strictness also refuses tags that are merely unknown and formats that cannot be shown. Those are harmless as long
  // as every sheet comes back.
  if (!(first instanceof Error && /^(?:unrecognized |Format \|)/i.test(first.message))) throw damaged(first);
  let book: WorkBook;
  try {
    book = parse(false);
  } catch (error) {
    throw damaged(error);
  }
  if (book.SheetNames.some((name) => book.Sheets[name] === undefined)) throw damaged(first);
  return book;
}

function containerOf(parts: readonly Part[]): Container {
  const container: Container = {
    FullPaths: ['Root Entry/'],
    FileIndex: [{ name: 'Root Entry', type: 5, content: Buffer.alloc(0), size: 0 }],
  };
  for (const part of parts) {
    const content = isStyles(part)
      ? Buffer.from(plainStyles(xmlText(part.content)))
      : holdsCells(part)
        ? mendXml(part.content)
        : part.name === 'content.xml'
          ? Buffer.from(withRawValues(part.content.toString('latin1')), 'latin1')
          : part.content;
    const name = part.name.slice(part.name.lastIndexOf('/') + 1);
    container.FullPaths.push(`Root Entry/${part.name}`);
    container.FileIndex.push({ name, type: 2, content, size: content.length });
  }
  return container;
}

const holdsCells = ({ name, content }: Part): boolean =>
  /\.xml$/i.test(name) && /<(?:\w+:)?(?:worksheet|sst)\b/.test(content.toString('latin1', 0, 4096));

const isStyles = ({ name, content }: Part): boolean =>
  /(?:^|\/)styles\d*\.xml$/i.test(name) && /<(?:\w+:)?styleSheet\b/.test(content.toString('latin1', 0, 4096));
