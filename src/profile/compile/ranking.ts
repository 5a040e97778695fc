import type { Scope } from '../../model/expr.js';
import type { PlaceEdge, Ranking } from '../../model/plan.js';
import type { ListDocument } from '../document/decision.js';
import { toText } from '../document/words.js';
import { printRule } from '../print-rule.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import type { Named } from './conditions.js';
import { expressionAt } from './expression.js';
import { readQuantity } from './quantity.js';

/** The best of a list; undefined where it takes all. Bands without a `top` end the list at the last of them. */
export function compileRanking(
  list: ListDocument,
  path: Path,
  scope: Scope,
  named: Named,
  reporter: Reporter,
): Ranking | undefined {
  if (list.top === undefined && list.by === undefined && list.bands === undefined) return undefined;
  const value =
    list.by === undefined ? null : expressionAt(list.by, [...path, 'by'], scope, reporter, 'text');
  // Places go by the total, so there must be one.
  if (scope.lookup('total') === null) reporter.add('profile.ranking-without-total', path, { id: list.id });
  const bands = (list.bands ?? []).map(({ top, name }, index) => ({
    name: toText(name),
    top: readEdge(top, [...path, 'bands', index, 'top'], reporter),
  }));
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (before !== undefined && !isBehind(band.top, before.top))
      reporter.add('profile.place-order', [...path, 'bands', index, 'top'], {
        top: String(list.bands?.[index]?.top),
        before: String(list.bands?.[index - 1]?.top),
      });
  }
  const stated = list.top === undefined ? null : readEdge(list.top, [...path, 'top'], reporter);
  return {
    by:
      value === null
        ? null
        : { value, name: { zh: printRule(value, named, 'zh'), en: printRule(value, named, 'en') } },
    top: stated ?? bands.at(-1)?.top ?? null,
    bands,
  };
}

/** 100 is a place, 5% (or 0.05) a share. */
function readEdge(raw: number | string, path: Path, reporter: Reporter): PlaceEdge {
  const value = readQuantity(raw, { kind: 'number', money: null }, (id, args) =>
    reporter.add(id, path, args),
  );
  const isShare = (typeof raw === 'string' && raw.trim().endsWith('%')) || value < 1;
  const isFit = isShare ? value > 0 && value <= 1 : Number.isInteger(value);
  if (!Number.isNaN(value) && !isFit) reporter.add('profile.place-edge', path, { raw: String(raw) });
  return isShare ? { kind: 'share', share: value } : { kind: 'count', count: value };
}

/** Places and shares do not mix in one row of bands: which lies behind which hangs on how many firms there are. */
const isBehind = (one: PlaceEdge, other: PlaceEdge): boolean =>
  one.kind === 'share' && other.kind === 'share'
    ? one.share > other.share
    : one.kind === 'count' && other.kind === 'count' && one.count > other.count;
