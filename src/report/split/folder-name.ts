/** Bytes of UTF-8: file systems take 255, archives and mail programs less. */
const LONGEST = 80;
/** Windows keeps these for devices, with or without an extension. */
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/**
 * A folder's name that says a cell's text and is safe everywhere: one name and no path, nothing that Windows refuses,
 * nothing invisible. Two texts that come to the same name, in any case of letters, get two. Adds to `taken`.
 */
export function safeFolderName(wanted: string, taken: Set<string>): string {
  const clean = wanted
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}\ufffe\uffff]/gu, '_')
    .replace(/\s+/g, ' ')
    .trim()
    // A leading stop hides a folder, and Windows drops one at the end.
    .replace(/^\.+|(?<![. ])[. ]+$/g, (stops) => '_'.repeat(stops.length));
  // A hyphen in front makes an option of the name: `zip all.zip *`.
  const base = clean === '' ? '_' : devices.test(clean) || /^(?:~\$|-)/.test(clean) ? `_${clean}` : clean;
  for (let n = 1; ; n++) {
    const mark = n === 1 ? '' : `-${n}`;
    const name = shorten(base, LONGEST - mark.length) + mark;
    const key = name.normalize('NFKC').toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return name;
  }
}

/** At most so many bytes, no character torn, no stop or blank at the end. */
function shorten(text: string, bytes: number): string {
  let short = '';
  let size = 0;
  for (const char of text) {
    size += Buffer.byteLength(char);
    if (size > bytes) break;
    short += char;
  }
  return short === text ? text : short.replace(/(?<![. ])[. ]+$/, '_');
}
