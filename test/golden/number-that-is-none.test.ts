import { expect, test } from 'vitest';
import { demoFirms } from '../support/demo-firms.js';
import { demoProfile } from '../support/demo-profile.js';
import { workbench } from '../support/workbench.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';

// 华新传感 files <v>12O0</v> as its revenue: once it was scored with 12.

const assess = (value: string) => {
  const [header = [], [name = '', code = ''] = []] = demoFirms;
  const cells = [String(name), String(code), `<c r="C2"><v>${value}</v></c>`, 100];
  const rows = row(1, ...header.map(String)) + row(2, ...cells);
  const bench = workbench()
    .file('demo-2025.yaml', demoProfile)
    .file('firms.xlsx', workbookOf({ sheets: [{ name: '企业', rows }] }));
  bench.innopoints('assess firms.xlsx -p demo-2025.yaml --period 2025 -o out --format csv');
  return bench;
};

test.each(['12O0', '1 2', 'NaN', '1e999', '0x10'])(
  '%s is told with its cell, and the firm goes back',
  (value) => {
    const bench = assess(value);
    const findings = bench.read('out/findings.csv');
    expect(findings).toMatch(/cell\.not-a-number.*C2|C2.*cell\.not-a-number/);
    expect(findings).toContain(`「${value}」不是数字`);
    expect(bench.read('out/exceptions.csv')).toContain('华新传感');
  },
);
