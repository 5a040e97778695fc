import { cleanTable } from './clean-table.js';
import type { Voice } from './column.js';
import { tableAsCsv } from './csv.js';
import { findingsTable, type IntakeRun } from './findings-table.js';

/** What was read, as CSV text in parts; a byte order mark where a spreadsheet will open it. */
export const cleanParts = (run: IntakeRun, voice: Voice, all: boolean, bom: boolean): Iterable<string> =>
  tableAsCsv(cleanTable(run, voice, all), voice, bom);

/** What was found in it. */
export const findingsParts = (run: IntakeRun, voice: Voice): Iterable<string> =>
  tableAsCsv(findingsTable(run, voice), voice, true);
