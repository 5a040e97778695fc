import { assessFirms } from '../../analyse/index.js';
import { checkLedgers, firmLedger, judge, rowLedger } from '../../decide/index.js';
import { Findings, sayFinding } from '../../finding/index.js';
import { missingFields, pointsAtStake } from '../../match/index.js';
import type { Finding } from '../../model/finding.js';
import type { Firms, SkippedRow } from '../../model/firms.js';
import type { Told } from '../../model/identified.js';
import type { Plan } from '../../model/plan.js';
import type { RowPosition } from '../../model/position.js';
import type { Lang, Text } from '../../model/text.js';
import type { FirmsRead } from '../read/read-firms.js';
import { sayJudged } from './say-judged.js';

/** A firm as one scheme read it and what it says of it; the firms themselves are let go. */
export interface SchemeFirm {
  readonly id: string | null;
  readonly name: string | null;
  readonly told: Told;
  readonly rows: readonly { readonly at: RowPosition; readonly superseded: boolean }[];
  /** Its findings, indexes into those of the scheme. */
  readonly findings: readonly number[];
}

export interface SchemeJudged {
  readonly plan: Plan;
  readonly name: Text;
  readonly lacking: readonly string[];
  readonly firms: readonly SchemeFirm[];
  readonly skipped: readonly SkippedRow[];
  readonly findings: readonly Finding[];
}

/**
 * Holds the firms that were read for a plan to it, as assess does, with one difference: a field that no input has is blank
 * for all and told, never fatal. The ledgers are checked as in assess. Cost: that of an assessment, and a line of words a firm.
 */
export function judgeScheme(
  plan: Plan,
  name: Text,
  read: FirmsRead,
  findings: Findings,
  asOf: number,
  lang: Lang,
): SchemeJudged {
  const { firms } = read;
  const lacking = lackingOf(plan, name, read, findings);
  const assessed = assessFirms(firms, { plan, asOf, cohorts: null }, findings);
  const { scores, decisions } = assessed;
  checkLedgers(rowLedger(firms, decisions.disposition), firmLedger(decisions), {
    rows: read.rowsSeen,
    firms: firms.count,
  });
  const judged = judge(firms, plan, assessed, asOf);
  const kept = withoutLacking(findings.all, plan, lacking);
  const byFirm = indexByFirm(kept, firms.count);
  const noColumn = new Set(lacking);
  const say = sayJudged(plan, lang, noColumn);
  const tell = (firm: number): Told => {
    const verdict = judged(firm);
    const errors = verdict.standing === 'rejected' ? byFirm[firm]!.map((at) => kept[at]!) : [];
    const total = scores.total[firm]!;
    const lacksColumns =
      verdict.standing === 'unknown' &&
      verdict.blank.every((field) => noColumn.has(field)) &&
      say({ ...verdict, blank: [] }, []) === '';
    return {
      lacksColumns,
      standing: verdict.standing,
      total: Number.isNaN(total) ? null : total,
      stage: plan.stages.names[scores.stage[firm]!] || null,
      said: say(verdict, errorTexts(errors, lang)),
    };
  };
  return {
    plan,
    name,
    lacking,
    skipped: firms.skipped,
    findings: kept,
    firms: Array.from({ length: firms.count }, (_, firm) => ({
      id: firms.ids[firm] ?? null,
      name: firms.names[firm] ?? null,
      told: tell(firm),
      rows: rowsOf(firms, firm),
      findings: byFirm[firm]!,
    })),
  };
}

/** Fields without a column, told of the scheme; optional ones too, since what they decide stays open. */
function lackingOf(plan: Plan, name: Text, read: FirmsRead, findings: Findings): readonly string[] {
  const first = read.mappings[0];
  if (first === undefined) return plan.reads;
  const told = new Findings();
  const optional = new Set(missingFields(read.mappings, read.firms, plan, [], told));
  const nearOf = new Map(
    told.all.flatMap(({ id, args }) =>
      id === 'header.field-missing' ? [[String(args.id), args.near as readonly string[]] as const] : [],
    ),
  );
  const lacking = plan.reads.filter((id) => optional.has(id) || nearOf.has(id));
  for (const id of lacking) {
    const field = plan.fields.get(id)!;
    findings.add(
      'header.scheme-lacks',
      { file: first.file, sheet: first.sheet },
      {
        scheme: name.zh,
        schemeEn: name.en,
        field: field.name,
        id,
        unit: field.unit ?? '',
        points: pointsAtStake(plan, id),
        near: nearOf.get(id) ?? [],
      },
      { severity: optional.has(id) ? 'info' : 'warning' },
    );
  }
  return lacking;
}

/** What is blank for all was told once, of the scheme. A finding names a field by the field's own name. */
function withoutLacking(
  findings: readonly Finding[],
  plan: Plan,
  lacking: readonly string[],
): readonly Finding[] {
  const names = new Set<unknown>(lacking.map((id) => plan.fields.get(id)!.name));
  const allLacking = (inputs: unknown) =>
    Array.isArray(inputs) && inputs.length > 0 && inputs.every((one) => names.has(one));
  return findings.filter(({ id, args }) => {
    if (id === 'firm.no-column') return !names.has(args.field);
    if (id === 'firm.veto-unknown' || id === 'firm.stage-unknown') return !allLacking(args.inputs);
    return true;
  });
}

function indexByFirm(findings: readonly Finding[], count: number): readonly (readonly number[])[] {
  const byFirm = Array.from({ length: count }, (): number[] => []);
  findings.forEach(({ firm }, at) => {
    if (firm !== null) byFirm[firm]?.push(at);
  });
  return byFirm;
}

/** Errors in words, each once. Without notes, which name places: those change when rows are shuffled. */
function errorTexts(findings: readonly Finding[], lang: Lang): readonly string[] {
  const texts = findings
    .filter((one) => one.severity === 'error')
    .map((one) => {
      const { found, expected } = sayFinding({ ...one, notes: [] }, lang);
      return [found, expected].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
    });
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

function rowsOf(firms: Firms, firm: number): SchemeFirm['rows'] {
  const { rows, tables } = firms;
  return firms.rowsOf(firm).map((row) => {
    const table = tables[rows.table[row]!]!;
    const line = rows.line[row]!;
    const at = { file: table.file, sheet: table.sheet, row: rows.number[row]! };
    return { at: line > 0 ? { ...at, line } : at, superseded: rows.superseded[row] === 1 };
  });
}
