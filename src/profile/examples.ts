import { bindNumber, bindText, roundHalfUp } from '../expr/index.js';
import { Findings } from '../finding/index.js';
import type { Expression, Frame } from '../model/expr.js';
import type { Finding } from '../model/finding.js';
import type { Indicator, Plan, Scorer } from '../model/plan.js';
import { type Example, readExample } from './compile/examples.js';
import { fieldScope } from './compile/scope.js';
import type { LoadedProfile } from './load.js';
import { reporterAt } from './report.js';

export interface ExampleResult {
  readonly indicator: string;
  /** 0-based, in the order of the profile. */
  readonly example: number;
  readonly expected: number | null;
  readonly got: number | null;
  readonly ok: boolean;
}

/** Every example of a profile, and a finding at the place of each that does not hold. Pure. */
export function runExamples(loaded: LoadedProfile): {
  readonly results: readonly ExampleResult[];
  readonly findings: readonly Finding[];
} {
  const { plan, document } = loaded;
  const findings = new Findings();
  const scope = fieldScope(plan.fields);
  // Whatever could be reported was reported when the profile was loaded.
  const reporter = reporterAt(loaded.at, new Findings());
  const results = document.indicators.flatMap(({ id, examples = [] }, index) => {
    const indicator = plan.indicators.find((one) => one.id === id);
    if (indicator === undefined) return [];
    return examples.map((stated, number): ExampleResult => {
      const path = ['indicators', index, 'examples', number];
      const example = readExample(stated, path, {
        fields: plan.fields,
        scope,
        stages: plan.stages.names,
        staged: false,
        reporter,
      });
      const got = pointsOf(indicator, example, plan);
      const ok = Object.is(got, example.points);
      if (!ok)
        findings.add('profile.example-failed', loaded.at([...path, 'points']), {
          indicator: id,
          expected: example.points,
          got,
        });
      return { indicator: id, example: number, expected: example.points, got, ok };
    });
  });
  return { results, findings: findings.all };
}

/** What the examples of an indicator give to one of its options, in their order; NaN where the value is unknown or a text. */
export function exampleValues(loaded: LoadedProfile, index: number, option: number): readonly number[] {
  const { plan, document, at } = loaded;
  const { rule } = plan.indicators[index]!;
  const { value } = rule.kind === 'single' ? rule : rule.options[option]!;
  if (value.type.kind === 'text') return [];
  const reporter = reporterAt(at, new Findings());
  const how = {
    fields: plan.fields,
    scope: fieldScope(plan.fields),
    stages: plan.stages.names,
    staged: false,
    reporter,
  };
  return (document.indicators[index]?.examples ?? []).map((stated) =>
    bindNumber(value, frameOf(readExample(stated, [], how)))(0),
  );
}

/** The points of one firm, rounded as a run rounds them; null where the value is unknown and that is not zero. */
function pointsOf(indicator: Indicator, example: Example, plan: Plan): number | null {
  const weight = indicator.weight[example.stage] ?? 0;
  const { rule } = indicator;
  const options = rule.kind === 'single' ? [rule] : rule.options;
  const frame = frameOf(example);
  const shares = options
    .map(({ value, scorer }) => shareOf(value, scorer, frame, example))
    .filter((share) => !Number.isNaN(share));
  if (shares.length > 0) return roundHalfUp(Math.max(...shares) * weight, plan.decimals);
  return indicator.missing === 'zero' ? 0 : null;
}

function shareOf(value: Expression, scorer: Scorer, frame: Frame, example: Example): number {
  const scored = scorer.input === 'text' ? bindText(value, frame)(0) : bindNumber(value, frame)(0);
  if (scored === null || Number.isNaN(scored)) return Number.NaN;
  const cohort = example.cohort === null ? null : { values: Float64Array.from(example.cohort) };
  return scorer.points(scored, cohort) / scorer.top;
}

/** A frame of one firm; a field that the example does not name is blank. */
const frameOf = ({ numbers, texts }: Example): Frame => ({
  size: 1,
  number: (name) => [numbers.get(name) ?? Number.NaN],
  text: (name) => [texts.get(name) ?? null],
});
