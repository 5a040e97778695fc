import type { Row } from '../model/cell.js';
import { filledCells, Grid } from './grid.js';
import { looksLikeId, looksLikeNumber } from './looks-like.js';

/**
 * The title rows directly above a row, in order: one text alone or a statement like 单位：万元, no blank row between
 * them. Notes belong to what stands above.
 */
export function titleRowsAbove(rows: readonly Row[], below: number): Row[] {
  const grid = new Grid(rows, []);
  const titles: Row[] = [];
  for (const row of rows.filter((one) => one.number < below).reverse()) {
    const next = titles[0];
    if (next !== undefined && next.number !== row.number + 1) break;
    if (isDataLike(row, grid) || !isTitle(row, grid)) break;
    if (/^(?:注|备注|附注|说明)/.test(filledCells(row, grid)[0] ?? '')) break;
    titles.unshift(row);
  }
  return titles;
}

/** One text alone, or a few that state something. */
export const isTitle = (row: Row, grid: Grid): boolean => {
  const texts = filledCells(row, grid);
  return new Set(texts).size <= 1 || isStatement(texts);
};

/** 填报单位：…, 单位：万元, 日期：… */
export const isStatement = (texts: readonly string[]): boolean =>
  texts.length <= 4 &&
  texts.some(
    (text) =>
      /^(?!其中).*[:：]/s.test(text) || /^(?:金额|计量|货币)?单位\s*(?:[百千万亿]*(?:元|美元)|$)/.test(text),
  );

/** A row with a number or an id in it. */
export function isDataLike(row: Row, grid: Grid): boolean {
  return row.cells.some((cell, column) => {
    const text = grid.own(row, column);
    return text !== '' && (typeof cell === 'number' || looksLikeId(text) || looksLikeNumber(text));
  });
}
