import { expect, test } from 'vitest';
import { templateAids } from '../../../src/jobs/template/template-aids.js';
import type { Sheet } from '../../../src/model/table.js';
import { sheetOf } from '../../support/sheet.js';

const sheet = (name: string, visibility: Sheet['visibility'] = 'visible') =>
  sheetOf([], { name, visibility });
const aids = (...sheets: Sheet[]) => templateAids({ sheets }).map(({ name }) => name);

test.each(['very-hidden', 'hidden'] as const)(
  'a template of ours (%s) has two sheets that hold no firms',
  (visibility) => {
    expect(aids(sheet('企业'), sheet('填写说明'), sheet('innopoints', visibility))).toEqual([
      '填写说明',
      'innopoints',
    ]);
  },
);

test('an English one too', () => {
  expect(aids(sheet('Firms'), sheet('How to fill'), sheet('innopoints', 'hidden'))).toEqual([
    'How to fill',
    'innopoints',
  ]);
});

test('another workbook’s 填写说明 is read like any sheet', () => {
  expect(aids(sheet('企业'), sheet('填写说明'))).toEqual([]);
});

test('a visible sheet of our name is read like any sheet', () => {
  expect(aids(sheet('innopoints'), sheet('填写说明'))).toEqual([]);
});

test('a hidden sheet of another name is told, not passed over', () => {
  expect(aids(sheet('企业'), sheet('填写说明'), sheet('2024年', 'hidden'))).toEqual([]);
});
