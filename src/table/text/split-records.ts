/**
 * Where the records of a CSV begin and end, before csv-parse says what is in them.
 *
 * csv-parse alone finds an open quote only at the end of the file, with every later row swallowed (ECOSYSTEM §1.2).
 * So the text is cut into records first: a quoted field that swallows what looks like rows ends its record at the line
 * where the quote opened, and the next line is read again normally. csv-parse then sees whole, sane records only.
 */
export interface RawRecord {
  readonly start: number;
  /** Behind the line end. */
  readonly end: number;
  /** Line ends inside the record, its own included. */
  readonly lines: number;
  /** Where a quote stands that is never closed, or that closes before the field ends; -1: none. */
  readonly quoteAt: number;
  readonly trouble: 'open' | 'stray' | null;
}

/** A quoted field longer than this is taken for an open quote; a cell of Excel holds 32,767 characters. */
const longestField = 1 << 20;

export interface Splitter {
  /** The text that positions speak of from now on. */
  load(text: string): void;
  /** The record at a position, or null where the text does not hold all of it yet. `last`: no text will follow. */
  next(position: number, last: boolean): RawRecord | null;
}

/** Where each mark stands next; -1: not looked for yet. */
const unknown = { cr: -1, lf: -1, quote: -1, separator: -1 };

/** `width`: the cells of a usual row, as seen in the first records; 1 where nothing is known. */
export function splitter(separator: string, width: number): Splitter {
  const usual = Math.max(0, width - 1);
  let current = '';
  let marks = { ...unknown };
  /** The marks as they stood at the record's start: first places from there on, so still true when going back. */
  let atStart = marks;
  const find = (mark: string, from: number): number => {
    const at = current.indexOf(mark, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  /** The next line end at or after a position; each mark is searched once, however rare it is. */
  const lineEnd = (from: number): number => {
    if (marks.cr < from) marks.cr = find('\r', from);
    if (marks.lf < from) marks.lf = find('\n', from);
    return Math.min(marks.cr, marks.lf);
  };
  const nextQuote = (from: number): number => {
    if (marks.quote < from) marks.quote = find('"', from);
    return marks.quote;
  };
  const nextSeparator = (from: number): number => {
    if (marks.separator < from) marks.separator = find(separator, from);
    return marks.separator;
  };
  const behind = (end: number): number =>
    end >= current.length
      ? current.length
      : end + (current[end] === '\r' && current[end + 1] === '\n' ? 2 : 1);
  const count = (from: number, to: number): number => current.slice(from, to).split(separator).length - 1;

  /** The record ends at the line where the quote opened, once that is all there; whatever it swallowed is read again. */
  const opened = (start: number, quoteAt: number, linesBefore: number, last: boolean): RawRecord | null => {
    marks = { ...atStart };
    const end = lineEnd(quoteAt);
    if (!isEnd(end, last)) return null;
    return { start, end: behind(end), lines: linesBefore + 1, quoteAt, trouble: 'open' };
  };

  /** Whether a record that ends there is all there: a CR at the very end may have its LF in the text that follows. */
  const isEnd = (end: number, last: boolean): boolean =>
    last || (end < current.length && (current[end] !== '\r' || end + 1 < current.length));

  /** A line inside a quoted field that looks like a row: at least half a row's separators. */
  const looksLikeRow = (from: number, to: number): boolean =>
    usual > 0 && count(from, to) >= Math.max(1, Math.ceil(usual / 2));
  /** One that is a row, as far as separators tell. */
  const isRow = (from: number, to: number): boolean => usual > 0 && count(from, to) >= usual;

  function quotedRecord(start: number, last: boolean): RawRecord | null {
    let position = start;
    let lines = 0;
    let stray = -1;
    let cuts = 0;
    /** A quote behind which half a row was read: a remark of several lines, if the record comes out as wide as others. */
    let doubtful: { readonly open: number; readonly linesBefore: number } | null = null;
    let swallowed = { from: -1, to: -1 };
    for (;;) {
      if (current[position] === '"') {
        const open = position;
        const linesBefore = lines;
        let seen = open;
        let inner = 0;
        for (let from = open + 1; ; ) {
          const quote = nextQuote(from);
          // Lines that the field has swallowed so far; the first one is the row's own.
          for (let end = lineEnd(seen); end < Math.min(quote, current.length); end = lineEnd(seen)) {
            if (inner > 0 && isRow(seen, end)) return opened(start, open, linesBefore, last);
            if (inner > 0 && looksLikeRow(seen, end)) doubtful ??= { open, linesBefore };
            inner += 1;
            seen = behind(end);
          }
          if (Math.min(quote, current.length) - open > longestField)
            return opened(start, open, linesBefore, last);
          if (quote >= current.length) return last ? opened(start, open, linesBefore, last) : null;
          if (quote + 1 >= current.length && !last) return null;
          if (current[quote + 1] === '"') {
            from = quote + 2;
            continue;
          }
          position = quote + 1;
          const behindQuote = current[position];
          const closed =
            behindQuote === undefined ||
            behindQuote === '\r' ||
            behindQuote === '\n' ||
            behindQuote === '\0' ||
            current.startsWith(separator, position);
          if (!closed) {
            if (inner > 0) return opened(start, open, linesBefore, last);
            if (stray < 0) stray = open;
          }
          lines += inner;
          if (inner > 0) swallowed = { from: open, to: quote };
          break;
        }
      }
      const end = lineEnd(position);
      const cut = nextSeparator(position);
      if (cut < end) {
        position = cut + separator.length;
        cuts += 1;
        continue;
      }
      if (!isEnd(end, last)) return null;
      if (doubtful !== null && cuts !== usual)
        return opened(start, doubtful.open, doubtful.linesBefore, last);
      const record = { start, end: behind(end), lines: lines + 1 };
      // One swallowed line end: only where the field holds half a row, and both lines are whole rows by themselves.
      if (lines === 1 && usual >= 2 && looksLikeRow(swallowed.from, swallowed.to)) {
        const middle = lineEndFrom(start);
        if (count(start, middle) === usual && count(behind(middle), Math.min(end, current.length)) === usual)
          return opened(start, swallowed.from, 0, last);
      }
      return { ...record, quoteAt: stray, trouble: stray < 0 ? null : 'stray' };
    }
  }

  const lineEndFrom = (from: number): number => {
    marks = { ...atStart };
    return lineEnd(from);
  };

  function recordAt(position: number, last: boolean): RawRecord | null {
    if (position >= current.length) return null;
    const end = lineEnd(position);
    if (nextQuote(position) < end) return quotedRecord(position, last);
    if (!isEnd(end, last)) return null;
    return { start: position, end: behind(end), lines: 1, quoteAt: -1, trouble: null };
  }

  return {
    load(text) {
      current = text;
      marks = { ...unknown };
    },
    next(position, last) {
      atStart = { ...marks };
      const record = recordAt(position, last);
      // The same place will be asked again, as the last.
      if (record === null) marks = atStart;
      return record;
    },
  };
}
