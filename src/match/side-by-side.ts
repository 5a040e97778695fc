import type { Known } from './field-index.js';
import type { HeaderColumn } from './locate-header.js';

/** Two tables that stand beside each other under one header row, by their id columns. */
export interface SideBySide {
  readonly ids: readonly [left: number, right: number];
  /** Index into the columns where the right table begins. */
  readonly from: number;
}

/**
 * Whether a header heads two tables side by side: the id is claimed twice, and between the two claims lies a column
 * without a name, or another field begins again. Their columns must never be mixed: a row holds two firms.
 */
export function sideBySide(
  columns: readonly HeaderColumn[],
  claims: readonly (Known | null)[],
  idField: string,
): SideBySide | null {
  const places = new Map<string, number[]>();
  claims.forEach((known, i) => {
    if (known === null) return;
    const at = places.get(known.field.id);
    if (at === undefined) places.set(known.field.id, [i]);
    else at.push(i);
  });
  const [left, right] = places.get(idField) ?? [];
  if (left === undefined || right === undefined) return null;
  let from = columns.findIndex((column, i) => i > left && i < right && column.texts.length === 0) + 1;
  if (from === 0) {
    const again = [...places.values()]
      .filter((at) => at.length > 1 && Math.max(left, at[0]!) < Math.min(right, at[1]!))
      .map((at) => at[1]!);
    // The id itself is one of them: a lone 税号 beside the credit code makes no second table.
    if (again.length < 2) return null;
    from = Math.min(right, ...again);
  }
  const more = claims.some((known, i) => i >= from && i !== right && known !== null);
  return more ? { ids: [left, right], from } : null;
}
