import { expect, test } from 'vitest';
import { isProfileId } from '../../../src/profile/index.js';

// An id becomes the name of a file and of a folder, here and on Windows (ECOSYSTEM §3, row 24).

test.each([
  'hefei-hightech-2025',
  'national-1.0-2022',
  'packs/core-fields',
  'console-2025',
  '2025',
  'a'.repeat(64),
])('%s names a profile', (id) => expect(isProfileId(id)).toBe(true));

test.each([
  '',
  '.',
  '..',
  '../x',
  '/etc/x',
  'packs/../x',
  'a/b/c',
  'packs/',
  'a\0b',
  'CON',
  'con',
  'nul.csv',
  'packs/aux',
  'com1.2025',
  'zone.',
  '-rf',
  'a b',
  'a\n',
  '高新区',
  'a'.repeat(65),
  'a'.repeat(300),
])('%j does not', (id) => expect(isProfileId(id)).toBe(false));
