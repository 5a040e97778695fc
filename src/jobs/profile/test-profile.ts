import { assessFirms } from '../../analyse/index.js';
import { EdgeError, Findings } from '../../finding/index.js';
import type { Finding } from '../../model/finding.js';
import {
  type Case,
  type CaseExpected,
  casesOf,
  type LoadedProfile,
  loadProfile,
  runExamples,
} from '../../profile/index.js';
import { profileFoldersOf } from '../profile-folders.js';
import { firmOfCase } from './firm-of-case.js';

/** What the examples and cases of one profile came to. */
export interface TestedProfile {
  /** As it was asked for. */
  readonly profile: string;
  /** False where it does not load; `findings` then say why. */
  readonly loaded: boolean;
  readonly examples: number;
  readonly cases: number;
  /** How many examples and cases do not hold; a case with three wrong answers is one. */
  readonly failed: number;
  /** One for each answer that differs, with what was expected and what came, in the order of the profile. */
  readonly findings: readonly Finding[];
}

/**
 * Runs the examples and the whole-firm cases of each profile: a case goes through vetoes, checks, points and decisions as
 * a firm of a run does, alone. A profile that does not load is told among the others. Cost: milliseconds a profile.
 */
export const testProfiles = (
  asked: readonly string[],
  folders?: readonly string[],
): readonly TestedProfile[] =>
  asked.map((profile) => {
    try {
      return { profile, loaded: true, ...testProfile(loadProfile(profile, profileFoldersOf(folders))) };
    } catch (error) {
      if (!(error instanceof EdgeError)) throw error;
      return { profile, loaded: false, examples: 0, cases: 0, failed: 0, findings: error.findings };
    }
  });

function testProfile(loaded: LoadedProfile): Omit<TestedProfile, 'profile' | 'loaded'> {
  const { results, findings } = runExamples(loaded);
  const told = new Findings();
  const cases = casesOf(loaded).map((one) => runCase(one, loaded, told));
  return {
    examples: results.length,
    cases: cases.length,
    failed: results.filter((one) => !one.ok).length + cases.filter((held) => !held).length,
    findings: [...findings, ...told.all],
  };
}

const answers = ['stage', 'total', 'grade', 'disposition', 'lists', 'vetoes', 'offers'] as const;

/** True where all that the case expects came true. */
function runCase(one: Case, loaded: LoadedProfile, told: Findings): boolean {
  const got = outcomeOf(one, loaded);
  let held = true;
  for (const what of answers) {
    const expected = one.expected[what];
    if (expected === undefined) continue;
    const came = got[what];
    if (JSON.stringify(came) === JSON.stringify(expected)) continue;
    held = false;
    const args = { name: one.name, what, expected, got: came };
    told.add('profile.case-failed', loaded.at([...one.path, 'expect', what]), args);
  }
  return held;
}

function outcomeOf(one: Case, { plan, document }: LoadedProfile): Required<CaseExpected> {
  const firms = firmOfCase(one, document.profile);
  const { scores, decisions } = assessFirms(firms, { plan, asOf: one.asOf, cohorts: null }, new Findings());
  const total = scores.total[0]!;
  return {
    stage: plan.stages.names[scores.stage[0]!] ?? null,
    total: Number.isNaN(total) ? null : total,
    grade: plan.grades[decisions.grade[0]!]?.id ?? null,
    disposition: decisions.disposition[0]!,
    lists: decisions.lists[0]!.map((list) => plan.lists[list]!.id).sort(),
    vetoes: decisions.vetoes[0]!.map((veto) => plan.vetoes[veto]!.id).sort(),
    offers: decisions.offers[0]!.map(({ offer }) => plan.offers[offer]!.id).sort(),
  };
}
