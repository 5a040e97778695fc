/** The named entities that table exports use; others stay as they stand. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  yen: '¥',
  middot: '·',
  times: '×',
  minus: '−',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  permil: '‰',
  deg: '°',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};

export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (all, hex, dec, name) => {
    if (name !== undefined)
      return all.endsWith(';') && Object.hasOwn(named, name) ? (named[name] ?? all) : all;
    const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
