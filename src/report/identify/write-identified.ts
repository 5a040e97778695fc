import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf, sayFinding } from '../../finding/index.js';
import type { Identified } from '../../model/identified.js';
import type { FileHash } from '../../model/run.js';
import { fillsOf } from '../cell-fills.js';
import type { Column, ReportTable, Value, Voice } from '../column.js';
import { headersOf } from '../column.js';
import { tableAsBytes } from '../csv.js';
import { matrixGuide, schemeGuide, selfAssessed } from '../guide/identify-guide.js';
import { isoDate } from '../iso-date.js';
import { outputTrouble } from '../publish/output-trouble.js';
import { writeParts } from '../publish/write-file.js';
import { severityText } from '../words.js';
import { bookWriter, type ReportOptions } from '../write-reports.js';
import type { HeadRow, SheetSpec } from '../xlsx/write-sheet.js';
import { changesTable, gapsTable, matrixTable, schemeTable, straysTable } from './identify-matrix.js';
import { schemesTable } from './identify-schemes.js';

/** Where the standings are kept for the next identification: codes, never words. */
export const standingsFile = 'data/standings.csv';

const schemesFolder = 'data/schemes';

/** Where the rules that were applied are kept: a profile without what it extends. */
export const schemeFile = (id: string): string => `${schemesFolder}/${id}.yaml`;

/** Every report of an identification, into a folder that is there. Tells each file's hash. Throws exit 4. */
export async function writeIdentified(
  folder: string,
  done: Identified,
  options: Pick<ReportOptions, 'format' | 'headers' | 'rowsPerSheet' | 'onSplit'>,
): Promise<FileHash[]> {
  const voice: Voice = { lang: done.lang, headers: options.headers };
  const book = bookWriter(options);
  const files: FileHash[] = [];
  const asCsv = async (name: string, table: ReportTable, how = voice, bom = true) =>
    files.push(await writeParts(folder, name, tableAsBytes(table, how, bom)));
  const write = async (name: string, tables: readonly ReportTable[], guide: () => SheetSpec) => {
    const sheets = () => [...tables.map((table) => sheetOf(done, table, voice)), guide()];
    if (options.format === 'csv') await asCsv(`${name}.csv`, tables[0]!);
    else files.push(await book(folder, `${name}.xlsx`, sheets()));
  };
  for (const inner of ['lists', 'data', schemesFolder]) await makeFolder(join(folder, inner));
  const matrix = [matrixTable(done, voice, options.format === 'csv'), gapsTable(done, voice)] as const;
  await write('matrix', matrix, () => matrixGuide(done, matrix, voice));
  for (const [at, { plan }] of done.schemes.entries()) {
    const list = schemeTable(done, at, voice, options.format === 'csv');
    await write(`lists/${plan.id}`, [list], () => schemeGuide(done, at, list, voice));
  }
  await asCsv('schemes.csv', schemesTable(done, voice));
  if (done.previous !== null) await asCsv('changes.csv', changesTable(done, voice));
  await asCsv('exceptions.csv', straysTable(done, voice));
  await asCsv('findings.csv', findingsTable(done, voice));
  await asCsv(standingsFile, standingsTable(done), { ...voice, headers: 'id' }, false);
  for (const { plan, profileYaml } of done.schemes)
    files.push(await writeParts(folder, schemeFile(plan.id), [profileYaml]));
  return files;
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    throw outputTrouble(error, path);
  }
}

/** What is missing can be long: as wide as the page has room for. */
const PROSE = 96;

