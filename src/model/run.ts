import type { Adjustment } from './adjustment.js';
import type { Compared } from './compared.js';
import type { Decisions, Disposition } from './decisions.js';
import type { Feedback } from './feedback.js';
import type { Finding } from './finding.js';
import type { Fate, Firms } from './firms.js';
import type { Mapping, SkipReason } from './mapping.js';
import type { Period } from './period.js';
import type { Plan } from './plan.js';
import type { Reasons } from './reasons.js';
import type { Roster } from './roster.js';
import type { Scores } from './scores.js';
import type { Part, Split } from './split.js';
import type { Source } from './table.js';
import type { Lang } from './text.js';
import type { Currency } from './unit.js';

export interface RowLedger {
  readonly total: number;
  readonly byFate: Readonly<Record<Fate, number>>;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
}

export interface FirmLedger {
  readonly total: number;
  readonly byDisposition: Readonly<Record<Disposition, number>>;
}

/** The time of a profile, days as year-month-day; `to` is null where no end is known. */
export interface InForce {
  readonly from: string;
  readonly to: string | null;
}

/** Everything a report may want to know of one execution. */
export interface Run {
  readonly plan: Plan;
  /** The resolved profile as YAML, alone enough to build the plan again. */
  readonly profileYaml: string;
  readonly period: Period;
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly lang: Lang;
  readonly sources: readonly Source[];
  readonly mappings: readonly Mapping[];
  readonly firms: Firms;
  readonly scores: Scores;
  readonly decisions: Decisions;
  /** Sorted by file, sheet, row, column, id. */
  readonly findings: readonly Finding[];
  readonly rowLedger: RowLedger;
  readonly firmLedger: FirmLedger;
  /** Fields that `--without` took out, and optional fields that no input had. */
  readonly without: readonly string[];
  readonly absent: readonly string[];
  /** Files that `--skip-unreadable` left out. */
  readonly unreadable: readonly string[];
  /** The profile's time, where the period lies outside it. */
  readonly outOfForce?: InForce;
  /** The saved mapping that was used, by its base name and hash. */
  readonly mappingFile: FileHash | null;
  /** Banks' answers and results of sessions, where `--feedback` gave any. */
  readonly feedback?: Feedback | undefined;
  /** People's decisions about lists, in the order of their files, where `--adjust` gave any. */
  readonly adjustments?: readonly Adjustment[] | undefined;
  /** Who should file, where `--roster` told. */
  readonly roster?: Roster | undefined;
  /** Firms by a column, where `--by` asked for it. */
  readonly split?: Split | undefined;
  /** Set where this is no whole run, but the firms of one value of `split`. */
  readonly part?: Part | undefined;
  /** Why firms stand on lists and have offers, or not, reckoned when asked. */
  readonly reasons?: Reasons | undefined;
  /** What one unit of another currency was worth, where `--rate` told it. */
  readonly rate?: ExchangeRate | undefined;
  /** How each firm moved since the last run, where `--previous` named it. */
  readonly previous?: PreviousRun | undefined;
}

/** The last run: what it is compared by, and its manifest, which holds the hashes of all the rest. */
export interface PreviousRun {
  readonly compared: Compared;
  readonly manifest: FileHash;
}

/** An exchange rate as it was given, never looked up. */
export interface ExchangeRate {
  readonly currency: Exclude<Currency, 'CNY'>;
  /** Yuan for one unit of the currency. */
  readonly yuan: number;
  /** Days since 1970-01-01. */
  readonly date: number;
}

export interface FileHash {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** manifest.json: counts and hashes, no firm's name or figures. */
export interface Manifest {
  readonly format: 1;
  readonly tool: { readonly name: 'innopoints'; readonly version: string };
  readonly profile: { readonly id: string; readonly status: 'official' | 'sample'; readonly sha256: string };
  readonly period: string;
  readonly asOf: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: readonly FileHash[];
  /** The saved mapping that was used. */
  readonly mapping: FileHash | null;
  /** The manifest of the last run that this one was compared with. */
  readonly previous?: FileHash;
  readonly outputs: readonly FileHash[];
  readonly rows: RowLedger;
  readonly firms: FirmLedger;
  readonly findings: Readonly<Record<string, number>>;
  /** How many adjustments came to what: 'done', 'no-change' … */
  readonly adjustments?: Readonly<Record<string, number>>;
  readonly started: string;
  readonly seconds: number;
  /** Hash of all above, set as the file is written; manifests of the first days have none. */
  readonly seal?: string;
}
