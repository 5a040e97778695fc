import { expect, test } from 'vitest';
import { sealed, sealOf } from '../../../src/model/seal.js';

const hash = (text: string) => text.length.toString(16).padStart(64, '0');
const manifest = (without: readonly string[]) =>
  `${JSON.stringify({ format: 1, options: { without }, seconds: 1.5 }, null, 2)}\n`;

test('a manifest of a version that set no seal has none, also where a field is called seal', () => {
  expect(sealOf(manifest([]), hash)).toBe('none');
  expect(sealOf(manifest(['seal']), hash)).toBe('none');
  expect(sealOf(sealed(manifest(['seal']), hash), hash)).toBe('whole');
});

test.each([
  ['changed', (text: string) => text.replace('1.5', '11.5')],
  ['given the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['written on one line', (text: string) => JSON.stringify(JSON.parse(text))],
])('one that was %s is not whole', (_, change) => {
  expect(sealOf(change(sealed(manifest([]), hash)), hash)).toBe('broken');
});
