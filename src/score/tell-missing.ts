import type { Findings } from '../finding/index.js';
import type { Field } from '../model/field.js';
import type { Severity } from '../model/finding.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition } from '../model/position.js';
import type { MissingEffect } from '../model/scores.js';
import type { Text } from '../model/text.js';
import type { Awarded } from './awarded.js';
import { blankInputs, hasColumn } from './blank-inputs.js';
import { isNull } from './derive.js';
import { isLost, policyOf } from './missing.js';
import { tellNoValue } from './tell-no-value.js';
import type { Weights } from './weigh.js';

const severityOf: Readonly<Record<MissingEffect, Severity>> = {
  rejected: 'error',
  withheld: 'warning',
  zero: 'warning',
  reweighted: 'warning',
  bonus: 'info',
};
const strictestFirst: readonly MissingEffect[] = ['rejected', 'withheld', 'zero', 'reweighted', 'bonus'];

/** A blank field of one firm: its strictest effect, and the indicators that it has this effect on. */
interface Blank {
  readonly field: Field;
  effect: MissingEffect;
  indicators: Text[];
}

/** How many firms left a field blank that only bonuses read, on one sheet. */
interface BonusBlank {
  readonly at: CellPosition;
  readonly field: Field;
  readonly indicators: Set<Text>;
  firms: number;
}

interface BlankArgs {
  readonly field: Text;
  readonly indicators: readonly Text[];
  readonly effect: MissingEffect;
}

/** What was told so far, over all firms. */
interface Told {
  readonly bonus: Map<string, BonusBlank>;
  /** Thousands of firms leave the same cell blank: their findings share what they say of it. */
  readonly args: Map<string, BlankArgs>;
}

/**
 * Tells every missing value of the firms that entered, where the reader can mend it: a blank cell once per firm and
 * field, with its strictest effect; at the firm's row where no cell is to blame. Blank bonuses, the usual case, are
 * counted and told once a sheet. Cost: one look at firms × indicators; the rest only where something is missing.
 */
export function tellMissing(
  firms: Firms,
  plan: Plan,
  awarded: Awarded,
  entered: Uint8Array,
  findings: Findings,
): void {
  const told: Told = { bonus: new Map(), args: new Map() };
  for (let firm = 0; firm < entered.length; firm++) {
    if (entered[firm] === 1 && lacksAny(awarded, firm)) tellFirm(firms, plan, awarded, firm, told, findings);
  }
  tellBonus(plan, told.bonus, findings);
}

/** The quick look: nearly all firms lack nothing, and for them nothing is made. */
function lacksAny({ awards }: Awarded, firm: number): boolean {
  for (const { raw } of awards) if (Number.isNaN(raw[firm])) return true;
  return false;
}

function tellFirm(
  firms: Firms,
  plan: Plan,
  awarded: Awarded,
  firm: number,
  told: Told,
  findings: Findings,
): void {
  const stage = awarded.stage[firm]!;
  const blanks = new Map<string, Blank>();
  for (const [index, indicator] of plan.indicators.entries()) {
    if (!isLost(indicator, awarded.awards[index]!, stage, firm)) continue;
    const effect = effectOf(plan, index, awarded.weights, firm);
    const lacking = awarded.derived[index]!.filter((option) => isNull(option, firm));
    const reads = lacking.flatMap((option) => option.value.reads);
    const fields = blankInputs(firms, plan, reads, firm);
    for (const field of fields) note(blanks, field, effect, indicator.name);
    if (fields.length > 0) continue;
    const more = { severity: severityOf[effect], firm };
    tellNoValue(firms, plan, index, awarded, effect, more, findings);
  }
  for (const blank of blanks.values()) tellBlank(firms, blank, firm, told, findings);
}

function effectOf(plan: Plan, index: number, weights: Weights, firm: number): MissingEffect {
  const indicator = plan.indicators[index]!;
  const policy = policyOf(plan, indicator);
  if (policy === 'finding') return 'rejected';
  if (policy !== 'reweight') return policy;
  return weights.short[indicator.group]?.[firm] === 1 ? 'withheld' : 'reweighted';
}

function note(blanks: Map<string, Blank>, field: Field, effect: MissingEffect, indicator: Text): void {
  const blank = blanks.get(field.id);
  if (blank === undefined) blanks.set(field.id, { field, effect, indicators: [indicator] });
  else if (blank.effect === effect) blank.indicators.push(indicator);
  else if (strictestFirst.indexOf(effect) < strictestFirst.indexOf(blank.effect)) {
    blank.effect = effect;
    blank.indicators = [indicator];
  }
}

function tellBlank(
  firms: Firms,
  { field, effect, indicators }: Blank,
  firm: number,
  told: Told,
  findings: Findings,
): void {
  const cell = firms.cellOf(firm, field.id);
  if (effect === 'bonus') {
    if (cell !== null) count(told.bonus, cell, field, indicators);
    return;
  }
  const key = [field.id, effect, ...indicators.map((one) => one.zh)].join('\n');
  const args = told.args.get(key) ?? { field: field.name, indicators, effect };
  told.args.set(key, args);
  const more = { severity: severityOf[effect], firm };
  if (cell !== null) findings.add('cell.blank', cell, args, more);
  // A field that no input has is told once by the job; but no firm is rejected without a finding of its own.
  else if (hasColumn(firms, field.id) || effect === 'rejected') {
    findings.add('firm.no-column', firms.rowOf(firm), args, more);
  }
}

function count(
  bonus: Map<string, BonusBlank>,
  at: CellPosition,
  field: Field,
  indicators: readonly Text[],
): void {
  const key = JSON.stringify([at.file, at.sheet, field.id]);
  const known = bonus.get(key) ?? { at, field, indicators: new Set<Text>(), firms: 0 };
  known.firms++;
  for (const indicator of indicators) known.indicators.add(indicator);
  bonus.set(key, known);
}

/** In the order of the plan, not of the rows. */
function tellBonus(plan: Plan, bonus: ReadonlyMap<string, BonusBlank>, findings: Findings): void {
  for (const field of plan.fields.values()) {
    for (const blank of bonus.values()) {
      if (blank.field !== field) continue;
      const names = plan.indicators.map((indicator) => indicator.name);
      const indicators = names.filter((name) => blank.indicators.has(name));
      const { file, sheet } = blank.at;
      findings.add(
        'header.bonus-blank',
        { file, sheet },
        { field: field.name, indicators, firms: blank.firms },
      );
    }
  }
}
