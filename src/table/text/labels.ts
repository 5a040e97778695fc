/**
 * The name under which TextDecoder reads an encoding, as people write it; null where there is none.
 * GBK, GB2312 and CP936 are parts of GB18030 and are read as that: one decoder, no lost character.
 */
export function canonicalEncoding(label: string): string | null {
  const plain = label.trim().toLowerCase();
  if (/^(?:gbk|gb[-_]?2312(?:-80)?|gb[-_]?18030|cp936|ms936|windows-936|936|ansi|euc-cn|x-gbk)$/.test(plain))
    return 'gb18030';
  if (/^(?:utf8|utf-8-sig|utf8-bom|utf-8-bom|65001)$/.test(plain)) return 'utf-8';
  if (/^(?:utf-?16|utf16-?le|unicode|ucs-?2)$/.test(plain)) return 'utf-16le';
  if (/^(?:utf16-?be)$/.test(plain)) return 'utf-16be';
  if (/^(?:cp950|big5-hkscs|950)$/.test(plain)) return 'big5';
  try {
    return new TextDecoder(plain).encoding;
  } catch {
    return null;
  }
}
