import { dayText } from '../../model/day.js';
import type { Identified, IdentifyManifest } from '../../model/identified.js';
import type { FileHash } from '../../model/run.js';
import type { SheetSplit } from '../../model/sheet-split.js';
import { type Claim, changeCounts, counted, writeIdentified, writeManifest } from '../../report/index.js';
import { recordOptions } from '../replay/recorded-options.js';
import { version } from '../version.js';
import type { IdentifyRequest } from './identify-request.js';
import { countsOf } from './summarise-identified.js';

/** A folder that stands in its place. */
export interface PublishedIdentification {
  readonly folder: string;
  /** In the order written. */
  readonly reports: readonly string[];
  /** Sheets that had more rows than a sheet takes. */
  readonly splits: readonly SheetSplit[];
}

/** Writes the folder of a claimed place: reports, then the manifest with their hashes; all of it or nothing. */
export async function writeIdentification(
  claim: Claim,
  done: Identified,
  request: IdentifyRequest,
  started: Date,
): Promise<PublishedIdentification> {
  const format = request.format ?? 'xlsx';
  const headers = request.headers ?? 'text';
  const splits: SheetSplit[] = [];
  const onSplit = (split: SheetSplit) => void splits.push(split);
  const outputs = await claim.publish(async (folder) => {
    const written = await writeIdentified(folder, done, { format, headers, onSplit });
    const seconds = (Date.now() - started.getTime()) / 1000;
    const manifest = manifestOf(done, request, written, started.toISOString(), seconds);
    await writeManifest(folder, manifest);
    return written;
  });
  return {
    folder: claim.target,
    reports: outputs.map((one) => one.file).filter((file) => !file.startsWith('data/')),
    splits,
  };
}

/** Counts and hashes: no firm's name, no figure. */
function manifestOf(
  done: Identified,
  request: IdentifyRequest,
  outputs: readonly FileHash[],
  started: string,
  seconds: number,
): IdentifyManifest {
  const {
    feedback: _f,
    adjust: _a,
    roster: _r,
    without: _w,
    ...options
  } = recordOptions({
    ...request,
    profile: '',
  });
  return {
    format: 1,
    kind: 'identify',
    tool: { name: 'innopoints', version },
    schemes: done.schemes.map(({ plan, lacking, counts }, at) => ({
      id: plan.id,
      status: plan.status,
      sha256: plan.hash,
      lacking,
      firms: counts,
      ...(done.previous === null ? {} : { changes: countsOf(changeCounts(done, at)) }),
    })),
    period: done.period.text,
    asOf: dayText(done.asOf),
    options,
    inputs: done.sources.map(({ file, bytes, sha256 }) => ({ file, bytes, sha256 })),
    mapping: done.mappingFile,
    previous: done.previous,
    outputs: [...outputs].sort((a, b) => (a.file < b.file ? -1 : 1)),
    rows: done.rowLedger,
    firms: done.firms.length,
    exceptions: done.strays.length,
    findings: counted(done.findings.map(({ finding }) => finding.id)),
    started,
    seconds,
  };
}
