import { join } from 'node:path';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, test } from 'vitest';
import { indexFields } from '../../src/match/index.js';
import { readHeader } from '../../src/match/read-header.js';
import { loadProfile } from '../../src/profile/index.js';
import { root } from '../support/workbench.js';

// Names that cannot be near are passed over unmeasured; whoever measures them all finds the same ones.

const { plan } = loadProfile('hefei-hightech-2025', [join(root, 'profiles')]);
const index = indexFields(plan, 2026);
const keys = index.spellings.filter((one) => /\p{Script=Han}/u.test(one));

function nearByAll(header: string): readonly string[] {
  const key = readHeader(header).keys.at(-1) ?? '';
  if (key.length < 2) return [];
  const scored = keys.map((name) => {
    const [short, long] = [Math.min(key.length, name.length), Math.max(key.length, name.length)];
    const contained = short / long >= 0.5 && (key.includes(name) || name.includes(key));
    const score = contained ? 0.3 - short / long / 4 : distance(key, name) / long;
    return { id: index.find(name)!.field.id, score };
  });
  const near = scored
    .filter((one) => one.score <= 0.4)
    .sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1));
  return [...new Set(near.map((one) => one.id))].slice(0, 3);
}

/** A spelling with letters left out, put in, changed or turned. */
const slip = fc
  .tuple(
    fc.constantFrom(...keys),
    fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.constantFrom(...'研发费用营业收入数的率年末人')), {
      maxLength: 4,
    }),
  )
  .map(([name, slips]) => {
    const letters = [...name];
    for (const [at, kind, letter] of slips) {
      const place = at % (letters.length + 1);
      if (kind === 0) letters.splice(place, 1);
      else if (kind === 1) letters.splice(place, 0, letter);
      else if (kind === 2) letters[place] = letter;
      else letters.reverse();
    }
    return letters.join('');
  });

test('the nearest fields of a header are those that measuring every name finds', () => {
  let some = 0;
  fc.assert(
    fc.property(
      fc.oneof(slip, fc.string({ unit: fc.constantFrom(...keys.join('')), maxLength: 12 })),
      (header) => {
        const near = index.near(header);
        expect(near).toEqual(nearByAll(header));
        if (near.length > 0) some += 1;
      },
    ),
    { numRuns: 1000 },
  );
  expect(some).toBeGreaterThan(200);
});
