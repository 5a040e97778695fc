/** intake: pieces of sheets + plan → Firms in typed columns, the rows they came from, findings. */
export { isoDate } from './parse-date.js';
export { type Intake, takeIn } from './take-in.js';
