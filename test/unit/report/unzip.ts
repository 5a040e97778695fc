import { CFB, read, utils } from 'xlsx';

/** The parts of a workbook as text, by name. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const zip = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const parts: Record<string, string> = {};
  zip.FullPaths.forEach((path: string, index: number) => {
    const entry = zip.FileIndex[index];
    if (entry?.type === 2)
      parts[path.replace(/^Root Entry\//, '')] = Buffer.from(entry.content).toString('utf8');
  });
  return parts;
}

/** Sheets as SheetJS reads them: rows of values by sheet name. */
export function sheetsOf(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly unknown[])[]> {
  const book = read(Buffer.from(bytes), { dense: true, WTF: true });
  return new Map(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, defval: null, raw: true }),
    ]),
  );
}
