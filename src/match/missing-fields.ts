import type { Findings } from '../finding/index.js';
import type { Firms } from '../model/firms.js';
import type { Mapping } from '../model/mapping.js';
import type { Plan } from '../model/plan.js';
import { nearestHeaders } from './field-index.js';

/**
 * DESIGN rule 1: a field that the plan reads and that no input has as a column stops the run, unless `--without`
 * says so or the profile's author did (`optional`). Told with the nearest headers and the points at stake. Gives the
 * optional fields that are absent.
 */
export function missingFields(
  mappings: readonly Mapping[],
  firms: Pick<Firms, 'numbers' | 'texts'>,
  plan: Plan,
  without: readonly string[],
  findings: Findings,
): readonly string[] {
  const first = mappings[0];
  if (first === undefined) return [];
  const at = { file: first.file, sheet: first.sheet };
  // A field may also come from last year's rows or from a list of another bureau: then no column names it.
  const present = new Set([...firms.numbers.keys(), ...firms.texts.keys()]);
  const unmatched = mappings.flatMap((mapping) =>
    mapping.columns
      .filter((column) => column.field === null && column.header !== '')
      .map((column) => column.header),
  );
  let nearest: ReturnType<typeof nearestHeaders> | null = null;
  const absent: string[] = [];
  for (const id of plan.reads) {
    const field = plan.fields.get(id)!;
    const points = pointsAtStake(plan, id);
    if (without.includes(id)) {
      findings.add('header.field-without', at, { field: field.name, points });
    } else if (present.has(id)) {
    } else if (field.optional) {
      absent.push(id);
      findings.add('header.field-optional', at, { field: field.name });
    } else {
      nearest ??= nearestHeaders(unmatched);
      const near = nearest(field);
      findings.add('header.field-missing', at, {
        field: field.name,
        id,
        unit: field.unit ?? '',
        points,
        near,
      });
    }
  }
  return absent;
}

/** The most points that indicators reading a field can give in any stage. */
export function pointsAtStake(plan: Plan, field: string): number {
  let points = 0;
  for (const indicator of plan.indicators) {
    const { rule } = indicator;
    const expressions = rule.kind === 'single' ? [rule.value] : rule.options.map((option) => option.value);
    if (expressions.some((expression) => expression.reads.includes(field)))
      points += Math.max(...indicator.weight);
  }
  return points;
}
