import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as XLSX from 'xlsx';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = join(root, 'bin/innopoints.js');

export type Value = string | number | boolean | null;

/** What a command did: what a test compares and what a failure shows. */
export interface Outcome {
  readonly command: string;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A private folder in which the real binary is run on real files. */
export interface Workbench {
  readonly folder: string;
  csv(name: string, rows: readonly (readonly Value[])[]): Workbench;
  xlsx(name: string, rows: readonly (readonly Value[])[], sheet?: string): Workbench;
  file(name: string, content: string | Buffer): Workbench;
  /** `assess firms.csv -p x`: words split at blanks, quotes not needed. Paths are relative to the folder. */
  innopoints(words: string, env?: Readonly<Record<string, string>>, input?: string | Buffer): Outcome;
  read(name: string): string;
  /** Files below a folder, sorted. */
  files(name: string): string[];
  remove(): void;
}

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function workbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'innopoints-bench-'));
  made.push(folder);
  const at = (name: string) => join(folder, name);
  const quote = (value: Value) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const bench: Workbench = {
    folder,
    csv(name, rows) {
      writeFileSync(at(name), `${rows.map((row) => row.map(quote).join(',')).join('\n')}\n`);
      return bench;
    },
    xlsx(name, rows, sheet = '企业') {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
      writeFileSync(at(name), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      return bench;
    },
    file(name, content) {
      mkdirSync(join(at(name), '..'), { recursive: true });
      writeFileSync(at(name), content);
      return bench;
    },
    innopoints(words, env = {}, input) {
      const args = words.split(' ').filter((word) => word !== '');
      const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder, LANG: 'zh_CN.UTF-8', ...env },
        maxBuffer: 256 * 2 ** 20,
        ...(input === undefined ? {} : { input }),
      });
      return { command: `innopoints ${words}`, code: status, stdout, stderr };
    },
    read: (name) => readFileSync(at(name), 'utf8'),
    files: (name) => (existsSync(at(name)) ? walk(at(name), at(name)).sort() : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return bench;
}

const walk = (folder: string, from: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path, from) : [relative(from, path)];
  });

/** Command, exit code, both streams and the reports, as one readable page for a golden file. */
export function transcript(bench: Workbench, outcome: Outcome, ...reports: string[]): string {
  const parts = [`$ ${outcome.command}`, `exit ${outcome.code}`];
  if (outcome.stdout !== '') parts.push('— stdout —', outcome.stdout.trimEnd());
  if (outcome.stderr !== '') parts.push('— stderr —', outcome.stderr.trimEnd());
  for (const report of reports) {
    parts.push(
      `— ${report} —`,
      existsSync(join(bench.folder, report))
        ? bench.read(report).replace('\ufeff', '').replaceAll('\r\n', '\n').trimEnd()
        : '(not there)',
    );
  }
  return `${parts.join('\n')}\n`;
}
