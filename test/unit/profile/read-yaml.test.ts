import { describe, expect, test } from 'vitest';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import { type Marks, placeAt, positionOf } from '../../../src/profile/yaml/places.js';
import { readYaml } from '../../../src/profile/yaml/read-yaml.js';

function read(text: string) {
  const findings = new Findings();
  const marks: Marks = new WeakMap();
  const found = readYaml(text, 'zone.yaml', marks, findings);
  const at = (...path: (string | number)[]) => {
    if (found === null) throw new Error('nothing was read');
    const { line, column } = positionOf(placeAt(found.value, marks, found.top, path, 'value'), path);
    return `${line}:${column}`;
  };
  return { value: found?.value ?? null, at, told: findings.all.map((one) => renderFinding(one, 'zh')) };
}

/** Where the characters `start..end` of the value under `key` stand. */
function spanOf(text: string, start: number, end: number) {
  const marks: Marks = new WeakMap();
  const found = readYaml(text, 'zone.yaml', marks, new Findings());
  if (found === null) throw new Error('nothing was read');
  const position = positionOf(placeAt(found.value, marks, found.top, ['value'], 'value'), [], { start, end });
  return { at: `${position.line}:${position.column}`, length: position.length, value: found.value.value };
}

describe('values', () => {
  test('are read as YAML 1.2: no is a word, 1e3 a number', () => {
    expect(read('a: no\nb: 1e3\nc: 2025-01-01\nd: null\ne: true').value).toEqual({
      a: 'no',
      b: 1000,
      c: '2025-01-01',
      d: null,
      e: true,
    });
  });

  test('know their places', () => {
    const { at } = read('fields:\n  revenue: { unit: 万元 }\nlists:\n  - id: whitelist\n  - id: pool\n');
    expect([at('fields', 'revenue', 'unit'), at('lists', 1, 'id')]).toEqual(['2:20', '5:9']);
  });

  test('of an alias stand where they are written', () => {
    const { value, at } = read('a: &note { reason: 示例 }\nb: *note\n');
    expect(value).toEqual({ a: { reason: '示例' }, b: { reason: '示例' } });
    expect([at('b'), at('b', 'reason')]).toEqual(['2:4', '1:20']);
  });

  test('under names of the language are plain values', () => {
    const { value } = read('constructor: 1\ntoString: { valueOf: 2 }\n');
    expect(Object.entries(value ?? {})).toEqual([
      ['constructor', 1],
      ['toString', { valueOf: 2 }],
    ]);
  });

  test('are found in a file with CRLF and a byte order mark taken off', () => {
    expect(read('a: 1\r\nb:\r\n  c: 2\r\n').at('b', 'c')).toBe('3:6');
  });
});

describe('places within a text', () => {
  test('plain', () => {
    expect(spanOf('value: revenue / costt', 10, 15)).toMatchObject({ at: '1:18', length: 5 });
  });

  test('in single quotes, over a doubled quote', () => {
    expect(spanOf("value: 'a''b + costt'", 6, 11)).toMatchObject({
      at: '1:16',
      length: 5,
      value: "a'b + costt",
    });
  });

  test('in double quotes, over escapes', () => {
    expect(spanOf('value: "\\u8425\\x41 + costt"', 5, 10)).toMatchObject({
      at: '1:22',
      value: '营A + costt',
    });
  });

  test('in a literal block', () => {
    expect(spanOf('value: |\n    revenue /\n      costt\n', 12, 17)).toMatchObject({ at: '3:7', length: 5 });
  });

  test('in a folded block', () => {
    expect(spanOf('value: >-\n    revenue /\n    costt\n', 10, 15)).toMatchObject({ at: '3:5', length: 5 });
  });

  test('in a plain text over two lines', () => {
    expect(spanOf('value: revenue /\n  costt\n', 10, 15)).toMatchObject({ at: '2:3', length: 5 });
  });

  test('after the last character', () => {
    expect(spanOf('value: revenue /  # cost', 9, 9)).toMatchObject({ at: '1:17', length: 1 });
  });
});

describe('refusals', () => {
  test('a key twice names both places', () => {
    expect(read('a: 1\nb: 2\na: 3\n').told).toEqual([
      expect.stringContaining('zone.yaml:3:1：「a」写了两次（首次出现于 zone.yaml:1:1）'),
    ]);
  });

  test('a code without quotes', () => {
    for (const code of ['0123', '913301007996550580', '0x1F']) {
      expect(read(`code: ${code}`).told.join()).toContain(`「${code}」没有加引号`);
    }
  });

  test('a code in quotes is no trouble', () => {
    expect(read("code: '0123'").value).toEqual({ code: '0123' });
  });

  test('an open bracket is told where it opens', () => {
    expect(read('a: 1\nb: [1, 2\nc: 3\n').told.join()).toMatch(/zone\.yaml:2:4：.*没有配对/);
  });

  test('nesting too deep, without ending the process', () => {
    for (const text of [
      `a: ${'['.repeat(20_000)}`,
      `a: ${'{b: '.repeat(20_000)}`,
      `a:\n  ${'- '.repeat(20_000)}x`,
      `${'? '.repeat(20_000)}x`,
      Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ]) {
      expect(read(text).told.join()).toContain('嵌套超过 64 层');
    }
  });

  test('as deep as the limit is no trouble, one deeper is, where it stands', () => {
    const nested = (depth: number) => `a: ${'['.repeat(depth)}1${']'.repeat(depth)}`;
    expect(read(nested(63)).told).toEqual([]);
    expect(read(nested(65)).told.join()).toMatch(/zone\.yaml:1:68：嵌套超过 64 层/);
  });

  test('a text of a million lines', () => {
    expect(read(`a: |\n${'  x\n'.repeat(1_000_000)}`).told.join()).toContain('内容超过');
  });

  test('a number of a million digits, not told in full', () => {
    const [told = ''] = read(`a: ${'9'.repeat(1_000_000)}`).told;
    expect(told).toContain('没有加引号');
    expect(told.length).toBeLessThan(300);
  });

  test('a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n++)
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(read(lines.join('\n')).told.join()).toContain('内容超过');
  });

  test('an alias of itself', () => {
    expect(read('a: &a [*a]').told.join()).toContain('zone.yaml:1:8');
  });

  test('more values than any profile has', () => {
    expect(read(`a:\n${'- {}\n'.repeat(200_000)}`).told.join()).toContain('内容超过');
  });

  test('a line too long to show is told by its place alone', () => {
    const [told] = read(`a: [${'x, '.repeat(100)}0123]`).told;
    expect(told).toContain('zone.yaml:1:305');
    expect(told).not.toContain('\n');
  });
});
