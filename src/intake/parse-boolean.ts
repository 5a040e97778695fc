const yes = new Set([
  '是',
  '有',
  '对',
  '真',
  '已',
  '√',
  '✓',
  '✔',
  '☑',
  'y',
  'yes',
  'true',
  't',
  '1',
  '已授权',
  '同意',
  '授权',
  '存在',
  '属于',
]);
const no = new Set([
  '否',
  '无',
  '不是',
  '没有',
  '错',
  '假',
  '未',
  '×',
  '✗',
  '✘',
  '☐',
  'n',
  'no',
  'false',
  'f',
  '0',
  '未授权',
  '不同意',
  '不存在',
  '不属于',
  '未列入',
]);

const read = new Map<string, boolean | null>();

/** A yes or no as people write it; null for anything else. 无 under a yes/no field says no. Remembered word by word. */
export function parseBoolean(text: string): boolean | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const said = yes.has(plain) ? true : no.has(plain) ? false : null;
  if (read.size < 1024) read.set(text, said);
  return said;
}
