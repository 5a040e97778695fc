import { type AskedAdjustment, adjust } from '../../decide/index.js';
import type { Findings } from '../../finding/index.js';
import type { SideRow } from '../../intake/index.js';
import type { AdjustEffect, Adjustment } from '../../model/adjustment.js';
import type { Decisions } from '../../model/decisions.js';
import type { Firms } from '../../model/firms.js';
import type { Plan } from '../../model/plan.js';

/** The rows of `--adjust` over what was decided. Every row that does nothing is told at its cell; none stops the run. */
export function adjustLists(
  rows: readonly SideRow[],
  firms: Firms,
  plan: Plan,
  decisions: Decisions,
  findings: Findings,
): { readonly decisions: Decisions; readonly adjustments: readonly Adjustment[] } {
  const asked = rows.map((row) => askedOf(row, firms, plan, findings));
  const adjusted = adjust(plan, decisions, asked);
  adjusted.adjustments.forEach(({ effect, firm, list }, index) => {
    const { at } = rows[index]!;
    const more = firm === null ? {} : { firm };
    const name = plan.lists[list ?? -1]?.name ?? '';
    if (effect === 'contradiction') findings.add('row.adjust-contradiction', at, { list: name }, more);
    if (effect === 'rejected' || effect === 'vetoed')
      findings.add('row.adjust-barred', at, { why: effect, list: name }, more);
  });
  return adjusted;
}

/** Effects that mean a row asked for something that could not be done. */
export const isRefused = (effect: AdjustEffect): boolean =>
  effect !== 'done' && effect !== 'no-change' && effect !== 'superseded';

function askedOf(row: SideRow, firms: Firms, plan: Plan, findings: Findings): AskedAdjustment {
  const at = row.row === null ? -1 : firms.rows.firm[row.row]!;
  const firm = at < 0 ? null : at;
  const listText = row.text('list');
  const list = plan.lists.findIndex(({ id, name }) =>
    [id, name.zh, name.en].some((one) => same(one, listText)),
  );
  const word = row.text('direction');
  const direction = word === '调入' ? 'in' : word === '调出' ? 'out' : null;
  const [reason, approver] = [row.text('reason'), row.text('approver')];
  const more = firm === null ? {} : { firm };
  let cannot: AdjustEffect | null = null;
  const refuse = (effect: AdjustEffect, tell: () => void) => {
    cannot ??= effect;
    tell();
  };
  if (firm === null)
    refuse('not-in-input', () =>
      findings.add('cell.adjust-firm', row.cellOf(plan.idField), { id: row.id ?? row.name ?? '' }),
    );
  if (list < 0)
    refuse('unknown-list', () =>
      findings.add(
        'cell.adjust-list',
        row.cellOf('list'),
        { raw: listText ?? '', lists: plan.lists.map((one) => one.name) },
        more,
      ),
    );
  for (const [what, value] of [
    ['direction', direction],
    ['reason', reason],
    ['approver', approver],
  ] as const)
    if (value === null)
      refuse(`no-${what}`, () => findings.add('cell.adjust-blank', row.cellOf(what), { what }, more));
  return {
    firm,
    id: row.id ?? (firm === null ? null : (firms.ids[firm] ?? null)),
    name: firm === null ? row.name : (firms.names[firm] ?? row.name),
    list: list < 0 ? null : list,
    listText,
    direction,
    reason,
    approver,
    date: row.number('date'),
    at: row.at,
    cannot,
  };
}

/** Half or full width and blanks make no other name. */
const same = (name: string, written: string | null): boolean =>
  written !== null && plain(name) === plain(written);

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
