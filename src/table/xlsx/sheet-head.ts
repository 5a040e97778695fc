import { NotKnown } from './not-known.js';

/*
 *   <?xml …?> <x:worksheet …> <x:cols>…</x:cols> <x:sheetData>  <x:row …
 *              ▲ prefix x:                                      ▲ end
 */

export interface Head {
  /** Of every tag of the sheet, with its colon; '' where tags have none. */
  readonly prefix: string;
  /** Behind the tag of sheetData. */
  readonly end: number;
  /** <sheetData/>: no rows at all. */
  readonly blank: boolean;
}

/** A head is some lines; columns of 16,384 widths take 2 MB. */
const longest = 4 << 20;

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/[\w.:-]+\s*>|<([\w.:-]+)(?![\w.:-])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|[^<]+/y;

/** Reads the beginning of a part up to a tag of its root's prefix; null: it is not all there yet. */
export function headOf(bytes: Buffer, root: string, upTo: string): Head | null {
  if (bytes.length > longest) throw new NotKnown('no rows');
  if (bytes.indexOf(upTo) < 0) return null;
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '   ');
  let prefix: string | null = null;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (found === null) return null;
    const [all, name, inside = ''] = found;
    if (all.startsWith('<?')) checkDeclaration(all);
    if (name === undefined) continue;
    if (prefix === null) {
      prefix = /^(?:\w+:)?/.exec(name)?.[0] ?? '';
      if (name !== prefix + root) throw new NotKnown(`<${name}> is no ${root}`);
    }
    if (name === prefix + upTo) return { prefix, end: token.lastIndex, blank: inside.endsWith('/') };
  }
  return null;
}

/** Text is read as UTF-8, with or without a mark. */
function checkDeclaration(declaration: string): void {
  const encoding = /\sencoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1];
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new NotKnown(`encoding ${encoding}`);
}