function sheetOf(done: Identified, table: ReportTable, voice: Voice): SheetSpec {
  const zh = voice.lang === 'zh';
  const about = zh
    ? `共 ${table.count} 家；数据期 ${done.period.text}；截至 ${isoDate(done.asOf)}`
    : `${table.count} firms; period ${done.period.text}; as of ${isoDate(done.asOf)}`;
  const head: HeadRow[] = [
    { kind: 'title', cells: [table.title[voice.lang]] },
    { kind: 'plain', cells: [about] },
    { kind: 'notice', cells: [selfAssessed[voice.lang]] },
    ...unreadNotice(done, zh),
    ...(table.notes ?? []).map((note): HeadRow => ({ kind: 'notice', cells: [note[voice.lang]] })),
    { kind: 'header', cells: headersOf(table.columns, voice).map(brokenAtColon) },
  ];
  return {
    name: table.title[voice.lang],
    columns: table.columns.map(({ id, format, mark, centre }) => ({
      // The totals: a CSV has them as they are, a sheet all alike.
      format: format === 'number' ? 'points' : format,
      digits: 2,
      ...(id === 'said' ? { width: PROSE, wrap: true } : {}),
      ...(centre === true ? { centre } : {}),
      ...(mark === undefined ? {} : { fills: fillsOf(mark, { grades: [] }, voice) }),
    })),
    head,
    // The notices are read once.
    repeat: 1,
    rows: table.rows(),
    freeze: true,
    freezeColumns: table.columns.findIndex(({ id }) => id === 'name') + 1,
    filter: true,
  };
}

/** 高新技术企业：⏎总分, not with the colon at the front of a line. */
const brokenAtColon = (header: string): string =>
  header.replace(/(：|: )(?=[^：:]+$)/, '$1\n').replace(' \n', '\n');

/** Files left out by `--skip-unreadable`: who reads the sheet must know. */
function unreadNotice({ unreadable }: Identified, zh: boolean): HeadRow[] {
  if (unreadable.length === 0) return [];
  const names = unreadable.join(zh ? '、' : ', ');
  const said = zh
    ? `未读取的文件：${names}，其中的企业不在结果内`
    : `Files that could not be read: ${names}; their firms are not in these results`;
  return [{ kind: 'notice', cells: [said] }];
}

const text = (id: string, zh: string, en: string): Column => ({ id, header: { zh, en }, format: 'text' });

/** One line a finding, whichever schemes made it. */
function findingsTable(done: Identified, voice: Voice): ReportTable {
  const { lang } = voice;
  return {
    title: { zh: '数据问题', en: 'Findings' },
    columns: [
      text('severity', '级别', 'Severity'),
      text('finding', '代码', 'Finding'),
      text('schemes', '涉及认定', 'Schemes'),
      text('file', '文件', 'File'),
      text('sheet', '工作表', 'Sheet'),
      text('cell', '单元格', 'Cell'),
      { id: 'row', header: { zh: '行号', en: 'Row' }, format: 'integer' },
      text('found', '发现', 'Found'),
      text('expected', '应为', 'Expected'),
      text('fix', '怎么改', 'What to do'),
      text('firm_id', '统一社会信用代码', 'Credit code'),
      text('firm_name', '企业名称', 'Firm'),
    ],
    count: done.findings.length,
    *rows() {
      for (const { finding, schemes, id, name } of done.findings) {
        const { at } = finding;
        const said = sayFinding(finding, lang);
        yield [
          voice.headers === 'id' ? finding.severity : severityText[finding.severity][lang],
          finding.id,
          schemes.map((one) => done.schemes[one]!.plan.id).join(' '),
          at.file,
          'sheet' in at ? at.sheet : null,
          'column' in at && 'row' in at ? addressOf(at) : null,
          'row' in at ? at.row : null,
          said.found,
          said.expected,
          said.fix,
          id,
          name,
        ];
      }
    },
  };
}

function standingsTable(done: Identified): ReportTable {
  return {
    title: { zh: '状态', en: 'Standings' },
    columns: [
      text('id', '统一社会信用代码', 'Credit code'),
      text('name', '企业名称', 'Firm'),
      ...done.schemes.map(({ plan, name }) => text(`scheme_${plan.id}`, name.zh, name.en)),
    ],
    count: done.firms.length,
    *rows(): Iterable<readonly Value[]> {
      for (const { id, name, told } of done.firms) yield [id, name, ...told.map((one) => one.standing)];
    },
  };
}
