import type { Staged } from '../stage-input.js';
import type { Encoding } from './detect-encoding.js';

/**
 * The text of a file, piece by piece, without its byte order mark. Strict: what does not decode was refused before.
 * A character cut off by the end of the file is left out.
 */
export async function* decodeText(staged: Staged, { encoding, skip, cut }: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let first = true;
  for await (const chunk of staged.chunks(skip)) {
    let text = decoder.decode(chunk, { stream: true });
    // Some tools write the mark twice.
    if (first) text = text.replace(/^\ufeff+/, '');
    yield text;
    if (text.length > 0) first = false;
  }
  if (!cut) yield decoder.decode();
}
