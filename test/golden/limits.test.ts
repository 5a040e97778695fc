import { expect, test } from 'vitest';
import { demoFirms } from '../support/demo-firms.js';
import { demoProfile } from '../support/demo-profile.js';
import { workbench } from '../support/workbench.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';

// Each limit of reading that an honest file may meet is raised by the option that its refusal names.

const columns = 17_000;
const wide = demoFirms.map((cells, i) => [
  ...cells,
  ...Array.from({ length: columns - cells.length }, (_, at) => (i === 0 ? `备注${at}` : 1)),
]);
const pictures = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`xl/media/照片${i}.png`, '']));
const rows = demoFirms.map((cells, i) => row(i + 1, ...cells.map(String))).join('');
const bench = workbench()
  .file('demo-2025.yaml', demoProfile)
  .csv('宽.csv', wide)
  .file('照片.xlsx', workbookOf({ sheets: [{ name: '企业', rows }], more: pictures }));
const assess = (words: string) =>
  bench.innopoints(`assess ${words} -p demo-2025.yaml --period 2025 --no-html`);

test.each([
  ['宽.csv', '--max-columns 17000'],
  ['照片.xlsx', '--max-parts 10007'],
])('%s is refused, and read with the option that the refusal names', (name, option) => {
  const out = name.replace(/\..*/, '');
  const refused = assess(`${name} -o ${out}`);
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain(option);
  expect(bench.files('.').filter((one) => one.startsWith(`${out}/`))).toEqual([]);
  expect(assess(`${name} -o ${out} ${option}`).code).toBe(0);
  const [flag = '', count] = option.split(' ');
  const key = flag.replace('--max-c', 'maxC').replace('--max-p', 'maxP');
  expect(JSON.parse(bench.read(`${out}/manifest.json`)).options).toMatchObject({ [key]: Number(count) });
});

test('a replay reads with the limits of the run', () => {
  expect(bench.innopoints('replay 宽').code).toBe(0);
});

test('a run that raised nothing says nothing of limits', () => {
  bench.csv('少.csv', demoFirms);
  expect(assess('少.csv -o 少').code).toBe(0);
  const { options } = JSON.parse(bench.read('少/manifest.json'));
  expect(Object.keys(options)).not.toEqual(expect.arrayContaining(['maxColumns']));
  expect(Object.keys(options)).not.toEqual(expect.arrayContaining(['maxParts']));
});

test('innopoints.yaml raises them too', () => {
  bench.file(
    '宽.yaml',
    'profile: demo-2025.yaml\nperiod: "2025"\ninputs: 宽.csv\nout: 由文件\nmax_columns: 17000\n',
  );
  expect(bench.innopoints('config show --config 宽.yaml').stdout).toMatch(/max_columns.*17000/);
  expect(bench.innopoints('assess --config 宽.yaml').code).toBe(0);
});

test.each(['max_columns: 很多', 'max_columns: 0', 'max_parts: 1.5', 'max_parts: -1'])(
  'innopoints.yaml with %s is refused with its line',
  (line) => {
    bench.file('错.yaml', `profile: demo-2025.yaml\nperiod: "2025"\ninputs: 宽.csv\nout: 错\n${line}\n`);
    const { code, stderr } = bench.innopoints('assess --config 错.yaml');
    expect(code).toBe(2);
    expect(stderr).toMatch(/错\.yaml.*5/);
  },
);

test.each(['0', '-5', '1.5', '一万', '1e5', '20000列'])('--max-columns %s is wrong usage', (count) => {
  const { code, stderr } = assess(`宽.csv -o 错 --max-columns ${count}`);
  expect(code).toBe(2);
  expect(stderr).toContain('--max-columns');
});
