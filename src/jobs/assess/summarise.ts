import { sayFinding } from '../../finding/index.js';
import type { Compared, ComparedRun } from '../../model/compared.js';
import { dayText } from '../../model/day.js';
import type { Disposition } from '../../model/decisions.js';
import type { Finding, Severity } from '../../model/finding.js';
import type { Fate } from '../../model/firms.js';
import type { SkipReason } from '../../model/mapping.js';
import type { Plan } from '../../model/plan.js';
import type { Roster } from '../../model/roster.js';
import type { InForce, Run } from '../../model/run.js';
import type { Lang, Text } from '../../model/text.js';
import {
  adjustmentCounts,
  allOutcomes,
  type Exposure,
  exposureOf,
  type OutcomeSums,
  type PointsOutline,
  pointsOutline,
} from '../../report/index.js';

/** What a run came to, in counts: shown on the terminal, printed by `--json`. Keys never change with the language. */
export interface Summary {
  readonly profile: { readonly id: string; readonly name: string; readonly status: 'official' | 'sample' };
  readonly period: string;
  readonly asOf: string;
  readonly inputs: readonly {
    readonly file: string;
    readonly sheets: readonly string[];
    readonly encoding: string | null;
  }[];
  readonly rows: { readonly total: number } & Readonly<Record<Fate, number>>;
  /** From `--fixes`: how many of the superseded rows had their place taken. */
  readonly replaced?: number;
  /** From `--fixes`: cells changed in which nothing was wrong, and how many of them a veto reads. */
  readonly unasked?: { readonly cells: number; readonly veto: number };
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly firms: { readonly total: number } & Readonly<Record<Disposition, number>>;
  readonly lists: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly firms: number;
  }[];
  readonly grades: readonly { readonly id: string; readonly firms: number }[];
  /** How the totals lie; null where no firm has one. */
  readonly points: PointsOutline | null;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly topFindings: readonly TopFinding[];
  readonly without: readonly string[];
  readonly absent: readonly string[];
  /** What people call the fields of `without` and `absent`, by id. */
  readonly fieldNames: Readonly<Record<string, Text>>;
  readonly unreadable: readonly string[];
  /** The profile's time, where the period lies outside it. */
  readonly outOfForce?: InForce;
  /** Where the profile states offers: by offer, firms and the sum of limits, with each bearer's share. */
  readonly exposure?: readonly Exposure[];
  /** From `--feedback`: how many firms were recommended, answered about, credited …, and 万元. */
  readonly outcomes?: OutcomeSums;
  /** From `--previous`: the last run's period and profile, how many firms moved which way. */
  readonly previous?: Pick<Compared, 'counts'> & Pick<ComparedRun, 'profile' | 'period'>;
  /** From `--adjust`: how many rows came to what. */
  readonly adjustments?: Readonly<Record<string, number>>;
  /** From `--roster`. */
  readonly roster?: Omit<Roster, 'unfiled' | 'unexpected'> & {
    readonly unfiled: number;
    readonly unexpected: number;
  };
}

export interface TopFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly count: number;
  /** The first of them, in words. */
  readonly found: string;
  readonly fix: string;
  readonly first: Finding;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** `lang`: of names and words, where it is not that of the reports. */
export function summarise(run: Run, lang: Lang = run.lang): Summary {
  const { plan, decisions } = run;
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const one of run.findings) severities[one.severity]++;
  return {
    profile: { id: plan.id, name: plan.name[lang], status: plan.status },
    period: run.period.text,
    asOf: dayText(run.asOf),
    inputs: run.sources.map((source) => ({
      file: source.file,
      sheets: run.mappings.filter((one) => one.file === source.file).map((one) => one.sheet),
      encoding: source.encoding,
    })),
    rows: { total: run.rowLedger.total, ...run.rowLedger.byFate },
    ...(run.firms.rows.replacedBy === undefined ? {} : { replaced: run.firms.rows.replacedBy.size }),
    ...unaskedOf(run),
    skipped: run.rowLedger.skipped,
    firms: { total: run.firmLedger.total, ...run.firmLedger.byDisposition },
    lists: plan.lists.map((list, i) => ({
      id: list.id,
      name: list.name[lang],
      kind: list.kind,
      firms: decisions.lists.filter((on) => on.includes(i)).length,
    })),
    grades: plan.grades.map((grade, i) => ({
      id: grade.id,
      firms: decisions.grade.filter((one) => one === i).length,
    })),
    points: pointsOutline(run),
    findings: severities,
    topFindings: topFindings(run, lang),
    without: run.without,
    absent: run.absent,
    fieldNames: fieldNames(plan, [...run.without, ...run.absent]),
    unreadable: run.unreadable,
    ...(run.outOfForce === undefined ? {} : { outOfForce: run.outOfForce }),
    ...(plan.offers.length === 0 ? {} : { exposure: exposureOf(run) }),
    ...besideOf(run),
  };
}

function unaskedOf({ findings }: Run): Pick<Summary, 'unasked'> {
  const unasked = findings.filter((one) => one.id === 'cell.fix-unasked');
  const veto = unasked.filter((one) => one.args.veto === true).length;
  return unasked.length === 0 ? {} : { unasked: { cells: unasked.length, veto } };
}

function besideOf(run: Run): Pick<Summary, 'previous' | 'outcomes' | 'adjustments' | 'roster'> {
  const { previous, feedback, adjustments, roster } = run;
  return {
    ...(previous === undefined ? {} : { previous: previousOf(previous.compared) }),
    ...(feedback === undefined ? {} : { outcomes: allOutcomes(run) }),
    ...(adjustments === undefined ? {} : { adjustments: adjustmentCounts(adjustments) }),
    ...(roster === undefined
      ? {}
      : { roster: { ...roster, unfiled: roster.unfiled.length, unexpected: roster.unexpected.length } }),
  };
}

const previousOf = ({ before, counts }: Compared): NonNullable<Summary['previous']> => ({
  profile: before.profile,
  period: before.period,
  counts,
});

/** One of these is about all firms of a table or a file: errors of single cells may not push it off the page. */
const ofMany: ReadonlySet<string> = new Set([
  'sheet.fixes-of-absent',
  'header.fixes-as-input',
  'header.unit-unlikely',
  'header.unit-suspect',
  'header.by-blank',
]);

/** The five most frequent findings that need a hand, errors first, and those that speak of many firms. */
function topFindings(run: Run, lang: Lang): TopFinding[] {
  const kinds = new Map<string, { count: number; first: Finding }>();
  for (const one of run.findings) {
    if (one.severity === 'info') continue;
    const key = `${one.severity} ${one.id}`;
    const had = kinds.get(key);
    if (had === undefined) kinds.set(key, { count: 1, first: one });
    else had.count++;
  }
  return [...kinds.values()]
    .sort(
      (a, b) =>
        weight[a.first.severity] - weight[b.first.severity] ||
        b.count - a.count ||
        (a.first.id < b.first.id ? -1 : 1),
    )
    .filter(({ first }, place) => place < 5 || ofMany.has(first.id))
    .map(({ count, first }) => {
      const said = sayFinding(first, lang);
      return { id: first.id, severity: first.severity, count, found: said.found, fix: said.fix, first };
    });
}

/** A field that the plan does not know keeps its id. */
const fieldNames = (plan: Plan, ids: readonly string[]): Summary['fieldNames'] =>
  Object.fromEntries(ids.map((id) => [id, plan.fields.get(id)?.name ?? { zh: id, en: id }]));
