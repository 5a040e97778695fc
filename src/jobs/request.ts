import type { Lang } from '../model/text.js';

/** What reading inputs may be told. */
export interface ReadingOptions {
  /** Overrules the encoding found; a label like gb18030, big5, utf-8. */
  readonly encoding?: string | undefined;
  /** Sheets to read by name, hidden ones too; none named: every visible sheet that holds a table of firms. */
  readonly sheets?: readonly string[] | undefined;
  /** Leave unreadable files out, said in every report, instead of stopping. */
  readonly skipUnreadable?: boolean | undefined;
  /** Path of a saved mapping: which column is which field. */
  readonly mapping?: string | undefined;
  /** Upper limit of what a workbook may inflate to, in bytes. */
  readonly maxInflated?: number | undefined;
  /** Upper limit of the parts in a workbook's zip container. */
  readonly maxParts?: number | undefined;
  /** Upper limit of the columns of a text table. */
  readonly maxColumns?: number | undefined;
}

/** The files of a request. */
export interface InputFiles {
  /** Paths; `-` is standard input. */
  readonly files: readonly string[];
  /** Files that hold last year's figures: they fill the fields that hold last year's value. */
  readonly prior?: readonly string[] | undefined;
  /** Lists of other bureaus, `field=path`: whoever stands on one has the yes/no field true. */
  readonly lists?: readonly string[] | undefined;
  /** Exceptions that came back mended: their rows take the place of rows of the other files. */
  readonly fixes?: readonly string[] | undefined;
}

/** Tables that stand beside the firms'. */
export interface BesideFiles {
  /** Banks' answers and results of 联合会诊. */
  readonly feedback?: readonly string[] | undefined;
  /** People's decisions about lists. */
  readonly adjust?: readonly string[] | undefined;
  /** Firms that should file. */
  readonly roster?: readonly string[] | undefined;
}

/** Which profile, for what time. */
export interface RulesOptions {
  /** An id or a path to a .yaml. */
  readonly profile: string;
  /** Folders where profiles are searched, first match wins; the shipped ones come last by themselves. */
  readonly profileFolders?: readonly string[] | undefined;
  /** Fields that no input has and that shall be blank. */
  readonly without?: readonly string[] | undefined;
}

export interface AssessRequest extends InputFiles, BesideFiles, ReadingOptions, RulesOptions {
  readonly period: string;
  readonly asOf?: string | undefined;
  /** Folder of the last run: tells in the reports who is new, kept or gone, and whose points moved. */
  readonly previous?: string | undefined;
  /** `USD=7.1`, with the day that it held: then offers in US dollars are told in yuan too. */
  readonly rate?: string | undefined;
  readonly rateDate?: string | undefined;
  /** The run folder; null writes nothing (`reportOf` prints one report), unless `runs` is given. */
  readonly out: string | null;
  /** Instead of `out`: a folder of runs, in which this one gets a name of its own by period and profile. */
  readonly runs?: string | undefined;
  /** Milliseconds to wait for another run that holds the output; 0 unless told. */
  readonly wait?: number | undefined;
  readonly force?: boolean | undefined;
  readonly format?: 'xlsx' | 'csv' | undefined;
  readonly headers?: 'id' | 'text' | undefined;
  /** Splits every report that goes out by this column: a field or a header of the inputs. */
  readonly by?: string | undefined;
  /** One report.xlsx in place of the workbooks of lists and offers. Not with CSV. */
  readonly oneWorkbook?: boolean | undefined;
  /** false leaves report.html out. */
  readonly html?: boolean | undefined;
  readonly lang?: Lang | undefined;
}

/** A step has begun; for progress on a terminal. */
export type Progress = (step: 'profile' | 'open' | 'read' | 'score' | 'write', detail?: string) => void;
