import { expect, test } from 'vitest';
import { readId } from '../../../src/intake/read-id.js';
import { checkCharacter } from '../../../src/intake/uscc.js';

const uscc = ['uscc'] as const;

// Public test vectors (domain facts §4.1): outer and inner check pass.
test.each([
  '91350100M000100Y43',
  '91330100799655058B',
  '9144030071526726XG',
  '914403001922038216',
  '91100000100003962T',
])('%s passes its check character', (code) => {
  expect(readId(code, uscc)).toMatchObject({ kind: 'id', id: code, check: true, changed: false });
});

test('every check character is reached once by the 17th: a check value of 31 becomes 0', () => {
  // A body whose weighted sum is a multiple of 31.
  const bodies = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((char) => `9134019900000000${char}`);
  expect(bodies.map(checkCharacter).sort().join('')).toBe('0123456789ABCDEFGHJKLMNPQRTUWXY');
});

test.each([
  ['91350100m000100y43', 'lower case'],
  ['９１３５０１００Ｍ０００１００Ｙ４３', 'full width'],
  [' 91350100M000100Y43 ', 'blanks around'],
  ['91350100 M000100Y43', 'a blank inside'],
  ["'91350100M000100Y43", 'an apostrophe'],
  ['="91350100M000100Y43"', "Excel's guard"],
  ['\t91350100M000100Y43', 'a tab'],
  ['\ufeff91350100M000100Y43', 'a byte order mark'],
])('「%s」 is normalised: %s', (raw) => {
  expect(readId(raw, uscc)).toMatchObject({ kind: 'id', id: '91350100M000100Y43', changed: true });
});

test('a wrong check character is a doubt, not a refusal', () => {
  expect(readId('91350100M000100Y44', uscc)).toMatchObject({ kind: 'id', check: false });
});

test.each([
  [Number('914403001922038000'), 'digits-lost'],
  ['9.14403E+17', 'digits-lost'],
  [91330108270001, 'wrong-length'],
  ['91350100M000100Y4', 'wrong-length'],
  ['9135O100M000100Y43', 'wrong-characters'],
  ['91350100M000100Y4I', 'wrong-characters'],
  ['370784228012345', 'not-accepted'],
  ['MA0001234', 'not-accepted'],
  ['MA000123-4', 'not-accepted'],
  ['', 'blank'],
  ['   ', 'blank'],
  ['待补', 'wrong-length'],
  [true, 'wrong-characters'],
])('%s is refused: %s', (cell, kind) => {
  expect(readId(cell, uscc).kind).toBe(kind);
});

test('a number keeps its digits in the message, not 9.14E+17', () => {
  expect(readId(Number('914403001922038000'), uscc)).toEqual({
    kind: 'digits-lost',
    raw: '914403001922038000',
  });
});

test.each([
  [{ kind: 'error', code: '#N/A' } as const, '#N/A'],
  [{ kind: 'formula' } as const, ''],
])('an error or an empty formula is no id', (cell, raw) => {
  expect(readId(cell, uscc)).toEqual({ kind: 'error', raw });
});

test('a profile may accept a 15-digit registration number or an organisation code', () => {
  expect(readId('370784228012345', ['uscc', 'registration'])).toMatchObject({
    kind: 'id',
    id: '370784228012345',
  });
  expect(readId('MA000123-4', ['organisation'])).toMatchObject({ kind: 'id', id: 'MA0001234' });
});

test.each([...'0123456789X'])(
  "a resident's number is recognised and masked, even if its last character %s is a slip",
  (last) => {
    const whole = `11010119900307001${last}`; // invented
    const read = readId(whole, uscc);
    expect(read).toMatchObject({ kind: 'resident' });
    expect(JSON.stringify(read)).not.toContain(whole.slice(6, 17));
  },
);

test.each(['无', '-', '—', '/'])('「%s」 in the id cell is a blank where the profile says so', (word) => {
  expect(readId(word, uscc, new Set(['无', '-', '—', '/']))).toEqual({ kind: 'blank' });
});

test.each([
  ['91350100-M000100Y4-3', true],
  ['91350100M000100Y43.', true],
  ['91350100M000100Y43/91350100M000100Y43', false],
  ['91350100-M000100Y4-4', false],
])(
  'hyphens and stops in 「%s」 are taken off only around a code with a right check character',
  (raw, fine) => {
    expect(readId(raw, uscc).kind).toBe(fine ? 'id' : 'wrong-length');
  },
);

test.each(['#N/A', '#REF!', '#value!'])('「%s」 as a CSV writes it is an error value', (raw) => {
  expect(readId(raw, uscc, new Set(['#N/A']))).toEqual({ kind: 'error', raw: raw.toUpperCase() });
});
