import { expect, test } from 'vitest';
import { parseDate, parseDateNumber } from '../../../src/intake/parse-date.js';
import { dayText } from '../../../src/model/day.js';

test.each([
  ['2019-03-01', '2019-03-01', false],
  ['2019/3/1', '2019-03-01', false],
  ['2019.3.1', '2019-03-01', false],
  ['20190301', '2019-03-01', false],
  ['2019年3月1日', '2019-03-01', false],
  ['２０１９年３月１日', '2019-03-01', false],
  ['2019-03-01 00:00:00', '2019-03-01', false],
  ['2019-03-01T08:30:00Z', '2019-03-01', false],
  ['2019.3', '2019-03-01', true],
  ['2019年3月', '2019-03-01', true],
  ['2019', '2019-01-01', true],
  ['2020-02-29', '2020-02-29', false],
  ['2019年3月1号', '2019-03-01', false],
  ['2019 03 01', '2019-03-01', false],
  ['2019—03—01', '2019-03-01', false],
  ['2019、3、1', '2019-03-01', false],
  ['2019\\3\\1', '2019-03-01', false],
  ['43525', '2019-03-01', false],
])('「%s」 is %s', (text, day, partial) => {
  const read = parseDate(text);
  expect(read).toMatchObject({ kind: 'date', partial });
  expect(read.kind === 'date' && dayText(read.days)).toBe(day);
});

test.each([
  ['1131029', '2024-10-29'],
  ['0991029', '2010-10-29'],
  ['民国108年3月1日', '2019-03-01'],
  ['中華民國108.3.1', '2019-03-01'],
])('「%s」 counts the years of the Republic: %s', (text, day) => {
  const read = parseDate(text);
  expect(read).toMatchObject({ kind: 'date', republic: true });
  expect(read.kind === 'date' && dayText(read.days)).toBe(day);
});

test.each(['2019111', '1131329', '1990101', '113102', '2019-03-01前', '3月1日', '99999'])(
  '「%s」 is no date that is certain',
  (text) => {
    expect(parseDate(text)).toEqual({ kind: 'bad' });
  },
);

test.each(['2019年13月', '2019-02-29', '2019-00-10', '三月', '', '2019-3-32', '1/3/2019', '19-3-1'])(
  '「%s」 is no date',
  (text) => {
    expect(parseDate(text)).toEqual({ kind: 'bad' });
  },
);

test.each([
  [43525, '2019-03-01'],
  [20190301, '2019-03-01'],
  [2019.3, '2019-03-01'],
  [2019, '2019-01-01'],
])('the number %d is %s', (value, day) => {
  const read = parseDateNumber(value);
  expect(read.kind === 'date' && dayText(read.days)).toBe(day);
});

test.each([0, -1, 3.5, 999, 20191301])('the number %d is no date', (value) => {
  expect(parseDateNumber(value)).toEqual({ kind: 'bad' });
});
