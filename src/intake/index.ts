/** intake: pieces of sheets + plan → Firms in typed columns, the rows they came from, findings. */
export { doubtValues } from './doubt-values.js';
export type { FeedbackTaker } from './take-feedback.js';
export { type Intake, takeIn } from './take-in.js';
export type { ListTaker } from './take-list.js';
export type { SideRow, SideTaker } from './take-side.js';
