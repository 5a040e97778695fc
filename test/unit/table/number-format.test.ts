import { expect, test } from 'vitest';
import { formatKind } from '../../../src/table/workbook/number-format.js';

const kinds = {
  plain: [
    'General',
    'G/通用格式',
    '',
    '@',
    '0',
    '0.00',
    '#,##0.00',
    '0.00E+00',
    '# ?/?',
    '"¥"#,##0',
    '[$￥-804]#,##0.00',
    '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    '0.00_);[Red]\\(0.00\\)',
    '#,##0_ ;[Red]\\-#,##0\\ ',
  ],
  date: [
    'm/d/yy',
    'yyyy/m/d;@',
    'yyyy"年"m"月"d"日"',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'e"年"',
    'aaaa',
    'yyyymmdd',
    'm/d/yy h:mm',
  ],
  time: ['h:mm', '[h]:mm:ss', 'mm:ss', 'h"时"mm"分"', '上午/下午h"时"', 'h:mm AM/PM'],
  percent: ['0%', '0.00%', '0.00%;[Red]-0.00%', '# ?/?%'],
  literal: [
    '0\\%',
    '0"%"',
    '0"万元"',
    '0元',
    '$#,##0',
    '[$$-409]#,##0.00',
    '"US$"#,##0',
    '#,##0,',
    '0.0,"万"',
    '000000',
    '"第"0"名"',
    '[>=10000]0.0,"万";0',
  ],
} as const;

test.each(Object.entries(kinds).flatMap(([kind, codes]) => codes.map((code) => [code, kind])))(
  '%s is %s',
  (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  },
);

test.each(['"', '[', '\\', '_', '0,', '0', ';', 'y'])(
  'a code of a hundred thousand %s costs no time',
  (piece) => {
    const start = performance.now();
    formatKind(piece.repeat(100_000));
    formatKind(piece.repeat(900));
    expect(performance.now() - start).toBeLessThan(10_000);
  },
);
