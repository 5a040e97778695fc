import { columnName } from '../../finding/index.js';
import { escapeXml } from './xml.js';

/** What a small window over a cell says. */
export interface CellNote {
  /** 1-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly text: string;
}

/** Excel keeps a drawing for each, and is slow with more; what they say stands in a column of the sheet too. */
export const mostNotes = 2000;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The texts, by cell. Author-less: nobody's name is in a report. */
export function* notesXml(notes: readonly CellNote[]): Generator<string> {
  yield `${XML}<comments xmlns="${MAIN}"><authors><author></author></authors><commentList>`;
  for (const { row, column, text } of notes)
    yield `<comment ref="${columnName(column)}${row}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`;
  yield '</commentList></comments>';
}

/** Columns and rows that a window takes. */
const [WIDE, TALL] = [3, 6];

/** The windows themselves: without this older drawing Excel calls a workbook with notes damaged. */
export function* noteShapes(notes: readonly CellNote[]): Generator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
  for (const [index, { row, column }] of notes.entries()) {
    const anchor = [
      column + 1,
      8,
      Math.max(0, row - 2),
      4,
      column + 1 + WIDE,
      8,
      Math.max(0, row - 2) + TALL,
      4,
    ];
    yield `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

/** In the sheet: where its windows are drawn. */
export const drawnNotes = `<legacyDrawing xmlns:r="${OFFICE}" r:id="rId1"/>`;

/** Beside the sheet: which parts those are. */
export const noteRelations = (sheet: number): string =>
  `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${sheet}.vml"/><Relationship Id="rId2" Type="${OFFICE}/comments" Target="../comments${sheet}.xml"/></Relationships>`;
