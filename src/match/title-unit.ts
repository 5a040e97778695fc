import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import { units } from '../model/unit.js';
import { titleUnit, unitOf } from './read-header.js';

/** A money unit that a title states, and the cell that states it. */
export interface TitleUnit {
  readonly unit: string;
  readonly row: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** 单位： in one cell, 万元 in the next. */
const label = /^(?:金额|计量|货币)?单位[:：]?$/;

/** The last unit that the rows above a header state: the nearest one holds. */
export function titleUnitIn(rows: readonly Row[]): TitleUnit | null {
  let last: TitleUnit | null = null;
  for (const row of rows) {
    let labelled = false;
    row.cells.forEach((cell, column) => {
      const text = cellText(cell);
      if (text === '') return;
      const unit = titleUnit(text) ?? (labelled ? moneyOf(text) : null);
      labelled = label.test(text.replace(/\s+/g, ''));
      if (unit !== null) last = { unit, row: row.number, line: row.line, column, text };
    });
  }
  return last;
}

function moneyOf(text: string): string | null {
  const unit = unitOf(text);
  return unit !== null && units.get(unit)?.kind === 'money' ? unit : null;
}
