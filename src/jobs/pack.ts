import { basename, join, resolve } from 'node:path';
import { Findings, usageError } from '../finding/index.js';
import type { Finding } from '../model/finding.js';
import type { Run } from '../model/run.js';
import type { SheetSplit } from '../model/sheet-split.js';
import type { Lang } from '../model/text.js';
import {
  bookBody,
  checkFree,
  choosePack,
  packNote,
  packSheets,
  packTable,
  publishFile,
  shareOf,
  tableAsBytes,
} from '../report/index.js';
import { savedRun } from './saved-run.js';

export interface PackRequest {
  /** The run folder. */
  readonly run: string;
  /** An offer of its profile, by id or name. */
  readonly offer: string;
  /** A .xlsx or .csv, or a folder that gets both. */
  readonly out: string;
  readonly force?: boolean | undefined;
  readonly headers?: 'id' | 'text' | undefined;
  readonly lang?: Lang | undefined;
  /** Fewer than a workbook's own limit: for a program that reads less. */
  readonly rowsPerSheet?: number | undefined;
}

/** What a pack came to. Keys never change with the language. */
export interface Packed {
  readonly offer: string;
  readonly period: string;
  readonly whitelisted: number;
  readonly shared: number;
  readonly unauthorised: number;
  readonly withoutOffer: number;
  readonly files: readonly string[];
  /** Sheets that had more rows than a sheet takes. */
  readonly splits: readonly SheetSplit[];
  /** The same counts in words, as the workbook says them. */
  readonly note: string;
  readonly findings: readonly Finding[];
}

/**
 * The whitelist of a saved run as one offer's provider may see it. Throws EdgeError: 2 no such offer, 3 no run, 4 could
 * not write. Cost: one scoring pass.
 */
export async function pack(request: PackRequest): Promise<Packed> {
  const run = savedRun(request.run, request.lang);
  const offer = offerOf(run, request.offer);
  const { id } = run.plan.offers[offer]!;
  const force = request.force ?? false;
  const voice = { lang: run.lang, headers: request.headers ?? 'text' } as const;
  const files = filesOf(request.out, `whitelist-${id}-${run.period.text}`);
  for (const file of files) await checkFree(resolve(file), file, force);
  const choice = choosePack(run, offer);
  const splits: SheetSplit[] = [];
  for (const file of files) {
    const body = file.toLowerCase().endsWith('.csv')
      ? write(tableAsBytes(packTable(run, offer, choice, voice, true), voice, true))
      : bookBody(packSheets(run, offer, choice, voice), file, {
          rows: request.rowsPerSheet,
          told: (sheet, sheets) => void splits.push({ file, sheet, sheets }),
        });
    await publishFile(file, { force }, body);
  }
  const { whitelisted, unauthorised, withoutOffer } = choice;
  return {
    offer: id,
    period: run.period.text,
    whitelisted,
    shared: choice.firms.size,
    unauthorised,
    withoutOffer,
    files,
    splits,
    note: packNote(choice, run.lang),
    findings: tellConsent(run, offer, whitelisted, request.run),
  };
}

const write =
  (parts: Iterable<Uint8Array>) =>
  async (to: (chunk: Uint8Array) => Promise<void>): Promise<void> => {
    for (const part of parts) await to(part);
  };

function offerOf({ plan }: Run, asked: string): number {
  const index = plan.offers.findIndex(({ id, name }) => [id, name.zh, name.en].includes(asked));
  if (index >= 0) return index;
  const findings = new Findings();
  const offers = plan.offers.map(({ id, name }) => ({ zh: `${id}（${name.zh}）`, en: `${id} (${name.en})` }));
  findings.add('usage.offer', { file: '--for' }, { offer: asked, offers });
  throw usageError(findings.all);
}

const filesOf = (out: string, name: string): readonly string[] =>
  /\.(?:xlsx|csv)$/i.test(basename(out)) ? [out] : [join(out, `${name}.xlsx`), join(out, `${name}.csv`)];

/** Without the column nobody is known to allow it: said, since the list then is empty for everyone. */
function tellConsent(run: Run, offer: number, firms: number, folder: string): readonly Finding[] {
  const { consent } = shareOf(run, run.plan.offers[offer]!);
  const findings = new Findings();
  if (consent !== null && firms > 0 && !run.firms.numbers.has(consent))
    findings.add(
      'file.pack-consent',
      { file: folder },
      { field: run.plan.fields.get(consent)?.name ?? consent, firms },
    );
  return findings.all;
}
