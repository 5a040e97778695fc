import type { Cell } from '../../model/cell.js';
import { isBlank } from '../rows.js';
import type { NumberReader } from '../workbook/number-cell.js';
import { numberOrText } from '../workbook/number-or-text.js';
import { knownErrors, otherError } from '../workbook/read-cell.js';
import { decimalOf } from './decimal-of.js';
import { itemText } from './item-text.js';
import { NotKnown } from './not-known.js';
import { flag, type RowTokens, type } from './row-tokens.js';
import type { SharedStrings } from './shared-strings.js';
import { plainInside, unescapeResult, unescapeText } from './unescape-text.js';

/*
 *   token ─┬ number ─▶ style ─┬ plain ─▶ 12          a number that is none, like 12O0 ─▶ its text
 *          │                  └ date, percent … ─▶ numberReader, the same as for SheetJS
 *          ├ shared ─▶ text of that index
 *          ├ result, inline ─▶ text           boolean ─▶ true      error ─▶ #N/A      iso ─▶ date
 *          └ formula without a value ─▶ { kind: 'formula' }
 */

export interface CellValues {
  /** The i-th cell of the row scanned last, whose bytes are given. null: blank. */
  cell(row: RowTokens, i: number, bytes: Buffer): Cell;
  /** Whether that cell shows something; no format is asked. */
  shows(row: RowTokens, i: number, bytes: Buffer): boolean;
  /** Throws NotKnown where a cell names a string that is not there, or holds a text that nobody can read. */
  check(row: RowTokens, i: number, bytes: Buffer): void;
}

const uncalculated: Cell = { kind: 'formula' };

export interface ValueContext {
  readonly strings: SharedStrings;
  readonly numbers: NumberReader;
  /** The format code of each cell style. */
  readonly codes: readonly (string | null)[];
  /** Cached zeros of formulas are no values. */
  readonly uncalculated: boolean;
}

/** &#xD800; alone, which no XML may hold: the library makes something else of it in a number than in a text. */
const halfCharacter = /\p{Surrogate}/u;

export function cellValues(context: ValueContext): CellValues {
  const { strings, numbers } = context;
  const codes = context.codes.map((code) =>
    code === null || numbers.kindOf(code) === 'plain' ? null : code,
  );

  const textOf = (row: RowTokens, i: number, bytes: Buffer): string => {
    const text = bytes.toString('utf8', row.from[i], row.to[i]);
    const flags = row.flags[i]!;
    if ((flags & flag.item) !== 0) return itemText(text);
    return (flags & flag.markup) !== 0 ? plainInside(text) : text;
  };

  function numberOf(row: RowTokens, i: number, bytes: Buffer): number | string | null {
    if ((row.flags[i]! & flag.markup) === 0) {
      const plain = decimalOf(bytes, row.from[i]!, row.to[i]!);
      if (!Number.isNaN(plain)) return plain;
    }
    const value = numberOrText(unescapeText(textOf(row, i, bytes)));
    if (typeof value === 'string' && halfCharacter.test(value))
      throw new NotKnown('half a character in a number');
    return value;
  }

  function numberCell(row: RowTokens, i: number, bytes: Buffer): Cell {
    const formula = (row.flags[i]! & flag.formula) !== 0;
    if (row.from[i]! < 0) return formula ? uncalculated : null;
    const value = numberOf(row, i, bytes);
    if (typeof value !== 'number') return value;
    if (formula && value === 0 && context.uncalculated) return uncalculated;
    const code = codes[row.style[i]!];
    return code === null || code === undefined ? value : numbers.number(value, code);
  }

  function stringIndex(row: RowTokens, i: number, bytes: Buffer): number {
    const to = row.to[i]!;
    let index = 0;
    for (let p = row.from[i]!; p < to; p++) {
      const byte = bytes[p]!;
      if (byte < 48 || byte > 57) return -1;
      index = index * 10 + byte - 48;
    }
    return index >= strings.count ? -1 : index;
  }

  function cell(row: RowTokens, i: number, bytes: Buffer): Cell {
    switch (row.type[i]) {
      case type.number:
        return numberCell(row, i, bytes);
      case type.shared:
        if (row.from[i]! < 0) return (row.flags[i]! & flag.formula) !== 0 ? uncalculated : null;
        return strings.get(stringIndex(row, i, bytes)) || null;
      case type.result:
        return unescapeResult(textOf(row, i, bytes)) || null;
      case type.inline:
        return unescapeText(textOf(row, i, bytes)) || null;
      case type.boolean: {
        const text = row.from[i]! < 0 ? '' : unescapeText(textOf(row, i, bytes));
        return text === '1' || text === 'true';
      }
      case type.error: {
        const code = row.from[i]! < 0 ? '' : unescapeText(textOf(row, i, bytes));
        return { kind: 'error', code: knownErrors.has(code) ? code : otherError };
      }
      default:
        return numbers.iso(unescapeText(textOf(row, i, bytes)), codes[row.style[i]!] ?? null);
    }
  }

  return {
    cell,
    shows(row, i, bytes) {
      if (row.type[i] !== type.number) return !isBlank(cell(row, i, bytes));
      return row.from[i]! < 0 || !isBlank(numberOf(row, i, bytes));
    },
    check(row, i, bytes) {
      if (row.type[i] === type.shared && row.from[i]! >= 0 && stringIndex(row, i, bytes) < 0)
        throw new NotKnown('a string that is not there');
      if ((row.flags[i]! & (flag.item | flag.markup)) !== 0) textOf(row, i, bytes);
    },
  };
}
