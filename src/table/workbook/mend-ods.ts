import { numberOrText } from './number-or-text.js';

/*
 * A number of an OpenDocument sheet that is none: SheetJS takes 12O0 for 12, 1,200 for 1 and 十二 for a blank.
 *
 *   <table:table-cell office:value-type="float" office:value="12O0"><text:p>1200</text:p>
 *   ─▶ office:value-type="string" office:string-value="12O0"      whoever wants a number there quotes it
 *   office:value="" or none ─▶ office:value-type="string"         what the page shows
 *
 * Where the number is one, it counts and not the text beside it, which is only how it was shown: LibreOffice does the same.
 */

const cellTag = /<table:table-cell(?=\s)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
const numberType =
  /(\s(?:\w+:)?value-type\s*=\s*)(?:"(?:float|percentage|currency)"|'(?:float|percentage|currency)')/g;
const valueAttribute = /\s(?:\w+:)?value\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/;

/** The content of an OpenDocument sheet with such cells as texts. Cost: one pass. */
export const withRawValues = (xml: string): string =>
  xml.replace(cellTag, (all: string, inside: string) => {
    if (inside.search(numberType) < 0) return all;
    const [said, double, single] = valueAttribute.exec(inside) ?? [''];
    const value = numberOrText(double ?? single ?? '');
    if (typeof value === 'number') return all;
    const text = value === null ? '' : ` office:string-value="${value.replaceAll('"', '&quot;')}"`;
    return `<table:table-cell${inside.replace(said, () => text).replace(numberType, '$1"string"')}>`;
  });
