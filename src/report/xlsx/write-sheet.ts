import { columnName } from '../../finding/index.js';
import { noteRelations, noteShapes, notesXml } from './notes.js';
import type { SheetCell, SheetSpec } from './sheet.js';
import { safeSheetName } from './sheet-name.js';
import { type Extent, type Feed, sheetXml } from './sheet-xml.js';
import { collectStyles } from './styles.js';
import { escapeXml } from './xml.js';
import { type Write, zipTo } from './zip.js';

export type { HeadMerge, HeadRow, SheetCell, SheetColumn, SheetSpec } from './sheet.js';
export type { Check, Validation } from './validation.js';
export { type Write, ZipTooLarge } from './zip.js';

/** Rows of Excel's grid. */
const GRID = 1_048_576;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook front to back, in constant memory: each row is asked for, turned to XML, deflated and handed on.
 * Strings stand in their cells (shared ones would have to be kept to the end). No formula, date or author is written,
 * so the same sheets give the same bytes. A sheet that passes the grid goes on in a further sheet with the same head.
 * Throws what `write` and the rows throw, and ZipTooLarge.
 */
export async function writeWorkbook(
  write: Write,
  sheets: readonly SheetSpec[],
  rowsPerSheet: number = GRID,
): Promise<void> {
  const zip = zipTo(write);
  const styles = collectStyles();
  const taken = new Set<string>();
  const written: { name: string; spec: SheetSpec; lastRow: number; noted: boolean }[] = [];

  await zip.entry('_rels/.rels', [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
  ]);
  // Upload forms and mail gates tell a workbook from a zip by its first three names (libmagic): _rels, docProps, xl/.
  await zip.entry('docProps/app.xml', [
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>innopoints</Application></Properties>`,
  ]);
  for (const spec of sheets) {
    const feed = feedOf(spec.rows);
    do {
      const extent: Extent = { lastRow: 0, notes: [] };
      const name = `xl/worksheets/sheet${written.length + 1}.xml`;
      await zip.entry(name, sheetXml(spec, feed, styles, rowsPerSheet, extent));
      const noted = extent.notes.length > 0;
      written.push({ name: safeSheetName(spec.name, taken), spec, lastRow: extent.lastRow, noted });
      if (!noted) continue;
      const number = written.length;
      await zip.entry(`xl/worksheets/_rels/sheet${number}.xml.rels`, [noteRelations(number)]);
      await zip.entry(`xl/comments${number}.xml`, notesXml(extent.notes));
      await zip.entry(`xl/drawings/vmlDrawing${number}.vml`, noteShapes(extent.notes));
    } while ((await feed.peek(1)).length > 0);
  }
  await zip.entry('xl/styles.xml', [styles.xml()]);
  await zip.entry('xl/workbook.xml', [workbookXml(written)]);
  await zip.entry('xl/_rels/workbook.xml.rels', [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${written.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${written.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  await zip.entry('[Content_Types].xml', [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${written.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}${written.some((one) => one.noted) ? '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' : ''}${written.map(({ noted }, index) => (noted ? `<Override PartName="/xl/comments${index + 1}.xml" ContentType="${TYPE}.comments+xml"/>` : '')).join('')}</Types>`,
  ]);
  await zip.end();
}

/** Sheets, and the names that Excel keeps for the filter and for the rows repeated on each printed page. */
function workbookXml(sheets: readonly { name: string; spec: SheetSpec; lastRow: number }[]): string {
  const names: string[] = [];
  sheets.forEach(({ name, spec, lastRow }, index) => {
    const quoted = `'${escapeXml(name.replaceAll("'", "''"))}'`;
    const head = spec.head.length;
    const last = columnName(Math.max(0, spec.columns.length - 1));
    if (spec.filter && head > 0)
      names.push(
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$${head}:$${last}$${Math.max(lastRow, head)}</definedName>`,
      );
    const first = head - (spec.repeat ?? head) + 1;
    const kept = spec.freezeColumns ? `${quoted}!$A:$${columnName(spec.freezeColumns - 1)},` : '';
    if (head > 0)
      names.push(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${kept}${quoted}!$${first}:$${head}</definedName>`,
      );
  });
  const list = sheets.map(
    ({ name, spec }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${stateOf(spec)} r:id="rId${index + 1}"/>`,
  );
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets>` +
    (names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`) +
    '</workbook>'
  );
}

function stateOf({ visibility }: SheetSpec): string {
  if (visibility === 'hidden') return ' state="hidden"';
  return visibility === 'very-hidden' ? ' state="veryHidden"' : '';
}

/** One face for rows at hand and rows that come later. */
function feedOf(rows: SheetSpec['rows']): Feed {
  const ahead: (readonly SheetCell[])[] = [];
  if (Symbol.asyncIterator in rows) {
    const iterator = rows[Symbol.asyncIterator]();
    const pull = async () => {
      const step = await iterator.next();
      return step.done ? undefined : step.value;
    };
    return { peek: (count) => peek(count, ahead, pull), next: () => ahead.shift() ?? pull() };
  }
  const iterator = rows[Symbol.iterator]();
  const pull = () => {
    const step = iterator.next();
    return step.done ? undefined : step.value;
  };
  return { peek: (count) => peek(count, ahead, pull), next: () => ahead.shift() ?? pull() };
}

async function peek(
  count: number,
  ahead: (readonly SheetCell[])[],
  pull: Feed['next'],
): Promise<readonly (readonly SheetCell[])[]> {
  while (ahead.length < count) {
    const row = await pull();
    if (row === undefined) break;
    ahead.push(row);
  }
  return ahead;
}
