import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkCharacter } from '../../src/intake/uscc.js';
import { row, workbookOf } from '../unit/table/build-workbook.js';
import { root, type Value, type Workbench, workbench } from './workbench.js';

/** What a spreadsheet would run. */
const formula = "=cmd|' /C calc'!A0";
/** What a browser would run. */
const markup = `</script></title><script>document.title='run'</script><img src=x onerror="document.title='run'">"onload="document.title='run'" \u2028<!--<script>`;
/** What a terminal would obey. */
const escapes =
  '\u001b]52;c;eA==\u0007\u001b]8;;http://x.invalid\u0007\u001b[2J\u009b31m\r\u0008\u202e\u2066';

/** One text that is all three, as a stranger writes it into each cell, name and line of a profile that takes any text. */
export const spell = `${formula}${markup}${escapes}`;
/** What a file system takes of it. */
export const spelledName = spell.replaceAll('/', '∕').slice(0, 80) + escapes.replaceAll('/', '∕');

const text = JSON.stringify(spell).replace(
  /[\u007f-\uffff]/g,
  (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
const source = `{ document: ${text}, issuer: ${text}, clause: ${text}, date: ${text} }`;

const spelledProfile = (id = 'hostile-2026'): string => `profile: ${id}
name: { zh: ${text}, en: ${text} }
about: ${text}
identifies: ${text}
extends: packs/core-fields
in_force: { from: 2026-01-01 }
status: sample
scale: 100
fields:
  kind: { name: ${text}, type: text, optional: true, aliases: [类别], words: { ${text}: [甲], 乙: [${text.slice(0, -1)}x"] } }
  spelled: { name: { zh: ${text.slice(0, -1)}2", en: ${text} }, type: number, unit: 件, optional: true, aliases: [次数] }
checks:
  - { id: odd, hold: revenue < 100000 万元, severity: warning, text: ${text}, source: &src ${source} }
stages:
  by: revenue
  cuts: [{ below: 500 万元, stage: ${text} }, { stage: 稳定期 }]
  source: *src
groups: [{ id: innovation, name: ${text} }, { id: less, name: ${text}, part: deduction }]
indicators:
  - id: rd_ratio
    group: innovation
    name: { zh: ${text}, en: ${text} }
    value: rd_expense / revenue
    unit: '%'
    score: { linear: { full: 10% } }
    weight: 100
    missing: zero
    source: *src
    examples: [{ rd_expense: 50, revenue: 1000, points: 50 }, { rd_expense: 50, revenue: 1000, points: 49 }]
vetoes:
  - { id: dishonest, bar: dishonest, text: ${text}, unknown: pass-with-warning, source: *src }
grades:
  - { id: A, name: ${text}, at_least: 60, source: *src }
  - { id: B, at_least: 0, source: *src }
causes:
  - { id: small, when: revenue < 2000 万元, text: ${text}, department: ${text}, remedy: ${text}, source: *src }
lists:
  - { id: whitelist, kind: whitelist, name: ${text}, when: total >= 60, source: *src }
  - { id: near, kind: referral, name: ${text}, when: [{ hold: total >= 10, text: ${text} }, { hold: total < 60, text: ${text} }], diagnose: [small], source: *src }
  - { id: nursery, kind: pool, name: ${text}, when: total >= 0, source: *src }
offers:
  - id: loan
    kind: loan
    name: ${text}
    provider: ${text}
    when: total >= 60
    limit: 1000 万元
    rate: ${text}
    term: ${text}
    risk_shares: { ${text}: 100% }
    source: *src
publicity: { contact: ${text}, source: *src }
`;

const code = (at: number): string => {
  const start = `91340199MA10${String(at).padStart(4, '0')}0`;
  return start + checkCharacter(start);
};

const header = [
  '企业名称',
  '统一社会信用代码',
  '营业收入（万元）',
  '研发费用（万元）',
  '类别',
  '失信被执行人',
  '区县',
  spell,
];
/** Listed, near, below the line, sent back by a figure, by a code, by none, and one twice. */
const rows: readonly (readonly Value[])[] = [
  header,
  [`${spell}甲`, code(1), 1000, 100, '甲', '否', spell, spell],
  [`${spell}乙`, code(2), 1000, 40, spell, '否', spell, spell],
  [`${spell}丙`, code(3), 400, 1, '乙', '否', '-5.5', -5.5],
  [`${spell}丁`, code(4), 1000, spell, '甲', '否', spell, spell],
  [`${spell}戊`, spell, 1000, 50, '甲', '否', spell, spell],
  [`${spell}己`, null, 1000, 50, '甲', '否', spell, spell],
  [`${spell}丁`, code(4), 1200, 50, '甲', '否', spell, spell],
  // Much plain text, lest the file pass for a binary one.
  ['禾川机电', code(5), 1200, 24, '甲', '否', '无'.repeat(4000), ''],
];
const answers = [
  [
    '企业名称',
    '统一社会信用代码',
    '银行',
    '产品名称',
    '反馈结果',
    '金额（万元）',
    '反馈日期',
    '原因',
    '存在问题',
    '责任部门',
    '措施',
    '是否解决',
  ],
  [spell, code(1), spell, spell, '已授信', 100, '2026-04-20', spell, spell, spell, spell, '是'],
  [spell, code(2), spell, spell, '未授信', null, '2026-04-20', spell, spell, spell, spell, '否'],
  [spell, code(9), spell, spell, spell, null, spell, spell, spell, spell, spell, spell],
  ['禾川机电', code(8), '无'.repeat(4000)],
];
const adjustments = [
  ['企业名称', '统一社会信用代码', '名单', '调整', '理由', '批准人', '日期'],
  [spell, code(2), 'whitelist', '调入', spell, spell, '2026-07-28'],
  [spell, code(3), spell, spell, spell, spell, spell],
  ['禾川机电', code(8), '无'.repeat(4000)],
];
const roster = [
  ['企业名称', '统一社会信用代码', '区县'],
  [spell, code(7), spell],
  ['禾川机电', code(8), '无'.repeat(4000)],
];

export interface Spoken {
  readonly words: readonly string[];
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface HostileBench {
  readonly bench: Workbench;
  run(...words: string[]): Spoken;
}

/** A folder in which every text is the spell, the names of its files too. */
export function hostileBench(): HostileBench {
  const bench = workbench()
    .file('hostile-2026.yaml', spelledProfile())
    .file('other-2026.yaml', spelledProfile('other-2026').replaceAll('total >= 60', 'total >= 70'));
  const inlines = rows.map((cells, i) =>
    row(
      i + 1,
      ...cells.map((one) =>
        typeof one === 'boolean'
          ? null
          : typeof one === 'string'
            ? one.replace(
                /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g,
                (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0')}_`,
              )
            : one,
      ),
    ),
  );
  const sheetName = spell.replace(/[\u0000-\u001f]/g, '');
  bench
    .csv(`${spelledName}.csv`, rows)
    .csv(`${spelledName}-反馈.csv`, answers)
    .csv(`${spelledName}-调整.csv`, adjustments)
    .csv(`${spelledName}-名册.csv`, roster)
    .file(`${spelledName}.xlsx`, workbookOf({ sheets: [{ name: sheetName, rows: inlines.join('') }] }))
    .file(
      'bad.yaml',
      spelledProfile()
        .replace('missing: zero', `missing: ${text}`)
        .replace('kind: whitelist', `${text}: whitelist`),
    );
  bench.file(
    'apart/innopoints.yaml',
    `profile: ../hostile-2026.yaml\nperiod: 2026Q3\ninputs: [${text}, "../*.csv"]\nout: ${text}\nby: ${text}\n`,
  );
  return {
    bench,
    run(...words) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, 'bin/innopoints.js'), ...words],
        {
          cwd: bench.folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, HOME: bench.folder, LANG: 'zh_CN.UTF-8' },
        },
      );
      return { words, code: status, stdout, stderr };
    },
  };
}
