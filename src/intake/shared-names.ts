import type { Findings } from '../finding/index.js';
import type { CellPosition } from '../model/position.js';
import type { FieldStore } from './firm-store.js';

/** One name under two codes is told at the second, with the first. Cost: a map entry a name. */
export function tellSharedNames(
  names: FieldStore,
  ids: readonly (string | null)[],
  cellOf: (firm: number, field: string) => CellPosition | null,
  findings: Findings,
): void {
  const first = new Map<string, number>();
  names.texts?.forEach((name, firm) => {
    const id = ids[firm] ?? null;
    if (name === null || id === null) return;
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, firm);
      return;
    }
    if (ids[other] === id) return;
    const at = cellOf(firm, names.field.id);
    const there = cellOf(other, names.field.id);
    if (at === null || there === null) return;
    const notes = [{ id: 'first-seen' as const, at: there, raw: ids[other] ?? '' }];
    findings.add('cell.name-twice', at, { raw: name }, { firm, notes });
  });
}
