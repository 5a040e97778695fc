import type { Offer } from '../model/plan.js';
import type { FileHash, Run } from '../model/run.js';
import type { ReportTable, Voice } from './column.js';
import { tableAsBytes } from './csv.js';
import { limitUnitId } from './describe-firm.js';
import { exposureTable } from './exposure.js';
import { type GuidedSheet, guideSheet } from './guide/guide-sheet.js';
import { exposureAbout, offersAbout, offersOf, openScope } from './guide/guides.js';
import { offersTable } from './offers.js';
import { writeParts } from './publish/write-file.js';
import { reportSheet } from './report-sheet.js';
import { withUnit } from './words.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

/** Whether an offer states what a column tells; its id is for programs. */
const terms: Readonly<Record<string, (offer: Offer) => boolean>> = {
  offer: () => false,
  rate: (offer) => offer.rate !== null,
  term: (offer) => offer.term !== null,
  enhancement: (offer) => offer.enhancement !== null,
  risk_shares: (offer) => offer.riskShares.length > 0,
  share: (offer) => offer.riskShares.length > 0,
  pool_warn: (offer) => offer.pool !== undefined,
  pool_stop: (offer) => offer.pool !== undefined,
};

/**
 * 支持产品 and 风险敞口: a CSV has all of their columns, a sheet only what people read: not the offers' ids, and no terms that
 * no offer of the profile states.
 */
export const offerTables = (run: Run, voice: Voice, csv: boolean): readonly [ReportTable, ReportTable] =>
  csv
    ? [offersTable(run, voice, true), exposureTable(run, voice, true)]
    : [stated(offersTable(run, voice, false), run), stated(exposureTable(run, voice, false), run)];

function stated(table: ReportTable, { plan }: Run): ReportTable {
  // One unit for all stands in the header, so that the column can be added up.
  const units = new Set(plan.offers.flatMap((one) => (one.limits.length === 0 ? [] : [limitUnitId(one)])));
  const [unit] = units.size === 1 ? units : [];
  const places = table.columns.flatMap(({ id }, index) => {
    if (id === 'unit' && unit !== undefined) return [];
    const states = terms[id];
    return states === undefined || plan.offers.some(states) ? [index] : [];
  });
  return {
    ...table,
    columns: places.map((place) => {
      const column = table.columns[place]!;
      return column.id === 'limit' && unit !== undefined
        ? { ...column, header: withUnit(column.header, unit) }
        : column;
    }),
    *rows() {
      for (const row of table.rows()) yield places.map((place) => row[place] ?? null);
    },
  };
}

/** What is said of the two in the guide. */
export const guidedOffers = (tables: readonly [ReportTable, ReportTable]): readonly GuidedSheet[] => [
  { title: tables[0].title, about: offersAbout, columns: tables[0].columns, of: 'offers' },
  { title: tables[1].title, about: exposureAbout, columns: tables[1].columns, of: 'exposure' },
];

/** How to read offers.xlsx. */
const offersGuide = (run: Run, tables: readonly [ReportTable, ReportTable], voice: Voice): SheetSpec =>
  guideSheet(
    run,
    guidedOffers(tables),
    { ...openScope(run, [], offersOf(run)), grades: false, indicators: false },
    voice,
  );

/**
 * offers.xlsx with the exposure on its second sheet and how to read both on its third, or offers.csv and exposure.csv;
 * nothing where no offer is stated.
 */
export async function writeOffers(
  folder: string,
  run: Run,
  voice: Voice,
  csv: boolean,
  writeBook: (folder: string, name: string, sheets: readonly SheetSpec[]) => Promise<FileHash>,
): Promise<FileHash[]> {
  if (run.plan.offers.length === 0) return [];
  const tables = offerTables(run, voice, csv);
  if (csv)
    return [
      await writeParts(folder, 'offers.csv', tableAsBytes(tables[0], voice, true)),
      await writeParts(folder, 'exposure.csv', tableAsBytes(tables[1], voice, true)),
    ];
  const sheets = tables.map((table) => reportSheet(run, table, voice));
  return [await writeBook(folder, 'offers.xlsx', [...sheets, offersGuide(run, tables, voice)])];
}
