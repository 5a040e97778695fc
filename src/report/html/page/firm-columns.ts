import type { PackedTexts } from './packed.js';
import type { PageTools } from './tools.js';

/** A column of the table of firms. */
export interface FirmColumn {
  readonly id: string;
  readonly title: string;
  readonly number: boolean;
  /** What is shown of a firm; '' for nothing. */
  text(firm: number): string;
  /** What is sorted by; null comes last, whichever the direction. */
  key(firm: number): number | string | null;
  /** Set where firms can be narrowed to one of its texts. */
  readonly choices: readonly string[] | null;
}

/** The columns of the table, each unpacked once. */
export function firmColumns({
  data,
  ids,
  names,
  unpackNumbers,
  unpackTexts,
  shownNumber,
}: PageTools): FirmColumn[] {
  const { words } = data;
  const numbers = (
    id: string,
    title: string,
    values: readonly (number | null)[],
    digits: number,
  ): FirmColumn => ({
    id,
    title,
    number: true,
    text: (firm) => (values[firm] == null ? '' : shownNumber(values[firm], digits)),
    key: (firm) => values[firm] ?? null,
    choices: null,
  });
  const plain = (id: string, title: string, values: readonly string[]): FirmColumn => ({
    id,
    title,
    number: false,
    text: (firm) => values[firm]!,
    key: (firm) => values[firm] || null,
    choices: null,
  });
  const chosen = (id: string, title: string, packed: PackedTexts | null, sorted: boolean): FirmColumn[] => {
    if (packed === null || packed.texts.length === 0) return [];
    const choices = sorted ? [...packed.texts].sort() : packed.texts;
    return [{ ...plain(id, title, unpackTexts(packed)), choices }];
  };
  const totals = unpackNumbers(data.total);
  return [
    ...(data.ranked > 0 ? [numbers('rank', words.rank, unpackNumbers(data.rank), 0)] : []),
    plain('name', words.name, names),
    plain('id', words.id, ids),
    ...chosen('stage', words.stage, data.stage, false),
    ...data.facets.flatMap((facet, index) => chosen(`facet${index}`, facet.name, facet.column, true)),
    ...(totals.some((total) => total !== null) ? [numbers('total', words.total, totals, data.decimals)] : []),
    ...chosen('grade', words.grade, data.grade, true),
    ...(data.previous === null ? [] : chosen('move', words.move, data.previous.move, false)),
    ...chosen('disposition', words.disposition, data.disposition, false),
  ];
}
