import { EdgeError } from '../../../src/finding/index.js';
import type { Row } from '../../../src/model/cell.js';
import type { Sheet } from '../../../src/model/table.js';
import { defaultLimits, type Limits } from '../../../src/table/limits.js';
import { stageInput } from '../../../src/table/stage-input.js';
import { openByLibrary } from '../../../src/table/workbook/open-by-library.js';
import { zipParts } from '../../../src/table/workbook/open-zip.js';
import { NotKnown } from '../../../src/table/xlsx/not-known.js';
import { openKnown } from '../../../src/table/xlsx/open-xlsx.js';

/** All that a reader says of a workbook, the rows of its sheets included; or why it says nothing. */
export type Told =
  | { readonly sheets: readonly (Omit<Sheet, 'rows'> & { readonly all: readonly Row[] })[] }
  | { readonly refused: unknown }
  | { readonly notKnown: string };

type Reader = typeof openKnown;

async function told(path: string, limits: Limits, reader: Reader): Promise<Told> {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const staged = await stageInput(path, file, { limits });
  try {
    const sheets = [];
    for (const { rows, ...sheet } of await reader(staged, await zipParts(staged, limits))) {
      const all: Row[] = [];
      for await (const batch of rows()) all.push(...batch);
      sheets.push({ ...sheet, all });
    }
    return { sheets };
  } catch (error) {
    if (error instanceof NotKnown) return { notKnown: error.message };
    if (error instanceof EdgeError) return { refused: { exit: error.exit, findings: error.findings } };
    throw error;
  } finally {
    await staged.close();
  }
}

export const byScanner = (path: string, limits: Limits = defaultLimits): Promise<Told> =>
  told(path, limits, openKnown);

export const byLibrary = (path: string, limits: Limits = defaultLimits): Promise<Told> =>
  told(path, limits, openByLibrary);
