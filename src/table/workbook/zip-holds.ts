import { fileError } from '../file-error.js';
import type { ZipEntry } from './read-zip.js';

/** Which workbook a container holds, by its parts; throws for everything else that comes as a zip. */
export function zipHolds(entries: readonly ZipEntry[], file: string): 'xlsx' | 'xlsb' | 'ods' {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^(?:xl\/)?workbook\.bin$/)) return 'xlsb';
  if (has(/(?:^|\/)workbook\.xml$/) || has(/(?:^|\/)worksheets\/[^/]+\.xml$/)) return 'xlsx';
  if (names.includes('content.xml') && names.includes('meta-inf/manifest.xml')) return 'ods';
  const not = (holds: string, inside: readonly string[] = []) =>
    fileError(file, 'file.not-a-table', { holds, inside });
  if (has(/^word\//)) throw not('word');
  if (has(/^ppt\//)) throw not('powerpoint');
  if (has(/^index\/document\.iwa$/) || names.includes('index.zip')) throw not('numbers');
  if (entries.length > 0 && entries.every((entry) => entry.encrypted || entry.name.endsWith('/')))
    throw fileError(file, 'file.password', { holds: 'zip' });
  throw not(
    'zip',
    entries
      .filter((entry) => !entry.name.endsWith('/'))
      .slice(0, 3)
      .map((entry) => entry.name),
  );
}
