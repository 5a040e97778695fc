import type { Run } from '../model/run.js';
import type { Column, ReportTable, Voice } from './column.js';
import { statusColumns } from './notices.js';

const columns: readonly Column[] = [
  { id: 'district', header: { zh: '所属区县', en: 'District' }, format: 'text' },
  { id: 'id', header: { zh: '统一社会信用代码', en: 'Credit code' }, format: 'text' },
  { id: 'name', header: { zh: '企业名称', en: 'Firm' }, format: 'text' },
];

/** Firms of the roster that did not file, by district; `status` adds the profile's standing as columns, for a CSV. */
export function unfiledTable(run: Run, voice: Voice, status: boolean): ReportTable {
  const unfiled = run.roster?.unfiled ?? [];
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  return {
    title: { zh: '未申报企业', en: 'Not filed' },
    columns: [...columns, ...standing.columns],
    count: unfiled.length,
    rows: () => unfiled.map(({ district, id, name }) => [district, id, name, ...standing.values]),
  };
}

/** How many should have filed, did, and did not, a row a district. */
export function districtsTable(run: Run): ReportTable {
  const districts = run.roster?.districts ?? [];
  const count = (id: string, zh: string, en: string): Column => ({
    id,
    header: { zh, en },
    format: 'integer',
  });
  return {
    title: { zh: '按区县', en: 'By district' },
    columns: [
      columns[0]!,
      count('expected', '应申报', 'Expected'),
      count('filed', '已申报', 'Filed'),
      count('unfiled', '未申报', 'Not filed'),
    ],
    count: run.roster?.unfiled.length ?? 0,
    rows: () => districts.map((one) => [one.district, one.expected, one.filed, one.unfiled]),
  };
}
