import { Findings } from '../../finding/index.js';
import { describeSheet, indexFields } from '../../match/index.js';
import type { Plan } from '../../model/plan.js';
import type { Sheet } from '../../model/table.js';
import type { Lang } from '../../model/text.js';
import { headerWithUnit, templateColumns } from '../../report/index.js';
import { bareSheet } from '../../table/index.js';

/**
 * The columns of a template whose headers would not be read back as their fields in their units (a name that holds a year,
 * another field's spelling, or a foreign one), each with its id for a header. Most profiles have none.
 */
export async function templateHeaders(
  plan: Plan,
  lang: Lang,
  year: number | null,
): Promise<ReadonlyMap<string, string>> {
  const columns = templateColumns(plan, lang, new Map());
  const cells = columns.map(({ header }) => header);
  const mapping = await describeSheet(headerOnly(cells), indexFields(plan, year), new Findings());
  const headers = new Map<string, string>();
  for (const [index, { field }] of columns.entries()) {
    const found = mapping?.columns.find((column) => column.index === index);
    if (found?.field === field.id && found.unit === field.unit && found.unitFrom !== 'profile') continue;
    headers.set(field.id, headerWithUnit(field.id, field));
  }
  return headers;
}

const headerOnly = (cells: readonly string[]): Sheet =>
  bareSheet('', async function* () {
    yield [{ number: 1, line: 0, cells }];
  });
