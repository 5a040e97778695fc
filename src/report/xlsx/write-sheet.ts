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
 * so the same sheets give the same bytes. A sheet that passes the grid goes on in a further sheet with the same head; both
 * say so, and `told` hears the name of the first and how many there are.
 * Throws what `write` and the rows throw, and ZipTooLarge.
 */
export async function writeWorkbook(
  write: Write,
  sheets: readonly SheetSpec[],
  rowsPerSheet: number = GRID,
  told: (sheet: string, sheets: number) => void = () => undefined,
): Promise<void> {
  const zip = zipTo(write);
  const styles = collectStyles();
  const taken = new Set<string>();
  const written: Written[] = [];

  await zip.entry('_rels/.rels', [
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
  ]);
  // Upload forms and mail gates tell a workbook from a zip by its first three names (libmagic): _rels, docProps, xl/.
  await zip.entry('docProps/app.xml', [
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>innopoints</Application></Properties>`,
  ]);
  for (const spec of sheets) {
    const feed = feedOf(spec.rows);
    let part = spec;
    let name = safeSheetName(spec.name, taken);
    const first = { name, place: written.length };
    for (;;) {
      const extent: Extent = { lastRow: 0, lastLine: 0, notes: [] };
      const path = `xl/worksheets/sheet${written.length + 1}.xml`;
      const next = safeSheetName(spec.name, new Set(taken));
      await zip.entry(path, sheetXml(part, feed, styles, rowsPerSheet, extent, goesOn(next)));
      const { lastRow, lastLine, notes } = extent;
      written.push({ name, spec: part, lastRow, lastLine, noted: notes.length > 0 });
      if (notes.length > 0) {
        const number = written.length;
        await zip.entry(`xl/worksheets/_rels/sheet${number}.xml.rels`, [noteRelations(number)]);
        await zip.entry(`xl/comments${number}.xml`, notesXml(notes));
        await zip.entry(`xl/drawings/vmlDrawing${number}.vml`, noteShapes(notes));
      }
      if ((await feed.peek(1)).length === 0) break;
      part = continued(spec, name);
      name = safeSheetName(spec.name, taken);
    }
    if (written.length > first.place + 1) told(first.name, written.length - first.place);
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

interface Written extends Omit<Extent, 'notes'> {
  readonly name: string;
  readonly spec: SheetSpec;
  readonly noted: boolean;
}

/** Whoever writes such a sheet may have no language in hand: both are said. */
const goesOn = (next: string): string => `下接工作表「${next}」 / continued on sheet "${next}"`;
const comesFrom = (before: string): string => `上接工作表「${before}」 / continued from sheet "${before}"`;

/** The same sheet once more, with a line that says which one it continues. */
const continued = (spec: SheetSpec, before: string): SheetSpec => ({
  ...spec,
  head: [{ kind: 'notice', cells: [comesFrom(before)] }, ...spec.head],
  merges: (spec.merges ?? []).map((one) => ({ ...one, top: one.top + 1, bottom: one.bottom + 1 })),
});

/** Sheets, and the names that Excel keeps for the filter, for what is printed and for what is repeated on each page. */
function workbookXml(sheets: readonly Written[]): string {
  const names: string[] = [];
  sheets.forEach(({ name, spec, lastRow, lastLine }, index) => {
    const quoted = `'${escapeXml(name.replaceAll("'", "''"))}'`;
    const head = spec.head.length;
    const last = columnName(Math.max(0, spec.columns.length - 1));
    if (spec.filter && head > 0)
      names.push(
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${quoted}!$A$${head}:$${last}$${Math.max(lastRow, head)}</definedName>`,
      );
    // A form has more lines than we know: people fill them in.
    if (lastLine > 0 && !spec.columns.some((column) => column.form))
      names.push(
        `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted}!$A$1:$${last}$${lastLine}</definedName>`,
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
