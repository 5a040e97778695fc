import { posix } from 'node:path';
import { styleCodes } from '../workbook/plain-styles.js';
import {
  type SheetPart,
  type WorkbookParts,
  workbookParts,
  workbookPath,
} from '../workbook/workbook-parts.js';
import { type Attributes, tagsOf } from '../workbook/xml.js';
import { NotKnown } from './not-known.js';

/*
 * The small parts of a workbook, read as text:
 *
 *   [Content_Types].xml ┐ must agree: SheetJS goes by the one, we by the other
 *   _rels/.rels         ┴▶ workbook.xml ─▶ sheets, 1904, recalculation
 *                            └─ its .rels ─▶ styles.xml ─▶ a format code for each style;  where the strings are
 */

export interface WorkbookFacts {
  readonly workbook: WorkbookParts;
  /** The sheets that hold cells, with their place among the tabs. */
  readonly sheets: readonly (SheetPart & { readonly index: number })[];
  /** Path of the shared strings; null: there are none. */
  readonly strings: string | null;
  readonly codes: readonly (string | null)[];
}

/** `read` gives a small part's text, or null where there is none. Throws NotKnown. */
export function workbookFacts(read: (path: string) => string | null): WorkbookFacts {
  const path = workbookPath(read);
  if (path === null || !path.endsWith('.xml')) throw new NotKnown('workbook part');
  const told = contentTypes(read('[Content_Types].xml') ?? '');
  if (told('.main+xml') !== path.toLowerCase()) throw new NotKnown('content type of the workbook');
  const workbook = workbookParts(path, read);
  const names = workbook.sheets.map((sheet) => sheet.name);
  if (names.length === 0 || new Set(names).size < names.length || names.some(isEscaped))
    throw new NotKnown('names of sheets');
  const folder = posix.dirname(path);
  const rels = tagsOf(read(`${folder}/_rels/${posix.basename(path)}.rels`) ?? '', 'Relationship');
  const partOf = (kind: string): string | null => {
    const found = rels.filter((one) => (one.get('Type') ?? '').endsWith(`/${kind}`));
    if (found.length > 1) throw new NotKnown(kind);
    const at = found[0] === undefined ? null : targetOf(found[0], folder);
    if (at !== told(`.${kind}+xml`)) throw new NotKnown(`content type of ${kind}`);
    return at;
  };
  const styles = partOf('styles');
  return {
    workbook,
    sheets: workbook.sheets
      .map((sheet, index) => ({ ...sheet, index }))
      .filter((sheet) => sheet.kind === 'worksheet'),
    strings: partOf('sharedStrings'),
    codes: styles === null ? [] : styleCodes(read(styles) ?? ''),
  };
}

/** By the end of a content type: the path of its one part in lower case; null: no part has it. */
function contentTypes(xml: string): (end: string) => string | null {
  const all = tagsOf(xml, 'Override');
  return (end) => {
    const found = all.filter((one) => (one.get('ContentType') ?? '').endsWith(end));
    if (found.length > 1) throw new NotKnown(`content type ${end}`);
    return found[0]?.get('PartName')?.replace(/^\//, '').toLowerCase() ?? null;
  };
}

function targetOf(rel: Attributes, folder: string): string {
  const target = rel.get('Target') ?? '';
  return (
    target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target))
  ).toLowerCase();
}

/** SheetJS takes _x0041_ out of a name. */
const isEscaped = (name: string): boolean => /_x[\da-f]{4}_/i.test(name);
