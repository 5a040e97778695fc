import { Findings } from '../finding/index.js';
import { type Case, readCases } from './compile/cases.js';
import type { LoadedProfile } from './load.js';
import { reporterAt } from './report.js';

export type { Case, CaseExpected } from './compile/cases.js';

/** The whole-firm cases of a profile, in its order, ready to be scored: what is wrong with them was told at load. Pure. */
export const casesOf = ({ document, plan, at }: LoadedProfile): readonly Case[] =>
  readCases(document, plan.fields, reporterAt(at, new Findings()));
