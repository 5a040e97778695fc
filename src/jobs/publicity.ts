import { resolve } from 'node:path';
import { Findings, usageError } from '../finding/index.js';
import type { SheetSplit } from '../model/sheet-split.js';
import type { Lang } from '../model/text.js';
import {
  bookBody,
  checkFree,
  publicityPage,
  publicitySheets,
  publicKind,
  publishFile,
} from '../report/index.js';
import { parseDay } from './period.js';
import { savedRun } from './saved-run.js';

export interface PublicityRequest {
  /** The run folder. */
  readonly run: string;
  /** A .xlsx or .html. */
  readonly out: string;
  /** Calendar days; the profile's, else 5. */
  readonly days?: number | undefined;
  /** The first day. */
  readonly from?: string | undefined;
  readonly contact?: string | undefined;
  readonly force?: boolean | undefined;
  readonly lang?: Lang | undefined;
  /** Fewer than a workbook's own limit: for a program that reads less. */
  readonly rowsPerSheet?: number | undefined;
}

export interface Publicised {
  readonly list: 'publicity' | 'whitelist';
  readonly period: string;
  readonly firms: number;
  readonly days: number;
  readonly file: string;
  /** Sheets that had more rows than a sheet takes. */
  readonly splits: readonly SheetSplit[];
}

/**
 * The list of a saved run that is shown to the public. Throws EdgeError: 2 wrong usage or no list to show, 3 no run,
 * 4 could not write. Cost: one scoring pass.
 */
export async function publicity(request: PublicityRequest): Promise<Publicised> {
  const { out } = request;
  const force = request.force ?? false;
  const html = /\.html?$/i.test(out);
  const from = checkRequest(request, html);
  const run = savedRun(request.run, request.lang);
  const kind = publicKind(run);
  if (kind === null) {
    const findings = new Findings();
    findings.add('usage.no-list', { file: request.run }, { profile: run.plan.id });
    throw usageError(findings.all);
  }
  await checkFree(resolve(out), out, force);
  const terms = {
    from,
    days: request.days ?? run.plan.publicity?.days ?? 5,
    contact: request.contact ?? run.plan.publicity?.contact ?? null,
  };
  const splits: SheetSplit[] = [];
  const told = (sheet: string, sheets: number) => void splits.push({ file: out, sheet, sheets });
  const limit = { rows: request.rowsPerSheet, told };
  const body = html ? [publicityPage(run, terms)] : bookBody(publicitySheets(run, terms), out, limit);
  await publishFile(out, { force }, body);
  const firms = run.decisions.lists.filter((on) => on.some((list) => run.plan.lists[list]!.kind === kind));
  return { list: kind, period: run.period.text, firms: firms.length, days: terms.days, file: out, splits };
}

function checkRequest({ out, from }: PublicityRequest, html: boolean): number | null {
  const findings = new Findings();
  if (!html && !/\.xlsx$/i.test(out))
    findings.add('usage.extension', { file: '--out' }, { path: out, extension: '.xlsx / .html' });
  const day = from === undefined ? null : parseDay(from);
  if (from !== undefined && day === null) findings.add('usage.day', { file: '--from' }, { value: from });
  if (findings.hasErrors) throw usageError(findings.all);
  return day;
}
