import { usageError } from '../../finding/index.js';
import { fileError } from '../file-error.js';
import type { Staged } from '../stage-input.js';
import { firstLine, speaksSimplified, speaksTraditional } from './evidence.js';
import { areAllPairs } from './gb18030-pairs.js';
import { canonicalEncoding } from './labels.js';
import { byteLines, surveyLines } from './scan-bytes.js';

export interface Encoding {
  readonly encoding: string;
  /** Bytes of the byte order mark, to be skipped. */
  readonly skip: number;
  /** The last character is not complete. */
  readonly cut: boolean;
}

const marks: readonly (readonly [encoding: string, bytes: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['gb18030', Buffer.from([0x84, 0x31, 0x95, 0x33])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/**
 * BOM → NUL pattern → UTF-8 → strict GB18030 where a known word appears → Big5 named, never guessed. `--encoding`
 * overrules, but is held to the same strictness: no replacement character ever reaches a cell.
 * Throws exit 3 with the line where reading fails. Cost: nothing beyond `utf8` for UTF-8, two readings for the rest.
 */
export async function detectEncoding(
  staged: Staged,
  utf8: 'valid' | 'cut' | 'invalid',
  headers: readonly string[],
  asked: string | undefined,
): Promise<Encoding> {
  const { file, head } = staged;
  const mark = marks.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  const skipFor = (encoding: string) => (mark?.[0] === encoding ? mark[1].length : 0);
  const strictly = async (encoding: string): Promise<Encoding> => {
    const skip = skipFor(encoding);
    const fit = encoding === 'utf-8' ? utf8 : await decodes(staged, encoding, skip);
    if (fit !== 'invalid') return { encoding, skip, cut: fit === 'cut' };
    throw await undecodable(staged, encoding, skip);
  };

  if (asked !== undefined) {
    const encoding = canonicalEncoding(asked);
    if (encoding === null)
      throw usageError(fileError(file, 'file.encoding-unknown', { encoding: asked }).findings);
    return strictly(encoding);
  }
  if (mark !== undefined) return strictly(mark[0]);
  const wide = utf16Pattern(head);
  if (wide !== null) return strictly(wide);
  if (utf8 !== 'invalid') return strictly('utf-8');

  const survey = await surveyLines(staged.chunks());
  if (survey.utf8 > 0 && survey.other > 0) throw twoEncodings(file, survey);
  const sample = sampleOf(head, 'gb18030') ?? '';
  const big5 = sampleOf(head, 'big5') ?? '';
  const fit = await decodes(staged, 'gb18030', 0);
  const chinese: Encoding = { encoding: 'gb18030', skip: 0, cut: fit === 'cut' };
  if (fit !== 'invalid' && speaksSimplified(sample, headers)) return chinese;
  if (speaksTraditional(big5, headers) && (await decodes(staged, 'big5', 0)) !== 'invalid')
    throw fileError(file, 'file.looks-like-big5', { first: firstLine(big5) });
  if (fit === 'invalid') throw await undecodable(staged, 'gb18030', 0);
  // Who knows no header has nothing better to go by.
  if (headers.length === 0) return chinese;
  throw fileError(file, 'file.encoding-unsure', { first: firstLine(sample) });
}

/** UTF-16 without a BOM: separators and line ends show as NULs, all on one side. Scattered NULs are data (d13). */
export function utf16Pattern(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(head.length & ~1, 1 << 16);
  const nuls: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < size; i += 1) if (head[i] === 0) nuls[i & 1 ? 1 : 0] += 1;
  const total = nuls[0] + nuls[1];
  if (total < 2 || total < size * 0.02) return null;
  const encoding = nuls[1] > total * 0.95 ? 'utf-16le' : nuls[0] > total * 0.95 ? 'utf-16be' : null;
  if (encoding === null) return null;
  const text = sampleOf(head.subarray(0, size), encoding);
  return text !== null && !text.includes('\0') && /[\r\n,;\t|]/.test(text) ? encoding : null;
}

/** The beginning decoded strictly, but for a character cut at its end; null where it does not decode. */
function sampleOf(head: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}

async function decodes(staged: Staged, encoding: string, skip: number): Promise<'valid' | 'cut' | 'invalid'> {
  if (encoding === 'gb18030' && (await areAllPairs(staged.chunks(skip)))) return 'valid';
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of staged.chunks(skip)) decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return 'invalid';
    throw error;
  }
  try {
    decoder.decode();
    return 'valid';
  } catch {
    return 'cut';
  }
}

function twoEncodings(file: string, survey: Awaited<ReturnType<typeof surveyLines>>) {
  const mostly8 = survey.utf8 >= survey.other;
  const main = mostly8 ? 'utf-8' : 'gb18030';
  const other = mostly8 ? (sampleOf(survey.otherBytes, 'gb18030') === null ? '' : 'gb18030') : 'utf-8';
  const line = mostly8 ? survey.firstOther : survey.firstUtf8;
  return fileError(file, 'file.two-encodings', { line, main, other });
}

/** The first line that does not decode. UTF-16 has lines of another width: there the first bad one is counted by text. */
async function undecodable(staged: Staged, encoding: string, skip: number) {
  let line = 0;
  if (encoding.startsWith('utf-16')) {
    const decoder = new TextDecoder(encoding, { fatal: true });
    line = 1;
    try {
      for await (const chunk of staged.chunks(skip))
        line += decoder.decode(chunk, { stream: true }).match(/\r\n?|\n/g)?.length ?? 0;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  } else {
    for await (const bytes of byteLines(staged.chunks(skip))) {
      line += 1;
      try {
        new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        break;
      }
    }
  }
  return fileError(staged.file, 'file.undecodable', { line, encoding });
}
