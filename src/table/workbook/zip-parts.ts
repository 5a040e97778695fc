import type { Limits } from '../limits.js';
import type { ZipEntry } from './read-zip.js';

/** A container as far as its directory tells it: everything is counted, nothing inflated. */
export interface ZipParts {
  readonly file: string;
  readonly format: 'xlsx' | 'xlsb' | 'ods';
  readonly limits: Limits;
  readonly all: readonly ZipEntry[];
  /** What may hold a cell. */
  readonly wanted: readonly ZipEntry[];
}
