import { insideOf, tagsOf } from './xml.js';

/**
 * Formats that Excel knows by number only. Chinese Excel writes 31, 57 and 58 for its everyday dates without their
 * code, and SheetJS then returns no format at all: a date would pass for a number. (ECMA-376 18.8.30, zh-cn.)
 * The currency ones mean the system's own currency, which is ￥ where these files come from.
 */
const known: Readonly<Record<number, string>> = {
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm\\-d\\-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  41: '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** What Excel means by the numbers below 50 that SheetJS knows by itself, as far as it is more than a number. */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
};

/** The format code of each cell style; null: the number as it is. */
export function styleCodes(xml: string): readonly (string | null)[] {
  const formats = formatsOf(xml);
  return usedFormats(xml).map((id) => (id === 0 ? null : (formats.get(id) ?? builtIn[id] ?? null)));
}

/**
 * styles.xml reduced to what tells a number from a date: the formats, each with its code, and which cell style uses
 * which. Fonts and fills, where writers differ most, never reach SheetJS.
 */
export function plainStyles(xml: string): string {
  const formats = formatsOf(xml);
  const used = usedFormats(xml);
  const ids = [...new Set(used)].filter((id) => formats.has(id));
  const numFmts = ids.map(
    (id) => `<numFmt numFmtId="${id}" formatCode="${attribute(formats.get(id) ?? '')}"/>`,
  );
  const cellXfs = used.map((id) => `<xf numFmtId="${id}"/>`);
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${numFmts.join('')}</numFmts><cellXfs>${cellXfs.join('')}</cellXfs></styleSheet>`;
}

function formatsOf(xml: string): ReadonlyMap<number, string> {
  const formats = new Map<number, string>(Object.entries(known).map(([id, code]) => [Number(id), code]));
  for (const one of tagsOf(insideOf(xml, 'numFmts'), 'numFmt'))
    formats.set(Number(one.get('numFmtId')), one.get('formatCode') ?? '');
  return formats;
}

const usedFormats = (xml: string): number[] =>
  tagsOf(insideOf(xml, 'cellXfs'), 'xf').map((one) => Number(one.get('numFmtId') ?? 0));

const attribute = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
