import fc from 'fast-check';
import type { WorkbookPlan } from '../unit/table/build-workbook.js';

/*
 * Workbooks as many writers make them, well-formed but for what SheetJS takes too: every type of cell, formulas of all
 * kinds, rich and phonetic text, entities, comments, CDATA, styles, gaps, hidden and merged ranges.
 */

const pick = <T>(...all: readonly T[]) => fc.constantFrom(...all);

const oneOf = (all: string) => fc.constantFrom(...all.split('|'));

/** Text as it stands in XML. */
const text = fc
  .array(
    fc.oneof(
      oneOf('华|新|𠮷|é|a|1|0| |  |_|x|>|]]|"|\'|\n|\r\n|\t|\u00a0'),
      oneOf('&amp;|&lt;|&gt;|&quot;|&apos;|&#65;|&#x42;|&#10;|&#xD;|&amp;lt;|&nbsp;'),
      oneOf('&#x4E00;|&#20225;|&#x20BB7;|_x000D_|_x0041_|_x4E00_|_x005F_|_x005F_x0041_|_X0042_'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const cdata = pick(
  '<![CDATA[甲<乙&丙]]>',
  '<![CDATA[7]]>',
  '甲<![CDATA[]]>乙',
  '<!-- 注 -->丁',
  '<![CDATA[&#x4E00;_x0043_]]>',
);

const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }).map(String),
  fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: 0, max: 60_000 }).map((n) => String(n / 8)),
  oneOf('0|-0|1200.50|1e5|1E-7|42064|42064.25|0.0735|59|2958466|-1|0.5|123456789012345678'),
  oneOf(' 7 |+3|abc|1,2|5.|.5|-.5|-|1e400|0x10|&#49;2|1 2|0.30000000000000004'),
  pick('<![CDATA[7]]>', '<!--x-->8', '9<!---->'),
);

const item = fc.oneof(
  { weight: 6, arbitrary: text.map((t) => `<t>${t}</t>`) },
  { weight: 2, arbitrary: text.map((t) => `<t xml:space="preserve">${t}</t>`) },
  text.map((t) => `<t>${t}</t><phoneticPr fontId="1" type="noConversion"/>`),
  fc
    .tuple(text, text, text)
    .map(
      ([a, b, c]) =>
        `<r><rPr><b/><sz val="11"/></rPr><t>${a}</t></r><r><t xml:space="preserve">${b}</t></r><rPh sb="0" eb="1"><t>${c}</t></rPh><phoneticPr fontId="1"/>`,
    ),
  cdata.map((t) => `<t>${t}</t>`),
  cdata.map((t) => `<r><t>${t}</t></r><r><rPr/><t>乙</t></r>`),
  oneOf('|<t/>|<t></t>|<t/><phoneticPr fontId="1"/>|<r><t/></r>|\n  <t>甲</t>\n|<phoneticPr fontId="1"/>'),
  fc.constant('<!-- 无 --><t>戊</t>'),
);

const formula = fc.oneof(
  { weight: 8, arbitrary: fc.constant('') },
  pick('<f>A1+B1</f>', '<f>A1&lt;2</f>', '<f/>', '<f></f>', '<f ca="1">NOW()</f>'),
  fc
    .tuple(pick(0, 1), fc.boolean())
    .map(([si, master]) =>
      master ? `<f t="shared" ref="A1:C9" si="${si}">$Z$99*2</f>` : `<f t="shared" si="${si}"/>`,
    ),
  pick(
    '<f t="array" ref="B2:D4">A1:A3</f>',
    '<f t="array" ref="A1">SUM(A1)</f>',
    '<f t="dataTable" ref="A1:B2"/>',
  ),
);

interface CellPlan {
  readonly type: string;
  readonly inside: string;
}

const valued = (type: string, value: fc.Arbitrary<string>): fc.Arbitrary<CellPlan> =>
  fc.tuple(formula, value, fc.boolean()).map(([f, v, first]) => ({ type, inside: first ? f + v : v + f }));
const v = (value: fc.Arbitrary<string>) => value.map((one) => `<v>${one}</v>`);

const cell = (strings: number): fc.Arbitrary<CellPlan> =>
  fc.oneof(
    { weight: 6, arbitrary: valued('', v(number)) },
    valued('n', fc.oneof(v(number), pick('', '<v/>', '<v></v>'))),
    { weight: 5, arbitrary: valued('s', v(fc.nat(strings - 1).map(String))) },
    valued('s', pick('', '<v/>')),
    { weight: 2, arbitrary: valued('str', v(fc.oneof(text, cdata))) },
    valued('str', pick('', '<v/>', '<v></v>')),
    { weight: 3, arbitrary: item.map((one) => ({ type: 'inlineStr', inside: `<is>${one}</is>` })) },
    pick('', '<is/>', '<v>5</v>').map((inside) => ({ type: 'inlineStr', inside })),
    valued('b', pick('<v>1</v>', '<v>0</v>', '<v>true</v>', '<v>false</v>', '<v>2</v>', '')),
    valued('e', pick('<v>#N/A</v>', '<v>#DIV/0!</v>', '<v>#REF!</v>', '<v>#SPILL!</v>', '')),
    valued('d', v(oneOf('2015-03-01|2015-03-01T06:30:00|2015-03-01T00:00:00.000Z|1900-01-15|1899-12-31'))),
    valued('d', v(oneOf('06:30:00|2015-03-01 06:30|不详|2015-02-30|'))),
    { weight: 4, arbitrary: formula.map((inside) => ({ type: '', inside })) },
  );

