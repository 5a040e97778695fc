/**
 * Saved runs opened again by their manifest and `data/`, never by their inputs or reports: a firm explained to the cell, two
 * periods compared, weights shaken. Whatever is told was scored again from the run's own figures, profile and cohorts, by the
 * one function that scores them the first time (`assessFirms`).
 */
export { assessFirms } from './assess-firms.js';
export { checkAgainst } from './comparable.js';
export { compareRuns, compareWith } from './compare.js';
export { countMoves } from './count-moves.js';
export { exactSum } from './exact-sum.js';
export { type ExplainOptions, explainAll, explainOne } from './explain.js';
export { explainedPage } from './explained-page.js';
export { noRun } from './no-run.js';
export { openRun, type SavedRun } from './open-run.js';
export { reassess, reassessRun } from './reassess.js';
export { type RobustOptions, shakeWeights } from './robust.js';
