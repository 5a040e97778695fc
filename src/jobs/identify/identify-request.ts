import type { Lang } from '../../model/text.js';
import type { InputFiles, ReadingOptions } from '../request.js';

/** One input, many schemes. */
export interface IdentifyRequest extends InputFiles, ReadingOptions {
  /** Ids or paths; none: every profile that says what it identifies. */
  readonly profiles: readonly string[];
  readonly profileFolders?: readonly string[] | undefined;
  readonly period: string;
  readonly asOf?: string | undefined;
  readonly out: string;
  /** The folder of the last identification: tells who is new, kept or lost. */
  readonly previous?: string | undefined;
  readonly force?: boolean | undefined;
  readonly format?: 'xlsx' | 'csv' | undefined;
  readonly headers?: 'id' | 'text' | undefined;
  readonly lang?: Lang | undefined;
}
