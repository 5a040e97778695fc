import { daysOf } from '../model/day.js';

export type DateRead =
  | {
      readonly kind: 'date';
      readonly days: number /** Day or month was not written: the first was taken. */;
      readonly partial: boolean /** Years of the Republic, as Taiwan counts: 113 is 2024. */;
      readonly republic?: true;
    }
  | { readonly kind: 'bad' };

const bad: DateRead = { kind: 'bad' };

/** As most files write it: asked first, for the rest costs four times as much. */
const plainIso = /^(\d{4})-(\d\d)-(\d\d)$/;
const full =
  /^(\d{4})\s*[-‐–—−/.、,\\年\s]\s*(\d{1,2})\s*[-‐–—−/.、,\\月\s]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/;
const month = /^(\d{4})\s*[-‐–—−/.、\\年\s]\s*(\d{1,2})\s*月?$/;
const year = /^(\d{4})\s*年?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const republic = /^(?:中[华華])?民[国國]\s*(\d{1,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
/** 1131029. As a date of the common era seven digits mean nothing. */
const republicCompact = /^(0\d\d|1[0-4]\d)(\d{2})(\d{2})$/;

/**
 * 2019-03-01, 2019/3/1, 2019.3.1, 20190301, 2019年3月1日, 2019年3月, 2019.3, 2019 — with or without a time behind;
 * 民国113年10月29日 and 1131029; 43525, the serial that a CSV has where Excel shows a date as a number.
 */
export function parseDate(text: string): DateRead {
  const iso = plainIso.exec(text);
  if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), false);
  const plain = text.normalize('NFKC').replace(/^['’]/, '').trim();
  if (/^[1-7]\d{4}$/.test(plain)) return parseDateNumber(Number(plain));
  const roc = republic.exec(plain) ?? republicCompact.exec(plain);
  if (roc !== null) {
    const read = dated(Number(roc[1]) + 1911, Number(roc[2]), Number(roc[3]), false);
    return read.kind === 'bad' ? bad : { ...read, republic: true };
  }
  const exact = full.exec(plain) ?? compact.exec(plain);
  if (exact !== null) return dated(Number(exact[1]), Number(exact[2]), Number(exact[3]), false);
  const partial = month.exec(plain) ?? year.exec(plain);
  if (partial !== null) return dated(Number(partial[1]), Number(partial[2] ?? 1), 1, true);
  return bad;
}

/** A number under no date format: 20190301, 2019.3, 2019, or an Excel serial of the years 1927 to 2119. */
export function parseDateNumber(value: number): DateRead {
  if (Number.isInteger(value) && value >= 10_000 && value < 80_000)
    return { kind: 'date', days: value - 25_569, partial: false };
  if (Number.isInteger(value) && value > 80_000) return parseDate(String(value));
  if (value >= 1800 && value < 2200) return parseDate(String(value));
  return bad;
}

function dated(y: number, m: number, d: number, partial: boolean): DateRead {
  const days = y < 1800 || y > 2200 ? null : daysOf(y, m, d);
  return days === null ? bad : { kind: 'date', days, partial };
}
