import type { FileHash, Run } from '../../model/run.js';
import { writeParts } from '../publish/write-file.js';
import { mappingText } from './mapping-text.js';

/** data/mapping.yaml: which column of which sheet is which field; can be corrected and passed back by `--mapping`. */
export const writeMapping = (folder: string, run: Run): Promise<FileHash> =>
  writeParts(folder, 'data/mapping.yaml', [mappingText(run.mappings)]);
