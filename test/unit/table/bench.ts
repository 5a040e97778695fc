import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EdgeError, Findings } from '../../../src/finding/index.js';
import type { Cell, Row } from '../../../src/model/cell.js';
import type { Finding } from '../../../src/model/finding.js';
import { defaultLimits, type OpenedSource, type OpenOptions, openSource } from '../../../src/table/index.js';

const headers = ['企业名称', '统一社会信用代码', '营业收入', '研发费用'];

/** A new folder for the files of one test file, removed at the end of the process. */
const folder = mkdtempSync(join(tmpdir(), 'innopoints-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const pathOf = (name: string): string => join(folder, name);

/** Writes a file and gives its path. */
export function file(name: string, bytes: Buffer | string): string {
  writeFileSync(pathOf(name), bytes);
  return pathOf(name);
}

export type Options = Partial<OpenOptions>;

export async function open(path: string, options: Options = {}) {
  const findings = new Findings();
  const name = path.slice(path.lastIndexOf('/') + 1);
  const source = await openSource(
    { path, file: name },
    { limits: defaultLimits, headers, ...options, findings },
  );
  return { source, findings: findings.all };
}

export interface ReadResult {
  readonly source: OpenedSource;
  readonly rows: readonly Row[];
  readonly findings: readonly Finding[];
}

/** Opens bytes under a name and reads the first visible sheet, or the one asked for. */
export async function read(
  name: string,
  bytes: Buffer | string,
  options: Options = {},
  sheet?: string,
): Promise<ReadResult> {
  const { source, findings } = await open(file(name, bytes), options);
  const chosen = source.sheets.find((one) =>
    sheet === undefined ? one.visibility === 'visible' : one.name === sheet,
  );
  const rows: Row[] = [];
  for await (const batch of chosen!.rows()) rows.push(...batch);
  await source.close();
  return { source, rows, findings };
}

export const cellsOf = async (
  name: string,
  bytes: Buffer | string,
  options: Options = {},
): Promise<(readonly Cell[])[]> => (await read(name, bytes, options)).rows.map((row) => row.cells);

/** The one finding that an input is refused with. Anything else thrown, or nothing, fails the test. */
export async function refusal(
  name: string,
  bytes: Buffer | string,
  options: Options = {},
): Promise<Finding & { exit: number }> {
  return refusalOf(file(name, bytes), options);
}

export async function refusalOf(path: string, options: Options = {}): Promise<Finding & { exit: number }> {
  try {
    await open(path, options);
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return { ...error.findings[0]!, exit: error.exit };
  }
  throw new Error(`${path} was opened`);
}
