import type { Finding } from './finding.js';
import type { Standing } from './judged.js';
import type { Period } from './period.js';
import type { Plan } from './plan.js';
import type { RowPosition } from './position.js';
import type { FileHash, Manifest, RowLedger } from './run.js';
import type { Source } from './table.js';
import type { Lang, Text } from './text.js';

/** A scheme that firms were held to. */
export interface Scheme {
  readonly plan: Plan;
  /** The resolved profile as YAML, alone enough to build the plan again. */
  readonly profileYaml: string;
  /** What it makes of a firm: 科技型中小企业. */
  readonly name: Text;
  /** Fields that it reads and no input has as a column: blank for all. */
  readonly lacking: readonly string[];
  readonly counts: Readonly<Record<Standing, number>>;
}

/** What a scheme says of a firm. */
export interface Told {
  readonly standing: Standing;
  /** null where there is none. */
  readonly total: number | null;
  readonly stage: string | null;
  /** What is missing and by how much, in the run's language; '' where nothing needs to be said. */
  readonly said: string;
  /** Undecided, and only for want of columns that no firm of the input has: the same is said of every such firm. */
  readonly lacksColumns: boolean;
}

/** Against the last identification: 新增, 保留, 退出, 待核 (nobody can say this time), 未申报 (not in the input). */
export type Change = 'new' | 'kept' | 'lost' | 'unsure' | 'gone';

export const changes: readonly Change[] = ['new', 'kept', 'lost', 'unsure', 'gone'];

/** A firm with what each scheme says of it, schemes in their order. */
export interface IdentifiedFirm {
  readonly id: string;
  readonly name: string | null;
  readonly told: readonly Told[];
  /** By scheme; null where nothing was or is recognised, or the last identification did not know the scheme. */
  readonly changes: readonly (Change | null)[];
}

/** A row without a usable id in any scheme: told once. */
export interface Stray {
  readonly at: RowPosition;
  readonly name: string | null;
  readonly findings: readonly Finding[];
}

/** A finding once, whichever schemes made it. */
export interface SharedFinding {
  readonly finding: Finding;
  /** Indexes of schemes. */
  readonly schemes: readonly number[];
  readonly id: string | null;
  readonly name: string | null;
}

/** One input held to many schemes. */
export interface Identified {
  readonly schemes: readonly Scheme[];
  /** By id. */
  readonly firms: readonly IdentifiedFirm[];
  readonly strays: readonly Stray[];
  /** Sorted by file, sheet, row, column, id. */
  readonly findings: readonly SharedFinding[];
  /** Over all schemes: used where some scheme uses it, else superseded, rejected (a stray's) or skipped in all of them. */
  readonly rowLedger: RowLedger;
  /** Firms that the last identification recognised and that the input does not have, by scheme and id. */
  readonly gone: readonly { readonly scheme: number; readonly id: string; readonly name: string | null }[];
  readonly previous: { readonly period: string; readonly file: FileHash } | null;
  readonly period: Period;
  /** Days since 1970-01-01. */
  readonly asOf: number;
  readonly lang: Lang;
  readonly sources: readonly Source[];
  readonly unreadable: readonly string[];
  readonly mappingFile: FileHash | null;
}

/** manifest.json of an identification: counts and hashes, no firm's name or figures. */
export interface IdentifyManifest extends Omit<Manifest, 'profile' | 'firms' | 'adjustments' | 'previous'> {
  readonly kind: 'identify';
  readonly schemes: readonly {
    readonly id: string;
    readonly status: 'official' | 'sample';
    readonly sha256: string;
    readonly lacking: readonly string[];
    readonly firms: Readonly<Record<Standing, number>>;
    /** Only with a last identification. */
    readonly changes?: Readonly<Record<Change, number>>;
  }[];
  readonly previous: Identified['previous'];
  readonly firms: number;
  /** Rows that no scheme could give to a firm. */
  readonly exceptions: number;
}
