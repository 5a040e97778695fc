import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Findings, inputError } from '../../finding/index.js';
import type { FileHash } from '../../model/run.js';
import { z } from '../../model/zod.js';
import { manifestSeal, standingsFile } from '../../report/index.js';

/** What later identifications read of an earlier one. */
export interface Previous {
  readonly period: string;
  readonly file: FileHash;
  /** Scheme id → firm id → its name, for firms that qualified. */
  readonly qualified: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

const manifestSchema = z.object({
  format: z.literal(1),
  kind: z.literal('identify'),
  period: z.string(),
  schemes: z.array(z.object({ id: z.string() })),
  outputs: z.array(z.object({ file: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** Opens a folder that `identify` wrote, by its manifest and standings alone. Throws exit 3 where it is none, or was changed. */
export function openIdentification(folder: string): Previous {
  const refuse = () => {
    const findings = new Findings();
    findings.add('file.identified-none', { file: folder }, { path: folder });
    return inputError(findings.all);
  };
  const read = (name: string): Buffer => {
    try {
      const path = join(folder, ...name.split('/'));
      // A pipe would be waited for.
      if (statSync(path).isFile()) return readFileSync(path);
    } catch {
      // Told below.
    }
    throw refuse();
  };
  const json = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw refuse();
    }
  };
  const text = read('manifest.json').toString();
  const manifest = manifestSchema.safeParse(json(text));
  const file = manifest.data?.outputs.find((one) => one.file === standingsFile);
  if (!manifest.success || file === undefined || manifestSeal(text) === 'broken') throw refuse();
  const bytes = read(standingsFile);
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw refuse();
  const rows = parse(bytes, { columns: true }) as Record<string, string>[];
  const { period, schemes } = manifest.data;
  const qualified = schemes.map(({ id }) => {
    const firms = rows.filter((row) => row[`scheme_${id}`] === 'qualifies');
    return [id, new Map(firms.map((row) => [row.id ?? '', row.name || null]))] as const;
  });
  return { period, file, qualified: new Map(qualified) };
}
