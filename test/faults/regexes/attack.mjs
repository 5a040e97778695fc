const candidates = [...' a1_-.,:;\'"<>/=&#%!x（中年万\t\n\r\0A0Zz()[]{}|\\+*?^$@~`，：　\u00a0\u200b\uffff'];

/** One character of a regular expression: an escape, a class, or itself; signs that repeat and group are passed over. */
const atom =
  /\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<\w+>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\{\d+(?:,\d*)?\}|[)|*+?^$]|[\s\S]/gu;

/** Characters that each atom of a source matches, in order: found by trying. */
function samplesOf(source, flags) {
  const samples = [];
  for (const [one] of source.matchAll(atom)) {
    if (/^(?:\(|\{\d|[)|*+?^$]|\\[bBkdD1-9]$)/.test(one) && !/^\\[dD]$/.test(one)) continue;
    let alone;
    try {
      alone = new RegExp(`^(?:${one})$`, flags.replace(/[gy]/g, ''));
    } catch {
      continue;
    }
    const literal = one.length === 1 ? [one] : [];
    const matching = [...literal, ...candidates].filter((text) => alone.test(text));
    if (matching.length > 0) samples.push(matching.slice(0, 2));
  }
  return samples;
}

/** Strings of a length that make a bad expression try again and again: its own pieces over and over, and a wrong end. */
export function* attacksOn(source, flags, length, thorough) {
  const samples = samplesOf(source, flags);
  const first = samples.map(([one]) => one);
  const pieces = new Set(samples.flat());
  for (let size = 2; size <= (thorough ? 4 : 2); size++)
    for (let i = 0; i + size <= first.length; i++) pieces.add(first.slice(i, i + size).join(''));
  const whole = first.join('');
  if (whole !== '') pieces.add(whole);
  const leads = new Set([
    '',
    ...(thorough ? first.map((_, i) => first.slice(0, i).join('')) : [first[0] ?? '', whole]),
  ]);
  const tails = thorough ? ['', '\u0001', '\n', first.at(-1) ?? ''] : ['\u0001'];
  for (const piece of pieces) {
    const body = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    for (const lead of leads) for (const tail of tails) yield lead + body + tail;
  }
}
