import { bindNumber } from '../expr/index.js';
import type { Findings } from '../finding/index.js';
import type { Frame } from '../model/expr.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { blankInputs } from './blank-inputs.js';

/**
 * The stage of every open firm: the first cut whose condition holds. A condition that is null before any holds leaves
 * the stage undecided (-1) and the firm an error, never a default stage; 0 is a value like any other. Closes such
 * firms in `open`. Cost: firms × cuts.
 */
export function decideStages(
  firms: Firms,
  plan: Plan,
  frame: Frame,
  open: Uint8Array,
  findings: Findings,
): Int16Array {
  const stage = new Int16Array(firms.count).fill(-1);
  const cuts = plan.stages.cuts.map((cut) => ({
    stage: cut.stage,
    holds: cut.when === null ? null : bindNumber(cut.when, frame),
  }));
  for (let firm = 0; firm < firms.count; firm++) {
    if (open[firm] === 0) continue;
    let decided = cuts.length === 0 ? 0 : -1;
    let asked = 0;
    for (const cut of cuts) {
      const held = cut.holds === null ? 1 : cut.holds(firm);
      asked++;
      if (held === 0) continue;
      if (held === 1) decided = cut.stage;
      break;
    }
    stage[firm] = decided;
    if (decided === -1) {
      open[firm] = 0;
      tellUnknown(firms, plan, asked, firm, findings);
    }
  }
  return stage;
}

/** Placed at the first blank input, where the reader has to type; at the firm's row where no input has a cell. */
function tellUnknown(firms: Firms, plan: Plan, asked: number, firm: number, findings: Findings): void {
  const reads = plan.stages.cuts.slice(0, asked).flatMap((cut) => cut.when?.reads ?? []);
  const blank = blankInputs(firms, plan, reads, firm);
  const at = blank[0] === undefined ? null : firms.cellOf(firm, blank[0].id);
  findings.add(
    'firm.stage-unknown',
    at ?? firms.rowOf(firm),
    { inputs: blank.map((field) => field.name) },
    { firm },
  );
}
