import { stringify } from 'yaml';
import type { FileHash, Run } from '../../model/run.js';
import { writeParts } from '../write-file.js';

/** data/mapping.yaml: which column of which sheet is which field, as the model has it; can be corrected and passed back. */
export const writeMapping = (folder: string, run: Run): Promise<FileHash> =>
  writeParts(folder, 'data/mapping.yaml', [
    stringify(
      { format: 1, mappings: run.mappings },
      // Each mapping is written out, however like another it is, and no line is folded.
      { aliasDuplicateObjects: false, lineWidth: 0 },
    ),
  ]);
