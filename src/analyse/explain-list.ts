import { lastPlace } from '../decide/index.js';
import { round10 } from '../expr/index.js';
import type { Decisions } from '../model/decisions.js';
import type { ExplainedCondition, ExplainedList, ExplainedPlace } from '../model/explained.js';
import type { Plan } from '../model/plan.js';
import type { Reasons } from '../model/reasons.js';
import type { Lang } from '../model/text.js';
import { nameInRule } from '../profile/index.js';
import { explainConditions, ruleOf } from './explain-rule.js';
import type { Reassessed } from './reassess.js';

/** A whitelist also asks every group minimum, save of firms that a bypass confirmed. */
export function explainList(
  index: number,
  { scores, decisions }: Reassessed,
  firm: number,
  reasons: Reasons,
  plan: Plan,
  lang: Lang,
): ExplainedList {
  const list = plan.lists[index]!;
  const conditions = explainConditions(reasons.list(index, firm), plan, lang);
  const minima =
    list.kind !== 'whitelist' || scores.withheld[firm] === 'bypass'
      ? []
      : plan.groups.flatMap(({ id, min }, index): ExplainedCondition[] => {
          if (min === null) return [];
          const points = scores.groups[index]![firm]!;
          const name = nameInRule(`group_${id}`, plan, lang);
          const short = points >= min || Number.isNaN(points) ? null : round10(min - points);
          return [
            {
              text: `${name} ≥ ${min}`,
              verdict: Number.isNaN(points) ? null : points >= min,
              read: [{ name, shown: Number.isNaN(points) ? '' : String(points) }],
              short,
              shortShown: short === null ? '' : String(short),
            },
          ];
        });
  const holds = decisions.lists[firm]!.includes(index);
  return {
    ...ruleOf(list, list.name[lang], holds, [...conditions, ...minima], lang),
    kind: list.kind,
    place: placeOf(index, decisions, firm, plan, lang),
  };
}

function placeOf(
  list: number,
  { places }: Decisions,
  firm: number,
  plan: Plan,
  lang: Lang,
): ExplainedPlace | null {
  const { ranking } = plan.lists[list]!;
  const placed = places?.[list];
  const group = placed?.groups[placed.group[firm]!];
  if (ranking === undefined || placed == null || group === undefined) return null;
  const place = placed.place[firm]!;
  const band = ranking.bands.find(({ top }) => place <= lastPlace(top, group.size));
  return {
    place,
    of: group.size,
    group: ranking.by === null ? null : (group.word ?? ''),
    edge: group.edge,
    band: band?.name[lang] ?? null,
  };
}
