import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipHow {
  /** Not compressed, as some writers leave small files. */
  readonly stored?: boolean;
  /** Sizes and CRC behind the data, as a writer on a stream leaves them. */
  readonly descriptor?: boolean;
}

/** A zip container, byte by byte, so that tests can also make what no library writes. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  lie: Readonly<Record<string, number>> = {},
  zip64 = false,
  how: ZipHow = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = Buffer.isBuffer(text) ? text : Buffer.from(text);
    const packed = how.stored ? data : deflateRawSync(data);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(how.descriptor ? 0x808 : 0x800, 2);
    shared.writeUInt16LE(how.stored ? 0 : 8, 4);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(lie[name] ?? data.length, 18);
    shared.writeUInt16LE(Buffer.byteLength(name), 22);
    const told = Buffer.from(shared);
    if (how.descriptor) told.fill(0, 10, 22);
    const behind = how.descriptor ? [Buffer.from('PK\x07\x08'), shared.subarray(10, 22)] : [];
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), told, Buffer.from(name), packed, ...behind]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(zip64 ? 0xffffffff : at, 10);
    // As POI writes it: every size and place stands in the extra field, whatever it is.
    const listed = Buffer.from(shared);
    if (zip64) listed.fill(0xff, 14, 22).writeUInt16LE(28, 24);
    const wide = Buffer.from(
      new BigUint64Array([BigInt(data.length), BigInt(packed.length), BigInt(at)]).buffer,
    );
    const extra = zip64 ? Buffer.concat([Buffer.from([1, 0, 24, 0]), wide]) : Buffer.alloc(0);
    directory.push(Buffer.from('PK\x01\x02\x14\0'), listed, tail, Buffer.from(name), extra);
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(zip64 ? 0xffff : bodies.length, 4);
  end.writeUInt16LE(zip64 ? 0xffff : bodies.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 12);
  const count = BigInt(bodies.length);
  const wideEnd = Buffer.concat([
    Buffer.from(new BigUint64Array([44n]).buffer),
    Buffer.alloc(12),
    Buffer.from(new BigUint64Array([count, count, BigInt(list.length), BigInt(at)]).buffer),
  ]);
  const locator = Buffer.concat([
    Buffer.from('PK\x06\x07\0\0\0\0'),
    Buffer.from(new BigUint64Array([BigInt(at + list.length)]).buffer),
    Buffer.from([1, 0, 0, 0]),
  ]);
  const more = zip64 ? [Buffer.from('PK\x06\x06'), wideEnd, locator] : [];
  return Buffer.concat([...bodies, list, ...more, Buffer.from('PK\x05\x06'), end]);
}

export interface SheetPlan {
  readonly name?: string;
  /** The inside of sheetData; or `xml`, the whole part. */
  readonly rows?: string;
  readonly xml?: string;
  readonly before?: string;
  readonly after?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly chart?: boolean;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  /** Number format of each cell style, by id or by code; style 0 is General. */
  readonly formats?: readonly (number | string)[];
  readonly strings?: readonly string[];
  readonly workbook?: string;
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly more?: Readonly<Record<string, string | Buffer>>;
  readonly lie?: Readonly<Record<string, number>>;
  readonly zip64?: boolean;
  readonly how?: ZipHow;
}

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The smallest workbook around some sheet XML. */
export function workbookOf(plan: WorkbookPlan): Buffer {
  const open = 'http://schemas.openxmlformats.org/';
  const strict = 'http://purl.oclc.org/ooxml/';
  const main = plan.strict ? `${strict}spreadsheetml/main` : `${open}spreadsheetml/2006/main`;
  const rels = plan.strict
    ? `${strict}officeDocument/relationships`
    : `${open}officeDocument/2006/relationships`;
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const prefixed = (xml: string) =>
    plan.prefix === undefined
      ? xml
      : xml
          .replace(/<(\/?)(?=[A-Za-z])/g, `<$1${plan.prefix}:`)
          .replace(` xmlns="${main}"`, ` xmlns:${plan.prefix}="${main}"`);
  const kind = (sheet: SheetPlan) => (sheet.chart ? 'chartsheet' : 'worksheet');
  const path = (i: number, sheet: SheetPlan) => `${kind(sheet)}s/sheet${i + 1}.xml`;
  const formats = plan.formats ?? [];
  const codes = formats.map((one, i) =>
    typeof one === 'string' ? `<numFmt numFmtId="${180 + i}" formatCode="${attribute(one)}"/>` : '',
  );
  const xfs = [0, ...formats.map((one, i) => (typeof one === 'string' ? 180 + i : one))].map(
    (id) => `<xf numFmtId="${id}"/>`,
  );
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${open}package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${open}package/2006/relationships"><Relationship Id="r0" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': prefixed(
      `<workbook xmlns="${main}" xmlns:r="${rels}">${plan.workbook ?? ''}<sheets>${plan.sheets.map((sheet, i) => `<sheet name="${attribute(sheet.name ?? `表${i + 1}`)}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${open}package/2006/relationships">${plan.sheets.map((sheet, i) => `<Relationship Id="r${i + 1}" Type="${rels}/${kind(sheet)}" Target="${path(i, sheet)}"/>`).join('')}<Relationship Id="rs" Type="${rels}/styles" Target="styles.xml"/><Relationship Id="rt" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><fonts><font><b/></font></fonts><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${(plan.strings ?? []).map((one) => `<si>${one}</si>`).join('')}</sst>`,
  };
  for (const [i, sheet] of plan.sheets.entries())
    parts[`xl/${path(i, sheet)}`] =
      sheet.xml ??
      (sheet.chart
        ? `<chartsheet xmlns="${main}" xmlns:r="${rels}"><drawing r:id="r1"/></chartsheet>`
        : prefixed(
            `<worksheet xmlns="${main}" xmlns:r="${rels}">${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`,
          ));
  return zipOf({ ...parts, ...plan.more }, plan.lie, plan.zip64, plan.how);
}

const column = (index: number) => String.fromCharCode(65 + index);

/** A row of inline texts and numbers; a cell that is given as XML is taken as it is. */
export const row = (number: number, ...cells: (string | number | null)[]): string =>
  `<row r="${number}">${cells
    .map((cell, i) =>
      cell === null
        ? ''
        : typeof cell === 'number'
          ? `<c r="${column(i)}${number}"><v>${cell}</v></c>`
          : cell.startsWith('<c ')
            ? cell
            : `<c r="${column(i)}${number}" t="inlineStr"><is><t>${attribute(cell)}</t></is></c>`,
    )
    .join('')}</row>`;

/** A number under a style. */
export const styled = (address: string, value: number, style: number): string =>
  `<c r="${address}" s="${style}"><v>${value}</v></c>`;
