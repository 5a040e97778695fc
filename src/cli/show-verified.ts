import { checkText } from '../jobs/replay/check-text.js';
import type { Replayed } from '../jobs/replay/replay.js';
import type { Verified } from '../jobs/replay/verify.js';
import type { Lang } from '../model/text.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    same: '一致',
    changed: '已改动',
    gone: '不见了',
    stranger: '不是本次写出的',
    differs: '不同',
    absent: '没有找到',
    more: '多出',
    manifest: '清单',
    output: '结果',
    input: '输入',
    mapping: '对照表',
    previous: '上一次',
    profile: '方案',
    ledger: '账目',
    line: (line: number) => `第 ${line} 行`,
    byte: (byte: number) => `第 ${byte} 字节`,
    verified: '核对无误',
    notVerified: '核对不符',
    replayed: '重算结果逐字节一致',
    notReplayed: '重算结果不一致',
  },
  en: {
    same: 'same',
    changed: 'changed',
    gone: 'gone',
    stranger: 'not written by this run',
    differs: 'differs',
    absent: 'not found',
    more: 'extra',
    manifest: 'manifest',
    output: 'output',
    input: 'input',
    mapping: 'mapping',
    previous: 'the last one',
    profile: 'profile',
    ledger: 'ledger',
    line: (line: number) => `line ${line}`,
    byte: (byte: number) => `byte ${byte}`,
    verified: 'everything holds',
    notVerified: 'does not hold',
    replayed: 'the replay gives the same bytes',
    notReplayed: 'the replay gives other bytes',
  },
} as const;

/** Each file with its state, each count of the ledgers, and the verdict in the last line. */
export function showVerified(verified: Verified, lang: Lang): string {
  const text = words[lang];
  const rows = [
    ...verified.files.map((one) => [text[one.role], text[one.status], foreign(one.file)]),
    ...verified.ledgers.map((one) => [
      text.ledger,
      one.holds ? text.same : text.differs,
      `${checkText(one.check)[lang]}${lang === 'zh' ? '：' : ': '}${one.holds ? one.told : `${one.counted} ≠ ${one.told}`}`,
    ]),
  ];
  return page(verified, rows, verified.holds ? text.verified : text.notVerified);
}

export function showReplayed(replayed: Replayed, lang: Lang): string {
  const text = words[lang];
  const rows = replayed.files.map(({ file, status, line, byte }) => [
    text[status],
    foreign(file),
    line !== null ? text.line(line) : byte !== null ? text.byte(byte) : '',
  ]);
  return page(replayed, rows, replayed.holds ? text.replayed : text.notReplayed);
}

const page = (
  run: { readonly run: string; readonly profile: string; readonly period: string },
  rows: readonly (readonly string[])[],
  verdict: string,
): string =>
  [
    foreign(`${run.run}  ${run.profile}  ${run.period}`),
    ...columnsOf(rows).map((line) => `  ${line}`),
    verdict,
    '',
  ].join('\n');
