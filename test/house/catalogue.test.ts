import { expect, test } from 'vitest';
import { texts } from '../../src/cli/text.js';
import { catalogue, kindOf } from '../../src/finding/index.js';

const ids = Object.keys(catalogue);

test.each(ids)('%s says what was found in both languages', (id) => {
  const kind = kindOf(id)!;
  for (const lang of ['zh', 'en'] as const) {
    const said = kind[lang](kind.sample);
    expect(said.found, lang).not.toBe('');
    expect(JSON.stringify(said), lang).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(kind.zh(kind.sample).found).toMatch(/\p{Script=Han}/u);
});

test.each(ids.filter((id) => kindOf(id)!.severity === 'error'))('the error %s says what to do', (id) => {
  const kind = kindOf(id)!;
  expect(kind.zh(kind.sample).fix + kind.zh(kind.sample).expected).not.toBe('');
  expect(kind.en(kind.sample).fix + kind.en(kind.sample).expected).not.toBe('');
});

test('every id names its place', () => {
  for (const id of ids) expect(id).toMatch(/^(?:file|sheet|header|row|cell|firm|profile|usage)\.[a-z0-9-]+$/);
});

test('every word of the command line is there in both languages', () => {
  for (const [key, text] of Object.entries(texts)) {
    expect(text.zh, key).toMatch(/\p{Script=Han}/u);
    expect(text.en, key).not.toMatch(/\p{Script=Han}/u);
  }
});
