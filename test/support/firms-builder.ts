import type { Firms, TableRef } from '../../src/model/firms.js';

export type FirmRecord = Readonly<Record<string, number | string | boolean | null>>;

export interface FirmsParts {
  /** Indexes of firms that are rejected before scoring. */
  readonly rejected?: readonly number[];
  /** The sheet of each firm; all on 「企业」 unless told. A sheet has the columns that any of its records names. */
  readonly sheets?: readonly string[];
  /** Fields whose column is in 元, on every sheet. */
  readonly inYuan?: readonly string[];
}

const file = '企业.xlsx';

/** Firms from records by field id, one row each, from row 2 of the sheet on. A key that no record has is no column. */
export function firmsOf(records: readonly FirmRecord[], parts: FirmsParts = {}): Firms {
  const sheetOf = (firm: number) => parts.sheets?.[firm] ?? '企业';
  const sheets = [...new Set(records.map((_, firm) => sheetOf(firm)))];
  const tables = sheets.map((sheet): TableRef => {
    const here = records.filter((_, firm) => sheetOf(firm) === sheet);
    const ids = [...new Set(here.flatMap((record) => Object.keys(record)))];
    const columnOf = new Map(ids.map((id, column) => [id, column + 2]));
    return { file, sheet, headerFrom: 1, headerTo: 1, columnOf, inYuan: new Set(parts.inYuan ?? []) };
  });
  const tableOf = records.map((_, firm) => sheets.indexOf(sheetOf(firm)));
  const rowOf = (firm: number) => ({ file, sheet: sheetOf(firm), row: firm + 2 });
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly (string | null)[]>();
  for (const id of new Set(records.flatMap((record) => Object.keys(record)))) {
    const column = records.map((record) => record[id] ?? null);
    if (column.some((one) => typeof one === 'string')) {
      texts.set(
        id,
        column.map((one) => (one === null ? null : String(one))),
      );
    } else {
      numbers.set(
        id,
        Float64Array.from(column, (one) => (one === null ? Number.NaN : Number(one))),
      );
    }
  }
  const rejected = new Uint8Array(records.length);
  for (const firm of parts.rejected ?? []) rejected[firm] = 1;
  return {
    count: records.length,
    ids: records.map((_, firm) => `91340100MA2N${String(firm).padStart(5, '0')}X`),
    names: records.map((_, firm) => `华新传感${firm}有限公司`),
    numbers,
    texts,
    rejected,
    tables,
    rows: {
      count: records.length,
      table: tableOf,
      number: records.map((_, firm) => firm + 2),
      line: records.map(() => 0),
      firm: records.map((_, firm) => firm),
      superseded: records.map(() => 0),
    },
    skipped: [],
    rowsOf: (firm) => [firm],
    rowOf,
    cellOf(firm, field) {
      const column = tables[tableOf[firm]!]!.columnOf.get(field);
      return column === undefined ? null : { ...rowOf(firm), column };
    },
  };
}
