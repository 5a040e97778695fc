import type { Plan } from '../../model/plan.js';
import type { FileHash } from '../../model/run.js';
import { publishFile } from '../publish/publish-file.js';
import { type TemplateOptions, templateBook } from './template-book.js';

/** Writes a plan's blank workbook. Throws exit 4 where the file is there and `force` is not given, or the disk fails. */
export const writeTemplate = (
  path: string,
  plan: Plan,
  options: TemplateOptions,
  force: boolean,
): Promise<FileHash> =>
  publishFile(path, { force }, async (write) => {
    const { writeWorkbook } = await import('../xlsx/write-sheet.js');
    await writeWorkbook(write, templateBook(plan, options));
  });
