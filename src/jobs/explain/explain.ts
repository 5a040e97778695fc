import { type ExplainOptions, explainedPage, explainOne, openRun } from '../../analyse/index.js';
import type { Explained, WhatIf } from '../../model/explained.js';
import type { Page } from '../../model/page.js';

export interface ExplainRequest extends ExplainOptions {
  /** The run folder. */
  readonly run: string;
  /** Code, name, or a part of a name that no other firm has. */
  readonly firm: string;
}

export interface ExplainedOne {
  readonly explained: Explained;
  readonly whatIf: WhatIf | null;
  /** The same for people. */
  readonly page: Page;
}

/**
 * Why one firm of a saved run has its points and stands where it stands. Throws EdgeError: 2 no such firm or a wrong
 * setting, 3 no run or a damaged one. Cost: loading the profile; of the firms only this one is read, unless a rule of the
 * profile asks for ranks.
 */
export function explain(request: ExplainRequest): ExplainedOne {
  const { explained, whatIf } = explainOne(openRun(request.run), request.firm, request);
  return { explained, whatIf, page: explainedPage(explained, whatIf, request.lang) };
}
