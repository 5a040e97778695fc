import { posix } from 'node:path';
import { type Attributes, isTrue, tagsOf } from './xml.js';

export interface SheetPart {
  readonly name: string;
  /** Path of the sheet's XML in the container; '' where the relationship leads nowhere. */
  readonly path: string;
  readonly kind: 'worksheet' | 'other';
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** The program that wrote it asks for a recalculation: cached zeros of formulas are no values. */
  readonly uncalculated: boolean;
  readonly date1904: boolean;
}

/** Path of the workbook part by the package's relationships, else where Excel puts it; null: no workbook in here. */
export function workbookPath(read: (path: string) => string | null): string | null {
  const rels = read('_rels/.rels') ?? '';
  const main = tagsOf(rels, 'Relationship').find((one) => /\/officeDocument$/.test(one.get('Type') ?? ''));
  const told = main === undefined ? null : resolve('', main.get('Target') ?? '');
  for (const path of [told, 'xl/workbook.xml', 'xl/workbook.bin'])
    if (path !== null && /\.(?:xml|bin)$/.test(path) && read(path) !== null) return path;
  return null;
}

/** Sheets in the order of the tabs, with their parts. Targets may be relative or absolute, tags may be prefixed. */
export function workbookParts(path: string, read: (path: string) => string | null): WorkbookParts {
  const workbook = read(path) ?? '';
  const folder = posix.dirname(path);
  const rels = tagsOf(read(`${folder}/_rels/${posix.basename(path)}.rels`) ?? '', 'Relationship');
  const byId = new Map<string, Attributes>(rels.map((one) => [one.get('Id') ?? '', one]));
  const sheets = tagsOf(workbook, 'sheet').map((sheet): SheetPart => {
    const rel = byId.get(sheet.get('id') ?? '');
    const target = rel?.get('Target') ?? '';
    const kind = /\/worksheet$/.test(rel?.get('Type') ?? '') ? 'worksheet' : 'other';
    const state = sheet.get('state');
    const visibility = state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible';
    const at = target === '' ? '' : resolve(folder, target);
    return { name: sheet.get('name') ?? '', path: at, kind, visibility };
  });
  return {
    sheets,
    uncalculated: tagsOf(workbook, 'calcPr').some((one) => isTrue(one.get('fullCalcOnLoad'))),
    date1904: tagsOf(workbook, 'workbookPr').some((one) => isTrue(one.get('date1904'))),
  };
}

const resolve = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
