import { LineCounter, parseDocument } from 'yaml';
import { Findings, usageError } from '../finding/index.js';
import type { Plan } from '../model/plan.js';
import { units } from '../model/unit.js';
import { z } from '../model/zod.js';
import { nearestFields } from './field-index.js';
import { unitOf } from './read-header.js';

/** A table as a person saved and perhaps corrected it: where its header stands, which column is which field. */
export interface GivenTable {
  readonly file: string;
  readonly sheet: string;
  readonly headerFrom: number;
  readonly headerTo: number;
  readonly columns: readonly GivenColumn[];
}

export interface GivenColumn {
  /** 0-based. */
  readonly index: number;
  readonly header: string;
  readonly field: string | null;
  /** null: as the header, the title or the profile says. */
  readonly unit: string | null;
}

const column = z.strictObject({
  column: z.string().regex(/^[A-Z]{1,3}$/),
  header: z.string().nullish(),
  field: z.string().nullish(),
  unit: z.string().nullish(),
  by: z.string().optional(),
  unit_from: z.string().optional(),
  near: z.array(z.string()).optional(),
});

const table = z.strictObject({
  file: z.string(),
  sheet: z.string().nullish(),
  header: z.union([z.number().int().positive(), z.string().regex(/^\d+-\d+$/)]),
  titles: z.array(z.string()).optional(),
  columns: z.array(column).min(1),
});

const schema = z.strictObject({ format: z.literal(1), tables: z.array(table).min(1) });

/** Reads what `inspect --save-mapping` wrote. Throws a usage error (exit 2) that names line, key and what may stand there. */
export function readMappingFile(text: string, file: string, plan: Plan): readonly GivenTable[] {
  const findings = new Findings();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const refuse = (
    line: number,
    path: string,
    why: 'absent' | 'key' | 'shape' | 'field' | 'unit' | 'syntax',
    value: string,
    near: readonly string[],
  ) =>
    findings.add(
      'usage.mapping-file',
      { file: line > 0 ? `${file}:${line}` : file },
      { path, why, value, near },
    );
  for (const error of document.errors) refuse(error.linePos?.[0].line ?? 0, '', 'syntax', error.code, []);
  if (findings.hasErrors) throw usageError(findings.all);
  const read = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: readonly [number, number, number] }
        | undefined;
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  if (!read.success) {
    for (const { code, path, ...issue } of read.error.issues) {
      const unknown =
        code === 'unrecognized_keys' ? (issue as { readonly keys: readonly string[] }).keys : [];
      for (const key of unknown) refuse(lineOf([...path, key]), key, 'key', key, []);
      if (unknown.length > 0) continue;
      const found: unknown = document.getIn(path);
      refuse(lineOf(path), path.join('.'), found === undefined ? 'absent' : 'shape', shown(found), []);
    }
    throw usageError(findings.all);
  }
  const tables = read.data.tables.map((one, t): GivenTable => {
    const [from, to = from] = String(one.header).split('-').map(Number) as [number, number?];
    const columns = one.columns.map((given, c): GivenColumn => {
      const at = ['tables', t, 'columns', c];
      const field = given.field ?? null;
      if (field !== null && !plan.fields.has(field))
        refuse(lineOf([...at, 'field']), 'field', 'field', field, nearestFields(field, plan));
      const unit = given.unit == null ? null : unitOf(given.unit);
      if (given.unit != null && unit === null)
        refuse(lineOf([...at, 'unit']), 'unit', 'unit', given.unit, [...units.keys()].slice(0, 8));
      return { index: columnIndex(given.column), header: given.header ?? '', field, unit };
    });
    return { file: one.file, sheet: one.sheet ?? '', headerFrom: from, headerTo: to, columns };
  });
  if (findings.hasErrors) throw usageError(findings.all);
  return tables;
}

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? '…' : String(value).slice(0, 40);

const columnIndex = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * The saved tables that speak of a sheet: those of its file and name; of its name, for next quarter's file; or all,
 * where only one sheet was saved and a CSV is read.
 */
export function givenFor(tables: readonly GivenTable[], file: string, sheet: string): readonly GivenTable[] {
  const same = tables.filter((one) => one.file === file && one.sheet === sheet);
  if (same.length > 0) return same;
  const named = tables.filter((one) => one.sheet === sheet);
  const files = new Set(named.map((one) => one.file));
  return files.size === 1 ? named : [];
}
