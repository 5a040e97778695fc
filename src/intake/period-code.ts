import type { Cell } from '../model/cell.js';

/** A year as year × 10, a quarter as year × 10 + 1 … 4; 0 where a row states no period. */
export type PeriodCode = number;

const quarters: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** 2025, 2025年, 2025年度, 2025-12-31, 2026Q3, 2026年第三季度; null for text that is no period, 0 for blank. */
export function periodCode(cell: Cell | undefined): PeriodCode | null {
  if (cell === null || cell === undefined) return 0;
  if (typeof cell === 'object') {
    if (cell.kind === 'date') return new Date(cell.days * 86_400_000).getUTCFullYear() * 10;
    return 'value' in cell ? periodCode(cell.value) : null;
  }
  const text = String(cell).normalize('NFKC').trim();
  if (text === '') return 0;
  const found = /^((?:19|20)\d{2})(?:年?度?|(?:年?\s*Q|年第?)\s*([1-4一二三四])(?:季度?)?|[-/.年].*)$/i.exec(
    text,
  );
  if (found === null) return null;
  const year = Number(found[1]) * 10;
  return found[2] === undefined ? year : year + (quarters[found[2]] ?? 0);
}

/** The period that a sheet's name states, as in 2024年 or 企业数据（2025年度）; 0 where it states none or several. */
export function namedPeriod(sheet: string): PeriodCode {
  const whole = periodCode(sheet);
  if (whole !== null) return whole;
  const years = new Set(sheet.normalize('NFKC').match(/(?:19|20)\d{2}(?=年)/g));
  return years.size === 1 ? Number([...years][0]) * 10 : 0;
}

/** 2025, or 2026Q3. */
export const periodText = (code: PeriodCode): string =>
  code % 10 === 0 ? String(code / 10) : `${Math.floor(code / 10)}Q${code % 10}`;

/**
 * Which of the periods that the rows state is the run's: the run's quarter, its year, or the latest before it (which is
 * then told). null where all lie in the future.
 */
export function currentPeriod(stated: readonly PeriodCode[], run: PeriodCode): PeriodCode | null {
  if (stated.includes(run)) return run;
  const year = Math.floor(run / 10) * 10;
  if (stated.includes(year)) return year;
  const past = stated.filter((code) => code <= run || code <= year);
  return past.length === 0 ? null : Math.max(...past);
}
