import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { EdgeError } from '../../../src/finding/index.js';
import { loadProfile } from '../../../src/profile/index.js';
import { isBlank } from '../../../src/table/rows.js';
import { assessBytes, assessToFolder, type ReadWhole } from './assess-bytes.js';
import type { Draw } from './draw.js';
import { Broken, type Case, type Kind } from './kind.js';
import { mutateBytes } from './mutate-bytes.js';

const encodings = ['utf8', 'utf8', 'gb18030', 'utf16le', 'utf16be'] as const;
/** A whole run is written, with its exceptions, for one case in so many. */
const wholeRunEvery = 250;

/** Text tables: the sample and the awkward files, cut down, in several encodings, and damaged. */
export function csvKind(root: string): Kind {
  const folders = [join(root, 'profiles')];
  const small = join(root, 'test/cases/case-test-2025.yaml');
  const plans = [loadProfile(small, folders).plan, loadProfile('hefei-hightech-2025', folders).plan] as const;
  const sample = readFileSync(join(root, 'samples/gaoxin-2026Q3.csv'));
  const cases = readdirSync(join(root, 'test/cases'))
    .filter((name) => name.endsWith('.csv') && !name.startsWith('d26'))
    .map((name) => readFileSync(join(root, 'test/cases', name)));

  function seedOf(draw: Draw): { readonly bytes: Buffer; readonly ofSample: boolean } {
    if (draw.chance(0.75)) return { bytes: draw.pick(cases), ofSample: false };
    const lines = iconv.decode(sample, 'gb18030').split('\r\n');
    const from = 6 + draw.below(lines.length - 12);
    const some = [...lines.slice(0, 6), ...lines.slice(from, from + 1 + draw.below(12))].join('\r\n');
    return { bytes: iconv.encode(some, draw.pick(encodings), { addBOM: draw.chance(0.5) }), ofSample: true };
  }

  return {
    make(draw) {
      const { bytes, ofSample } = seedOf(draw);
      const name = ofSample ? 'sample.csv' : 'case.csv';
      return { name, bytes: mutateBytes(bytes, seedOf(draw).bytes, draw, draw.chance(0.6) ? 1 : 4) };
    },
    async judge(one, nth) {
      const held: string[] = [];
      const plan = one.name === 'sample.csv' ? plans[1] : plans[0];
      try {
        await assessBytes(one, plan, (read) => held.push(...holdText(one, read)));
        if (nth % wholeRunEvery === 0) {
          await assessToFolder(one, one.name === 'sample.csv' ? 'hefei-hightech-2025' : small);
          held.push('run folder');
        }
        return { came: 'read', held };
      } catch (error) {
        if (error instanceof EdgeError) return { came: 'refused', held };
        throw error;
      }
    },
  };
}

/** Nothing of the text is lost: not a character, not a row. Gives what was held. */
function holdText({ bytes }: Case, { source, rows, findings }: ReadWhole): string[] {
  const { encoding, separator } = source;
  if (encoding === null || separator === null) return [];
  const read = [...rows.values()].flat();
  const text = new TextDecoder(encoding, { ignoreBOM: true })
    .decode(bytes, { stream: true })
    .replace(/^\ufeff+/, '')
    .replace(/^"?sep=.(?:"?)(?:\r\n?|\n)/i, '');
  const bare = (given: string): string =>
    given.replaceAll(separator, '').replace(/["\s\0\u200b\p{Cc}]/gu, '');
  const said = bare(read.map((row) => row.cells.map((cell) => String(cell ?? '')).join('')).join(''));
  const stands = bare(text);
  if (said !== stands) {
    let at = 0;
    while (said[at] === stands[at]) at++;
    throw new Broken(
      `of ${stands.length} characters ${said.length} were read; they part at ${at}: ${JSON.stringify(stands.slice(at, at + 30))} was read ${JSON.stringify(said.slice(at, at + 30))}`,
    );
  }
  const strict = strictly(text, separator);
  if (strict === null) return ['characters'];
  const doubted = findings.some((one) => one.id.startsWith('row.'));
  if (read.length < strict || (read.length > strict && !doubted))
    throw new Broken(`csv-parse reads ${strict} rows, we read ${read.length}`);
  return ['characters', 'csv-parse'];
}

/** How many rows with something in them csv-parse reads; null where it refuses. */
function strictly(text: string, delimiter: string): number | null {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown as string[][];
    return records.filter((record) => !record.every(isBlank)).length;
  } catch {
    return null;
  }
}
