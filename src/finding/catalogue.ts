import type { Text } from '../model/text.js';
import { adjustFindings } from './catalogue/adjust.js';
import { blankFindings } from './catalogue/blank.js';
import { cellFindings } from './catalogue/cell.js';
import { configFindings } from './catalogue/config.js';
import { csvFindings } from './catalogue/csv.js';
import { doubtFindings } from './catalogue/doubt.js';
import { expressionFindings } from './catalogue/expression.js';
import { feedbackFindings } from './catalogue/feedback.js';
import { fileFindings } from './catalogue/file.js';
import { firmFindings } from './catalogue/firm.js';
import { fixesFindings } from './catalogue/fixes.js';
import { headerFindings } from './catalogue/header.js';
import { identifyFindings } from './catalogue/identify.js';
import { newProfileFindings } from './catalogue/new-profile.js';
import { outputFindings } from './catalogue/output.js';
import { packFindings } from './catalogue/pack.js';
import { periodFindings } from './catalogue/period.js';
import { profileFindings } from './catalogue/profile.js';
import { profileDecisionFindings } from './catalogue/profile-decisions.js';
import { profileLintFindings } from './catalogue/profile-lint.js';
import { profileRuleFindings } from './catalogue/profile-rules.js';
import { rateFindings } from './catalogue/rate.js';
import { rowFindings } from './catalogue/row.js';
import { runFindings } from './catalogue/run-folder.js';
import { sheetFindings } from './catalogue/sheet.js';
import { splitFindings } from './catalogue/split.js';
import { usageFindings } from './catalogue/usage.js';
import { verifyFindings } from './catalogue/verify.js';
import type { Args, Kind } from './define.js';

/** The one catalogue: every finding that innopoints can report. Ids are never reused. */
export const catalogue = {
  ...fileFindings,
  ...sheetFindings,
  ...headerFindings,
  ...rowFindings,
  ...periodFindings,
  ...csvFindings,
  ...cellFindings,
  ...blankFindings,
  ...doubtFindings,
  ...firmFindings,
  ...profileFindings,
  ...profileRuleFindings,
  ...profileDecisionFindings,
  ...profileLintFindings,
  ...expressionFindings,
  ...usageFindings,
  ...rateFindings,
  ...newProfileFindings,
  ...outputFindings,
  ...feedbackFindings,
  ...adjustFindings,
  ...fixesFindings,
  ...splitFindings,
  ...packFindings,
  ...runFindings,
  ...verifyFindings,
  ...configFindings,
  ...identifyFindings,
};

export type FindingId = keyof typeof catalogue & string;

/** Where an entry takes any string, a finding may hand over a text in both languages; a list may hold such texts. */
type Told<V> = string extends V
  ? V | Text
  : V extends readonly (infer W)[]
    ? string extends W
      ? readonly (W | Text)[]
      : V
    : V;

export type ArgsOf<Id extends FindingId> =
  (typeof catalogue)[Id] extends Kind<infer A> ? { readonly [Name in keyof A]: Told<A[Name]> } : never;

/** The entry of an id that came from data; undefined for an id this version does not know. */
export const kindOf = (id: string): Kind<Args> | undefined =>
  Object.hasOwn(catalogue, id) ? (catalogue as unknown as Record<string, Kind<Args>>)[id] : undefined;
