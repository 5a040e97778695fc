import { refuseOutput } from './publish/output-trouble.js';
import type { WriteChunk } from './publish/write-file.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

/** How sheets are filled, and who hears of one that passed its limit and goes on in further ones. */
export interface SheetLimit {
  readonly rows?: number | undefined;
  readonly told?: ((sheet: string, sheets: number) => void) | undefined;
}

/** Sheets as the body of one workbook file. Throws exit 4 where it would be larger than a workbook can be. */
export const bookBody =
  (sheets: readonly SheetSpec[], path: string, limit: SheetLimit = {}) =>
  async (write: WriteChunk): Promise<void> => {
    // Measures text and deflates: nothing that a command without a workbook should load.
    const { writeWorkbook, ZipTooLarge } = await import('./xlsx/write-sheet.js');
    try {
      await writeWorkbook(write, sheets, limit.rows, limit.told);
    } catch (error) {
      throw error instanceof ZipTooLarge ? refuseOutput('file.output-too-large', path) : error;
    }
  };
