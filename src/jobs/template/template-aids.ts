import type { Sheet, Source } from '../../model/table.js';
import { templateSheets } from '../../model/template.js';

/**
 * The sheets beside the form in a template of ours: how to fill it, and the words of its drop-downs. They hold no firms and
 * are not read, and nothing need be said of it. The hidden sheet tells that a workbook is one; it outlives saving as XLS.
 */
export function templateAids({ sheets }: Pick<Source, 'sheets'>): readonly Sheet[] {
  const names = Object.values(templateSheets).filter(({ lists }) =>
    sheets.some((sheet) => sheet.name === lists && sheet.visibility !== 'visible'),
  );
  return sheets.filter(
    ({ name, visibility }) =>
      names.some(({ guide }) => guide === name) ||
      (visibility !== 'visible' && names.some(({ lists }) => lists === name)),
  );
}
