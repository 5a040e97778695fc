import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileHash, Run } from '../../model/run.js';
import { orderFirms } from '../firm-order.js';
import { outputTrouble } from '../publish/output-trouble.js';
import { writeParts } from '../publish/write-file.js';
import { writeAdjustments } from './write-adjustments.js';
import { writeCohorts } from './write-cohorts.js';
import { writeFindings } from './write-findings.js';
import { writeFirms } from './write-firms.js';
import { writeMapping } from './write-mapping.js';

/** `data/`: what later commands need, and all that they read. Firms stand in the order of the assessment. */
export async function writeData(folder: string, run: Run): Promise<FileHash[]> {
  try {
    await mkdir(join(folder, 'data'), { mode: 0o700 });
  } catch (error) {
    throw outputTrouble(error, join(folder, 'data'));
  }
  const order = orderFirms(run);
  return [
    await writeParts(folder, 'data/profile.yaml', [run.profileYaml]),
    await writeMapping(folder, run),
    await writeFirms(folder, run, order),
    await writeCohorts(folder, run),
    await writeFindings(folder, run, order),
    ...(run.adjustments === undefined ? [] : [await writeAdjustments(folder, run, run.adjustments, order)]),
  ];
}
