/** The one catalogue of findings, their positions and their text. Below every step but model. */
export { type ArgsOf, catalogue, type FindingId, kindOf } from './catalogue.js';
export { Findings, type More, type PositionOf, sortFindings } from './collect.js';
export { errnoOf } from './errno.js';
export {
  EdgeError,
  Exit,
  type ExitCode,
  inputError,
  lockedError,
  outputError,
  usageError,
} from './errors.js';
export { addressOf, columnName, placeOf, renderFinding, sayFinding, speak } from './render.js';
export { parseRowName, rowName, tableName } from './row-name.js';
