import type { Format } from '../column.js';

export type Fill = keyof typeof fills;

/** How a cell looks: a column's format, or a line above the table. */
export interface Look {
  readonly kind: 'cell' | 'header' | 'title' | 'notice' | 'plain';
  readonly format: Format;
  readonly digits: number;
  readonly fill: Fill | null;
  readonly wrap: boolean;
  /** Texts stand a little off the line before them; numbers end at the right by themselves. */
  readonly indent: boolean;
  /** In the middle of the column, whatever its format. */
  readonly centre?: boolean;
}

export interface Styles {
  /** The number of a look, the same for the same look. */
  of(look: Look): number;
  /** xl/styles.xml with every look that was asked for. */
  xml(): string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const fonts = [
  '<font><sz val="11"/><color rgb="FF000000"/><name val="等线"/><family val="2"/><charset val="134"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF1F3864"/><name val="等线"/><family val="2"/><charset val="134"/></font>',
  '<font><b/><sz val="14"/><color rgb="FF1F3864"/><name val="等线"/><family val="2"/><charset val="134"/></font>',
  '<font><sz val="11"/><color rgb="FF9C0006"/><name val="等线"/><family val="2"/><charset val="134"/></font>',
  '<font><i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="等线"/><family val="2"/><charset val="134"/></font>',
];
const fontOf = { cell: 0, header: 1, title: 2, notice: 3, plain: 0 } as const;
const HEADER_FONT = 1;
const EXAMPLE_FONT = 4;
/** Fills 0 and 1 belong to Excel. Light red and light yellow are those of Excel's own "bad" and "neutral". */
const fills = {
  header: ['FFDDEBF7', 2],
  error: ['FFFFC7CE', 3],
  warning: ['FFFFEB9C', 4],
  required: ['FFF8CBAD', 5],
  example: ['FFF2F2F2', 6],
  section: ['FFEDF2F9', 7],
  // Soft enough that black text stands out of each on a grey printer too: the darkest is 86 % bright.
  whitelisted: ['FFDDF0E4', 8],
  referred: ['FFDCE8F6', 9],
  'below-line': ['FFEEF0F2', 10],
  vetoed: ['FFF3D9DC', 11],
  rejected: ['FFFBE5CB', 12],
  'grade-1': ['FFC9E7CF', 13],
  'grade-2': ['FFE3F1DC', 14],
  'grade-3': ['FFFDF3CF', 15],
  'grade-4': ['FFFCE7D8', 16],
  'grade-5': ['FFEDEDED', 17],
} as const;

const numberFormat = (format: Format, digits: number): string => {
  switch (format) {
    case 'points':
      return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
    case 'money':
      return '#,##0.00';
    case 'integer':
      return '0';
    case 'percent':
      return '0.00%';
    case 'date':
      return 'yyyy\\-mm\\-dd';
    case 'text':
      return '@';
    case 'number':
      return 'General';
  }
};
const builtIn = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0.00', 4],
  ['0.00%', 10],
  ['@', 49],
]);

/** Ranks and dates stand in the middle. */
const alignOf = ({ format, indent, centre }: Look): string =>
  centre === true || format === 'integer' || format === 'date'
    ? ' horizontal="center"'
    : indent
      ? ' horizontal="left" indent="1"'
      : '';

/** Looks are numbered as they come, so that a workbook carries only the styles that it uses. */
export function collectStyles(): Styles {
  const numbers = new Map<string, number>();
  const cells: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const formats = new Map<string, number>();

  const formatId = (code: string): number => {
    const known = builtIn.get(code) ?? formats.get(code);
    if (known !== undefined) return known;
    formats.set(code, 164 + formats.size);
    return 163 + formats.size;
  };

  return {
    of(look) {
      const key = `${look.kind} ${look.format} ${look.digits} ${look.fill} ${look.wrap} ${look.indent} ${look.centre ?? false}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const inTable = look.kind === 'cell' || look.kind === 'header';
      const fill = look.fill !== null ? fills[look.fill] : look.kind === 'header' ? fills.header : null;
      const font =
        look.fill === 'example' ? EXAMPLE_FONT : look.fill === 'section' ? HEADER_FONT : fontOf[look.kind];
      const align =
        look.kind === 'header' ? ' horizontal="center"' : look.kind === 'cell' ? alignOf(look) : '';
      const wrap = look.wrap || look.kind === 'header' ? ' wrapText="1"' : '';
      cells.push(
        `<xf numFmtId="${formatId(numberFormat(look.format, look.digits))}" fontId="${font}" fillId="${fill?.[1] ?? 0}" borderId="${inTable ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${align} vertical="center"${wrap}/></xf>`,
      );
      numbers.set(key, cells.length - 1);
      return cells.length - 1;
    },

    xml() {
      const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
      const list = (name: string, items: readonly string[]) =>
        items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
      return (
        `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
        list(
          'numFmts',
          [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
        ) +
        list('fonts', fonts) +
        list('fills', [
          '<fill><patternFill patternType="none"/></fill>',
          '<fill><patternFill patternType="gray125"/></fill>',
          ...Object.values(fills).map(
            ([colour]) =>
              `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
          ),
        ]) +
        list('borders', [
          '<border><left/><right/><top/><bottom/><diagonal/></border>',
          `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
        ]) +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        list('cellXfs', cells) +
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
      );
    },
  };
}
