import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFolderName } from '../../../src/report/split/folder-name.js';

// ECOSYSTEM §3: what stands in a cell becomes a name on somebody's disk.
const named = (...words: string[]) => {
  const taken = new Set<string>();
  return words.map((word) => safeFolderName(word, taken));
};

test.each([
  ['蜀山区', '蜀山区'],
  ['包河 区', '包河 区'],
  ['a/b', 'a_b'],
  ['../x', '___x'],
  ['..', '__'],
  ['C:\\temp', 'C__temp'],
  ['a\0b', 'a_b'],
  ['CON', '_CON'],
  ['com1.txt', '_com1.txt'],
  ['蜀山区.', '蜀山区_'],
  ['.hidden', '_hidden'],
  ['~$x', '_~$x'],
  ['-rf', '_-rf'],
  ['', '_'],
  ['  ', '_'],
  ['a\u202eb', 'a_b'],
  ['\ud800x', '_x'],
])('「%s」 becomes 「%s」', (wanted, safe) => {
  expect(named(wanted)).toEqual([safe]);
});

test('300 bytes are cut at a whole character', () => {
  const [name] = named('区'.repeat(100));
  expect(Buffer.byteLength(name!)).toBeLessThanOrEqual(80);
  expect(name).toMatch(/^区+$/);
});

test('two values that come to one name stay two, in any case of letters', () => {
  expect(named('a/b', 'a:b', 'A_B', 'a_b-2')).toEqual(['a_b', 'a_b-2', 'A_B-3', 'a_b-2-2']);
  expect(new Set(named('区'.repeat(90), '区'.repeat(91), '区'.repeat(92))).size).toBe(3);
});

test('whatever a cell holds: one plain name, never twice', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('.', '/', '\\', ' ', 'a', 'A', 'con', '区', '\0', '~', '-'),
      maxLength: 60,
    }),
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 20 }), (cells) => {
      const names = named(...cells);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(cells.length);
      for (const name of names) {
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]|^[.-]|[. ]$|^$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
      }
    }),
    { numRuns: 500, seed: 20260930 },
  );
});
