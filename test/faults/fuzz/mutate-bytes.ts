import type { Draw } from './draw.js';

/** Bytes that mean something to readers of tables. */
const pieces: readonly (string | readonly number[])[] = [
  ...[
    '"',
    '""',
    ',',
    '\t',
    ';',
    '|',
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\ufeff',
    '\u2028',
    '\u3000',
    ' ',
    '\u001a',
    '，',
  ],
  ...[
    '"\n',
    '\n"',
    ',"',
    '",',
    '\r"',
    '"\0',
    'sep=;\r\n',
    '=cmd|',
    '合计',
    '单位：元',
    '企业名称',
    '统一社会信用代码',
  ],
  ...['__proto__', 'constructor', '-', '%', '1e308', '1,200', '（5）', '<', '&', '𠮷', '\u202e', '\u200b'],
  ...[
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf],
    [0x84, 0x31, 0x95, 0x33],
    [0x81],
    [0x81, 0x30],
    [0xc0],
    [0x80],
  ],
  ...[[0xe4, 0xbc], [0xff], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98], [0xd6, 0xd0]],
];

/** Some damage, of every kind that a disk, a mail program, an editor or a stranger does. `other` is spliced in. */
export function mutateBytes(given: Buffer, other: Buffer, draw: Draw, most = 4): Buffer {
  let bytes: Buffer = given;
  for (let left = 1 + draw.below(most); left > 0; left--) bytes = damage(bytes, other, draw);
  return bytes;
}

function damage(bytes: Buffer, other: Buffer, draw: Draw): Buffer {
  const at = draw.below(bytes.length + 1);
  const length = 1 + draw.below(draw.chance(0.8) ? 40 : bytes.length);
  const joined = (middle: Buffer, skipped = 0) =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + skipped)]);
  switch (draw.below(11)) {
    case 0: {
      if (at >= bytes.length) return bytes;
      const flipped = Buffer.from(bytes);
      flipped[at] = flipped[at]! ^ (1 << draw.below(8));
      return flipped;
    }
    case 1:
      return joined(Buffer.from([draw.below(256)]), draw.below(2));
    case 2:
    case 3:
    case 4: {
      const piece = draw.pick(pieces);
      return joined(Buffer.from(typeof piece === 'string' ? piece : [...piece]), draw.below(3));
    }
    case 5:
      return joined(Buffer.alloc(0), length);
    case 6:
      return bytes.subarray(0, at);
    case 7: {
      const chunk = bytes.subarray(at, at + length);
      return joined(Buffer.concat(Array.from({ length: 1 + draw.below(8) }, () => chunk)));
    }
    case 8: {
      const from = draw.below(other.length);
      return joined(other.subarray(from, from + length), draw.chance(0.5) ? length : 0);
    }
    case 9: {
      const [from, to] = draw.pick([
        ['\r\n', '\n'],
        ['\n', '\r\n'],
        ['\n', '\r'],
        ['"', ''],
        [',', '\t'],
        [',', ';'],
        [',', '|'],
        ['0', '\0'],
      ] as const);
      return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
    }
    default: {
      // Two pieces change places.
      const to = draw.below(bytes.length + 1);
      const [a, b] = at < to ? [at, to] : [to, at];
      return Buffer.concat([bytes.subarray(b), bytes.subarray(a, b), bytes.subarray(0, a)]);
    }
  }
}
