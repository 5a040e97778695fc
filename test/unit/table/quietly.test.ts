import { expect, test } from 'vitest';
import { quietly } from '../../../src/table/workbook/sheetjs.js';

// SheetJS gives its buffers a method `read_shift` that believes every length: a text of 10⁸ characters in a record of ten bytes
// ended the process, a count of 10⁹ kept it busy for ever (found by the fuzz).

type Blob = Buffer & { l: number; read_shift(size: number, type?: string): unknown };

/** A buffer as SheetJS prepares it, and what it reads of it. */
function blobOf(bytes: number[], at: number): Blob {
  const blob = Buffer.from(bytes) as Blob;
  blob.l = at;
  blob.read_shift = function (size, type) {
    this.l += size;
    return type ?? size;
  };
  return blob;
}

test('what is there is read as SheetJS reads it', () => {
  expect(quietly(() => blobOf([1, 2, 3, 4], 0).read_shift(4))).toBe(4);
  expect(quietly(() => blobOf([1, 2, 3, 4], 0).read_shift(2, 'dbcs'))).toBe('dbcs');
});

test('a text longer than what is left is refused', () => {
  expect(() => quietly(() => blobOf([1, 2, 3, 4], 2).read_shift(100_000_000, 'dbcs'))).toThrow(
    /text is longer/,
  );
});

test('a number behind the end is 0, and far behind it is refused', () => {
  expect(quietly(() => blobOf([1, 2], 2).read_shift(4))).toBe(0);
  expect(() => quietly(() => blobOf([1, 2], 5000).read_shift(4))).toThrow(/record is longer/);
});

test('outside nothing of it is left', () => {
  quietly(() => undefined);
  expect('read_shift' in Buffer.prototype).toBe(false);
});
