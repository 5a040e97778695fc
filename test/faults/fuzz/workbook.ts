import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as xlsx from 'xlsx';
import { EdgeError } from '../../../src/finding/index.js';
import { loadProfile } from '../../../src/profile/index.js';
import { isBlank } from '../../../src/table/rows.js';
import { quietly } from '../../../src/table/workbook/sheetjs.js';
import { byLibrary } from '../../unit/table/both-readers.js';
import { zipOf } from '../../unit/table/build-workbook.js';
import { assessBytes, assessToFolder, put, type ReadWhole } from './assess-bytes.js';
import { beat } from './beat.js';
import type { Draw } from './draw.js';
import { Broken, type Case, type Kind } from './kind.js';
import { mutateBytes } from './mutate-bytes.js';
import { mutateXml } from './mutate-xml.js';

const wholeRunEvery = 100;

interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
  /** The parts of a zip container; null for other files. */
  readonly parts: Readonly<Record<string, Buffer>> | null;
}

/** Workbooks of every kind, damaged inside their parts, with right checksums, or anywhere in their bytes. */
export function workbookKind(root: string): Kind {
  const small = join(root, 'test/cases/case-test-2025.yaml');
  const { plan } = loadProfile(small, [join(root, 'profiles')]);
  const seeds = seedsOf(join(root, 'test/cases'));
  return {
    make(draw) {
      const seed = draw.pick(seeds);
      return { name: seed.name, bytes: damaged(seed, draw.pick(seeds), draw) };
    },
    async judge(one, nth) {
      const held: string[] = [];
      try {
        let read: ReadWhole | null = null;
        let refused: EdgeError | null = null;
        try {
          await assessBytes(one, plan, (whole) => {
            read = whole;
          });
        } catch (error) {
          if (!(error instanceof EdgeError)) throw error;
          refused = error;
        }
        if (read !== null) held.push(...(await holdRows(one, read)));
        if (refused !== null) throw refused;
        if (nth % wholeRunEvery === 0) {
          await assessToFolder(one, small);
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

const extensions = {
  biff8: 'xls',
  biff5: 'xls',
  xlsb: 'xlsb',
  ods: 'ods',
  xlml: 'xml',
  fods: 'fods',
  html: 'html',
} as const;

/** The awkward workbooks, and each of them in the other formats as SheetJS writes them. */
function seedsOf(folder: string): readonly Seed[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx') && !/bomb|password/.test(name));
  const own = names.map((name) => ({ name: 'case.xlsx', bytes: readFileSync(join(folder, name)) }));
  const other = own.flatMap(({ bytes }) =>
    Object.entries(extensions).map(([type, extension]) => {
      const book = xlsx.read(bytes, { cellNF: true, nodim: true });
      const written = xlsx.write(book, { type: 'buffer', bookType: type as xlsx.BookType }) as Uint8Array;
      return { name: `case.${extension}`, bytes: Buffer.from(written) };
    }),
  );
  // The first kind by itself as often as all others together.
  return [...Array.from({ length: 7 }, () => own).flat(), ...other].map((one) => ({
    ...one,
    parts: one.bytes.subarray(0, 2).toString() === 'PK' ? partsOf(one.bytes) : null,
  }));
}

function partsOf(bytes: Buffer): Readonly<Record<string, Buffer>> {
  const zip = xlsx.CFB.read(bytes, { type: 'buffer' });
  return Object.fromEntries(
    zip.FullPaths.flatMap((path: string, index: number) => {
      const entry = zip.FileIndex[index]!;
      return entry.type === 2 ? [[path.replace(/^Root Entry\//, ''), Buffer.from(entry.content)]] : [];
    }),
  );
}

function damaged(seed: Seed, other: Seed, draw: Draw): Buffer {
  if (seed.parts === null || draw.chance(0.2)) {
    const text = /\.(?:xml|fods|html)$/.test(seed.name) && draw.chance(0.7);
    return text
      ? Buffer.from(mutateXml(seed.bytes.toString('latin1'), draw), 'latin1')
      : mutateBytes(seed.bytes, other.bytes, draw);
  }
  const parts = { ...seed.parts };
  const names = Object.keys(parts);
  const cells = names.filter((name) => /sheet\d*\.(?:xml|bin)$|sharedstrings|content\.xml/i.test(name));
  for (let left = 1 + draw.below(2); left > 0; left--) {
    const name = draw.chance(0.6) && cells.length > 0 ? draw.pick(cells) : draw.pick(names);
    const part = parts[name];
    if (part === undefined) continue;
    if (draw.chance(0.03)) delete parts[name];
    else if (/\.(?:xml|rels)$/i.test(name) && draw.chance(0.75))
      parts[name] = Buffer.from(mutateXml(part.toString('utf8'), draw));
    else parts[name] = mutateBytes(part, Object.values(other.parts ?? parts)[0] ?? part, draw);
  }
  const lie = draw.chance(0.03) ? { [draw.pick(names)]: draw.below(2 ** 31) } : {};
  return zipOf(parts, lie, draw.chance(0.05), { stored: draw.chance(0.1), descriptor: draw.chance(0.1) });
}

/** No row of a sheet is lost: what SheetJS reads is there; our scanner and our reading by SheetJS agree to the cell. */
async function holdRows(one: Case, { source, rows }: ReadWhole): Promise<string[]> {
  const held: string[] = [];
  if (source.reader === 'scanner') {
    const library = await byLibrary(put(one));
    if ('sheets' in library) {
      const ours = source.sheets.map((sheet) => rows.get(`${sheet.index} ${sheet.name}`));
      if (
        !isDeepStrictEqual(
          ours,
          library.sheets.map((sheet) => sheet.all),
        )
      )
        throw new Broken('the scanner reads other rows than the library');
      held.push('both readers');
    }
  }
  if (source.format === 'html') return held;
  beat('peer');
  const raw = rawRows(asMeant(one.bytes), source.format === 'xlsx');
  beat('ours');
  if (raw === null) return held;
  for (const sheet of source.sheets) {
    const ours = rows.get(`${sheet.index} ${sheet.name}`)!.length;
    const theirs = raw.get(sheet.name);
    if (theirs !== undefined && ours < theirs)
      throw new Broken(`SheetJS reads ${theirs} rows of ${JSON.stringify(sheet.name)}, we read ${ours}`);
  }
  return [...held, 'sheetjs'];
}

/** SheetJS takes a row in a comment for a row, and a value of which nothing can be seen for a number that is none. */
function asMeant(bytes: Buffer): Buffer {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes;
  try {
    const meant = partsOf(bytes);
    let same = true;
    const parts = Object.entries(meant).map(([name, part]) => {
      const text = part.toString('latin1');
      const plain = text
        .replace(/<!--[\s\S]*?-->|<!\[CDATA\[\s*\]\]>/g, '')
        .replace(/(<(?:\w+:)?v(?:\s[^<>]*)?>)([^<]*)/g, (all: string, tag: string, value: string) =>
          /[!-~]/.test(value.replace(/&#\w+;|_x[\da-f]{4}_/gi, '')) ? all : tag,
        );
      same &&= plain === text;
      return [name, Buffer.from(plain, 'latin1')];
    });
    return same ? bytes : zipOf(Object.fromEntries(parts));
  } catch {
    return bytes;
  }
}

/**
 * Rows with something in them by the name of the sheet, as SheetJS itself reads them; null where it refuses. `noNumber`: a
 * number that is none counts, for it must be told; in the binary and the other XML formats we take it for a blank.
 */
function rawRows(bytes: Buffer, noNumber: boolean): ReadonlyMap<string, number> | null {
  try {
    const book = quietly(() => xlsx.read(bytes, { dense: true, nodim: true }));
    return new Map(
      book.SheetNames.flatMap((name) => {
        const data = book.Sheets[name]?.['!data'];
        return data === undefined
          ? []
          : [
              [
                name,
                Object.keys(data).filter((key) => Number(key) >= 0 && says(data[Number(key)], noNumber))
                  .length,
              ] as const,
            ];
      }),
    );
  } catch {
    return null;
  }
}

const says = (row: readonly (xlsx.CellObject | undefined)[] | undefined, noNumber: boolean): boolean =>
  Object.values(row ?? []).some((cell) => {
    if (cell === undefined || cell.t === 'z' || (cell.v ?? null) === null) return false;
    if (Number.isNaN(cell.v)) return noNumber;
    return typeof cell.v !== 'string' || !isBlank(cell.v);
  });
