import type { Cell } from '../model/cell.js';
import type { IdKind } from '../model/plan.js';
import { errorText } from './error-text.js';
import { hasUsccCheck, hasUsccFormat, looksResident, maskResident } from './uscc.js';

/** What an id cell holds: a usable id (with doubts), or why it is not one. `raw` is safe to show. */
export type IdRead =
  | {
      readonly kind: 'id';
      readonly id: string;
      readonly check: boolean;
      readonly changed: boolean;
      readonly raw: string;
    }
  | { readonly kind: 'blank' }
  | {
      readonly kind:
        | 'digits-lost'
        | 'wrong-length'
        | 'wrong-characters'
        | 'resident'
        | 'not-accepted'
        | 'error';
      readonly raw: string;
    };

const none: ReadonlySet<string> = new Set();

/**
 * Reads an id cell. Lower case, full width, blanks inside, ="…" and ' are normalised (and told); a number of 16 digits
 * or more has lost its last digits and is never repaired. `blanks` are the profile's words for nothing.
 */
export function readId(
  cell: Cell | undefined,
  accepts: readonly IdKind[],
  blanks: ReadonlySet<string> = none,
): IdRead {
  if (cell === null || cell === undefined) return { kind: 'blank' };
  if (typeof cell === 'number') {
    // Below 1e21 JavaScript writes a whole number without an exponent, zeros where digits are lost: as Excel shows it.
    const digits = String(cell);
    if (digits.length >= 16) return { kind: 'digits-lost', raw: digits };
    return judge(digits, digits, false, accepts);
  }
  if (typeof cell === 'boolean') return { kind: 'wrong-characters', raw: String(cell) };
  if (typeof cell === 'object') {
    if (cell.kind === 'formula') return { kind: 'error', raw: '' };
    if (cell.kind === 'error') return { kind: 'error', raw: cell.code };
    const raw = cell.shown;
    const value = cell.kind === 'date' ? Number.NaN : cell.value;
    if (Number.isInteger(value) && Math.abs(value) >= 1e15)
      return { kind: 'digits-lost', raw: String(value) };
    return Number.isInteger(value)
      ? judge(String(value), raw, false, accepts)
      : { kind: 'wrong-characters', raw };
  }
  if (/^[0-9A-Z]{18}$/.test(cell)) return judge(cell, cell, false, accepts);
  const error = errorText(cell);
  if (error !== null) return { kind: 'error', raw: error };
  const id = plainId(cell);
  if (id === '' || (id.length <= 12 && (blanks.has(id) || blanks.has(cell.trim())))) return { kind: 'blank' };
  const bare = id.length === 18 ? id : withoutMarks(id);
  return judge(bare, cell, bare !== cell, accepts);
}

/** 91330108-MA2700015-Y: hyphens and stops are taken off where what is left is a code with a right check character. */
function withoutMarks(id: string): string {
  const bare = id.replace(/[^0-9A-Z]/g, '');
  return bare.length === 18 && hasUsccFormat(bare) && hasUsccCheck(bare) ? bare : id;
}

/** Half width, capitals, without blanks, invisible characters, apostrophes and Excel's guard. */
export function plainId(text: string): string {
  const guarded = /^\s*="(.*)"\s*$/.exec(text);
  return (guarded?.[1] ?? text)
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/gu, '')
    .replace(/^['’‘`]+/, '')
    .toUpperCase();
}

function judge(id: string, raw: string, changed: boolean, accepts: readonly IdKind[]): IdRead {
  // 9.13301E+17 as text: the figure Excel shows for a code it took for a number.
  if (/^\d(?:\.\d+)?E\+?\d{2}$/.test(id)) return { kind: 'digits-lost', raw };
  if (id.length === 18) {
    const format = hasUsccFormat(id);
    const check = format && hasUsccCheck(id);
    if (!check && looksResident(id)) return { kind: 'resident', raw: maskResident(id) };
    if (!format) return { kind: 'wrong-characters', raw };
    return accepts.includes('uscc') ? { kind: 'id', id, check, changed, raw } : { kind: 'not-accepted', raw };
  }
  if (/^\d{15}$/.test(id) && accepts.includes('registration'))
    return { kind: 'id', id, check: true, changed, raw };
  const organisation = /^([0-9A-Z]{8})-?([0-9X])$/.exec(id);
  if (organisation !== null && accepts.includes('organisation'))
    return { kind: 'id', id: `${organisation[1]}${organisation[2]}`, check: true, changed, raw };
  if (/^\d{15}$/.test(id) || organisation !== null) return { kind: 'not-accepted', raw };
  return { kind: 'wrong-length', raw };
}

/** The name where the code should be, and a code where the name should be. */
export const isSwapped = (read: IdRead, name: Cell | undefined): boolean =>
  (read.kind === 'wrong-length' || read.kind === 'wrong-characters') &&
  /\p{Script=Han}/u.test(read.raw) &&
  typeof name === 'string' &&
  hasUsccFormat(plainId(name));