const styles = [
  '0.00%',
  14,
  '0"万元"',
  '000000',
  'h:mm',
  'yyyy"年"m"月"',
  9,
  31,
  49,
  '#,##0.00',
  22,
  '[h]:mm:ss',
  '0.00_ ',
];

interface Placed {
  readonly plan: CellPlan;
  readonly gap: number;
  readonly style: number;
  readonly form: number;
  readonly addressed: boolean;
}

const placed = (strings: number): fc.Arbitrary<Placed> =>
  fc.record({
    plan: cell(strings),
    gap: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(3)),
    style: fc.nat(styles.length),
    form: fc.nat(9),
    addressed: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  });

function cellXml({ plan, style, form, addressed }: Placed, address: string): string {
  const r = addressed ? [`r="${address}"`] : [];
  const s = style > 0 ? [`s="${style}"`] : [];
  const t = plan.type === '' ? [] : [`t="${plan.type}"`];
  const other = form === 1 ? ['cm="1"'] : form === 2 ? ["vm='1'"] : [];
  const attributes =
    form === 3
      ? [...t, ...s, ...r]
      : form === 4
        ? [...s, ...other, ...r, ...t]
        : [...r, ...s, ...t, ...other];
  const gap = form === 5 ? '  ' : ' ';
  const open = `<c${attributes.map((one) => gap + one).join('')}${form === 6 ? ' ' : ''}`;
  const blank = form === 7 ? '\n   ' : '';
  const remark = form === 8 ? '<!-- <c r="Z1"><v>5</v></c> -->' : '';
  if (plan.inside === '') return form === 9 ? `${open}></c>` : `${open}/>`;
  return `${open}>${blank}${remark}${plan.inside}${blank}</c>${blank}`;
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const rowPlan = (strings: number) =>
  fc.record({
    cells: fc.array(placed(strings), { maxLength: 8 }),
    far: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    gap: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(4)),
    hidden: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
    told: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
    form: fc.nat(9),
  });

const sheet = (strings: number) =>
  fc
    .record({
      rows: fc.array(rowPlan(strings), { minLength: 1, maxLength: 8 }),
      columns: pick(
        '',
        '',
        '<cols><col min="2" max="3" hidden="1" width="9"/><col min="7" max="16384" hidden="true"/></cols>',
      ),
      head: pick(
        '',
        '<!-- <sheetData><row r="1"/></sheetData> -->',
        '<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
      ),
      tail: pick(
        '',
        '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="B4:B5"/></mergeCells>',
        '<!-- <mergeCell ref="A9:B9"/> --><mergeCells><mergeCell ref="D1:E1" /></mergeCells><pageMargins left="0.7"/>',
      ),
    })
    .map(({ rows, columns, head, tail }) => {
      let number = 0;
      const xml = rows.map((row) => {
        // A row that does not say its number stands behind the one before.
        const gap = row.told ? row.gap : 0;
        number += 1 + gap;
        let column = -1;
        const cells = row.cells.map((one) => {
          column += 1 + (one.addressed ? one.gap : 0);
          if (row.far && one.addressed && column < 600) column += 600;
          return cellXml(one, `${letters(column)}${number}`);
        });
        const attributes = `${row.told ? ` r="${number}"` : ''}${row.hidden ? ` hidden="${row.form % 2 === 0 ? 1 : true}"` : ''}${row.form === 1 ? ' spans="1:9" x14ac:dyDescent="0.25"' : ''}`;
        const behind =
          row.form === 2
            ? '<!-- <row r="99"><c r="A99"><v>1</v></c></row> -->'
            : row.form === 3
              ? '\n  '
              : '';
        if (cells.length === 0 && row.form < 6) return `<row${attributes}/>${behind}`;
        return `<row${attributes}>${cells.join('')}</row>${behind}`;
      });
      return { before: head + columns, rows: xml.join(''), after: tail };
    });

export const randomWorkbook: fc.Arbitrary<WorkbookPlan> = fc
  .array(item, { minLength: 1, maxLength: 8 })
  .chain((strings) =>
    fc.record({
      strings: fc.constant(strings),
      sheets: fc.array(sheet(strings.length), { minLength: 1, maxLength: 3 }),
      hidden: fc.nat(5),
      prefix: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, pick('x', 'ss1')),
      strict: fc.boolean(),
      zip64: fc.boolean(),
      stored: fc.boolean(),
      descriptor: fc.boolean(),
      workbook: pick('', '', '<workbookPr date1904="1"/>', '<calcPr calcId="0" fullCalcOnLoad="1"/>'),
    }),
  )
  .map(({ strings, sheets, hidden, prefix, strict, zip64, stored, descriptor, workbook }) => ({
    strings,
    formats: styles,
    strict,
    zip64,
    workbook,
    how: { stored, descriptor },
    ...(prefix === null ? {} : { prefix }),
    sheets: sheets.map((one, i) => ({ ...one, ...(hidden === i + 1 ? { state: 'hidden' as const } : {}) })),
  }));
