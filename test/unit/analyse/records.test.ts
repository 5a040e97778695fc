import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, recordAt, recordsIn } from '../../../src/analyse/records.js';
import { csvParts } from '../../../src/report/csv.js';

const written = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.concat([...csvParts(['credit_code', 'firm_name'], rows, false)]);

const read = (bytes: Buffer): string[][] => {
  const records = recordsIn(bytes);
  return Array.from({ length: records.count }, (_, record) => fieldsOf(records, record));
};

describe('records of data/firms.csv', () => {
  test('a name with a comma, quotes and a line break is one field', () => {
    const name = '华新"传感",\r\n有限公司';
    expect(read(written([['91340100MA2N00001X', name]]))[1]).toEqual(['91340100MA2N00001X', name]);
  });

  test('a quote before what looks like a formula is taken off', () => {
    expect(read(written([['1', '=华新传感']]))[1]).toEqual(['1', '=华新传感']);
  });

  test('a name that begins with a quote of its own keeps it', () => {
    expect(read(written([['1', "'华新传感'"]]))[1]).toEqual(['1', "'华新传感'"]);
  });

  test('a quote of its own before a sign stays', () => {
    expect(read(written([["'=1", "''-"]]))[1]).toEqual(["'=1", "''-"]);
  });

  test('the last record may end without a line end', () => {
    expect(read(Buffer.from('a,b\r\n1,华新传感'))).toEqual([
      ['a', 'b'],
      ['1', '华新传感'],
    ]);
  });

  test('a quote that is never closed ends with the file', () => {
    expect(read(Buffer.from('a,b\r\n1,"华新传感'))).toEqual([
      ['a', 'b'],
      ['1', '华新传感'],
    ]);
  });

  test('an empty file has no record', () => {
    expect(read(Buffer.from(''))).toEqual([]);
  });

  test('a byte leads to the record that holds it', () => {
    const bytes = Buffer.from('a,b\r\n1,"x\ny"\r\n2,z\r\n');
    const records = recordsIn(bytes);
    expect(['a', 'y', 'z'].map((text) => recordAt(records, bytes.indexOf(text)))).toEqual([0, 1, 2]);
  });

  test('whatever is written reads back', () => {
    const field = fc.string({ unit: fc.constantFrom(...'华新,"\r\n\'=+ -@9'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { maxLength: 6 }), (rows) => {
        expect(read(written(rows)).slice(1)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
