import type { Findings } from '../../finding/index.js';
import type { SideRow } from '../../intake/index.js';
import type { Firms } from '../../model/firms.js';
import type { DistrictCount, Roster, Unfiled } from '../../model/roster.js';
import { compareOrBlank } from '../../model/text-order.js';

/** Who should have filed (the roster) against who did, by district. A firm that stands on the roster twice counts once. */
export function holdRoster(rows: readonly SideRow[], firms: Firms, findings: Findings): Roster {
  const expected = new Map<string, { readonly district: string | null; readonly unfiled: Unfiled | null }>();
  const named = new Set<number>();
  for (const row of rows) {
    const at = row.row === null ? -1 : firms.rows.firm[row.row]!;
    if (at >= 0) named.add(at);
    const key = at >= 0 ? `firm ${at}` : `row ${row.id ?? row.name ?? JSON.stringify(row.at)}`;
    if (expected.has(key)) continue;
    const district = row.text('district');
    const unfiled = at >= 0 ? null : { id: row.id, name: row.name, district, at: row.at };
    expected.set(key, { district, unfiled });
  }
  const unexpected: number[] = [];
  for (let firm = 0; firm < firms.count; firm++) {
    if (named.has(firm)) continue;
    unexpected.push(firm);
    const id = firms.ids[firm] ?? firms.names[firm] ?? '';
    findings.add('row.not-on-roster', firms.rowOf(firm), { id }, { firm });
  }
  const unfiled = [...expected.values()].flatMap((one) => (one.unfiled === null ? [] : [one.unfiled]));
  return {
    expected: expected.size,
    filed: expected.size - unfiled.length,
    unfiled: unfiled.sort(byDistrict),
    districts: districtsOf([...expected.values()]),
    unexpected,
  };
}

function districtsOf(
  entries: readonly { district: string | null; unfiled: Unfiled | null }[],
): DistrictCount[] {
  const counts = new Map<string | null, { expected: number; unfiled: number }>();
  for (const { district, unfiled } of entries) {
    const count = counts.get(district) ?? { expected: 0, unfiled: 0 };
    counts.set(district, {
      expected: count.expected + 1,
      unfiled: count.unfiled + (unfiled === null ? 0 : 1),
    });
  }
  return [...counts]
    .sort(([a], [b]) => compareOrBlank(a, b))
    .map(([district, { expected, unfiled }]) => ({ district, expected, filed: expected - unfiled, unfiled }));
}

const byDistrict = (a: Unfiled, b: Unfiled): number =>
  compareOrBlank(a.district, b.district) || compareOrBlank(a.id, b.id) || compareOrBlank(a.name, b.name);
