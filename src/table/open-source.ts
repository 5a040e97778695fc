import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Findings } from '../finding/index.js';
import type { FileFormat, Sheet, Source } from '../model/table.js';
import { fileError } from './file-error.js';
import type { Limits } from './limits.js';
import { longestText, memoryFor, raiseTo, sheetLimit, sheetShare, sizeText } from './limits.js';
import { sniffFormat } from './sniff-format.js';
import { type Staged, type StageOptions, stageInput } from './stage-input.js';
import { detectEncoding, utf16Pattern } from './text/detect-encoding.js';
import { openText } from './text/open-text.js';
import { utf8Check } from './text/scan-bytes.js';

export interface OpenOptions extends StageOptions {
  /** As the user named it; overrules detection. */
  readonly encoding?: string;
  readonly limits: Limits;
  readonly findings: Findings;
  /** Folded header texts of the plan: a text decodes as GB18030 only where one of them, or a common word, appears. */
  readonly headers: readonly string[];
}

/** A source that may hold a private copy of stdin or a parsed workbook until it is closed. */
export interface OpenedSource extends Source {
  close(): Promise<void>;
}

export interface Opened {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly reader: Source['reader'];
  readonly sheets: readonly Sheet[];
}

/**
 * Opens one input by its content, whatever its name. `path` `-` is standard input, copied so that it can be read twice.
 * Throws an EdgeError (exit 3; 2 for an unknown `encoding`) that says in one sentence what is wrong with the file.
 * Cost: one reading of the file for its hash; workbooks are parsed whole, text is not.
 */
export async function openSource(
  input: { readonly path: string; readonly file: string },
  options: OpenOptions,
): Promise<OpenedSource> {
  const staged = await stageInput(input.path, input.file, options);
  try {
    const { opened, sha256 } = await openStaged(staged, options);
    const extension = extname(input.path).toLowerCase();
    if (input.path !== '-' && !fits(extension, opened.format))
      options.findings.add('file.other-format', { file: input.file }, { extension, holds: opened.format });
    return { ...input, ...opened, bytes: staged.bytes, sha256, close: staged.close };
  } catch (error) {
    await staged.close();
    throw isTooLong(error)
      ? fileError(input.file, 'file.text-too-long', { part: '', limit: sizeText(longestText) })
      : error;
  }
}

/** Where texts are written out that were packed in entities or marks, one may grow beyond what V8 holds: 512 MiB. */
const isTooLong = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === 'Invalid string length' || ('code' in error && error.code === 'ERR_STRING_TOO_LONG'));

async function openStaged(staged: Staged, options: OpenOptions): Promise<{ opened: Opened; sha256: string }> {
  const { file } = staged;
  const sniffed = sniffFormat(staged.head);
  if (sniffed.kind === 'foreign')
    throw fileError(file, 'file.not-a-table', { holds: sniffed.holds, inside: [] });
  if (sniffed.kind === 'text') return openPlain(staged, options);
  if (staged.bytes > options.limits.inflatedBytes)
    throw fileError(file, 'file.too-large', {
      size: sizeText(staged.bytes),
      limit: sizeText(options.limits.inflatedBytes),
      raise: raiseTo(staged.bytes),
    });
  if (sniffed.kind === 'zip') {
    const { openZip } = await import('./workbook/open-zip.js');
    // Parts are inflated on another thread meanwhile.
    const [sha256, { largest, ...opened }] = await Promise.all([
      hashOf(staged),
      openZip(staged, options.limits),
    ]);
    const memory = opened.reader === 'library' ? memoryFor(largest) : null;
    if (memory !== null)
      options.findings.add(
        'file.takes-memory',
        { file },
        { size: sizeText(largest), memory: sizeText(memory) },
      );
    return { opened: { ...opened, encoding: null, separator: null }, sha256 };
  }
  // A page is one text, as a sheet is to the library.
  const most = sheetLimit(options.limits);
  if (sniffed.kind === 'markup' && staged.bytes > most)
    throw fileError(file, 'file.too-large', {
      size: sizeText(staged.bytes),
      limit: sizeText(most),
      raise: raiseTo(staged.bytes * sheetShare),
    });
  const bytes = await staged.whole();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { opened: await openWhole(sniffed.kind, bytes, file, options), sha256 };
}

async function hashOf(staged: Staged): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of staged.chunks()) hash.update(chunk);
  return hash.digest('hex');
}

async function openWhole(
  kind: 'cfb' | 'biff' | 'markup',
  bytes: Buffer,
  file: string,
  options: OpenOptions,
): Promise<Opened> {
  switch (kind) {
    case 'cfb':
    case 'biff': {
      const { openCfb } = await import('./workbook/open-cfb.js');
      return {
        format: 'xls',
        sheets: await openCfb(bytes, file, kind === 'biff'),
        encoding: null,
        separator: null,
        reader: 'library',
      };
    }
    case 'markup': {
      const { openMarkup } = await import('./markup/open-markup.js');
      return {
        ...(await openMarkup(bytes, file, options.encoding)),
        separator: null,
        reader: 'library',
      };
    }
  }
}

async function openPlain(staged: Staged, options: OpenOptions): Promise<{ opened: Opened; sha256: string }> {
  const { file, head } = staged;
  if (utf16Pattern(head) === null && looksBinary(head))
    throw fileError(file, 'file.not-a-table', { holds: 'binary', inside: [] });
  const hash = createHash('sha256');
  const check = utf8Check();
  for await (const chunk of staged.chunks()) {
    hash.update(chunk);
    check.add(chunk);
  }
  const encoding = await detectEncoding(staged, check.end(), options.headers, options.encoding);
  const { sheet, layout, reader } = await openText(staged, encoding, options.limits, options.findings);
  return {
    sha256: hash.digest('hex'),
    opened: {
      format: 'csv',
      encoding: encoding.encoding,
      separator: layout.separator,
      reader,
      sheets: [sheet],
    },
  };
}

/** Control characters that no text has, beyond the few that exports leave behind. UTF-16 with a BOM is text. */
function looksBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  let control = 0;
  for (const byte of head)
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) control += 1;
  return control > 8 && control > head.length * 0.05;
}

const extensions: Readonly<Record<string, readonly FileFormat[]>> = {
  '.csv': ['csv'],
  '.txt': ['csv'],
  '.tsv': ['csv'],
  '.tab': ['csv'],
  '.prn': ['csv'],
  '.xlsx': ['xlsx'],
  '.xlsm': ['xlsx'],
  '.xltx': ['xlsx'],
  '.xltm': ['xlsx'],
  '.xls': ['xls'],
  '.xlt': ['xls'],
  '.et': ['xls', 'xlsx'],
  '.ett': ['xls', 'xlsx'],
  '.xlsb': ['xlsb'],
  '.ods': ['ods'],
  '.ots': ['ods'],
  '.fods': ['xml'],
  '.xml': ['xml'],
  '.htm': ['html'],
  '.html': ['html'],
};

/** An extension that says nothing of tables promises nothing. */
const fits = (extension: string, format: FileFormat): boolean =>
  extensions[extension]?.includes(format) ?? true;
