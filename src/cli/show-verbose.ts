import type { Assessed } from '../jobs/assess/assess.js';
import type { Progress } from '../jobs/request.js';
import type { Recognised } from '../model/mapping.js';
import { columnsOf, widthOf, wrap } from './layout.js';
import { foreign } from './plain.js';
import { stepWords } from './progress.js';
import type { Shell } from './shell.js';

const words = {
  zh: {
    inputs: '读入的文件',
    mappings: '表格怎样认出',
    written: '写出的文件',
    bytes: '字节',
    header: (from: number, to: number) => (from === to ? `表头第 ${from} 行` : `表头第 ${from}–${to} 行`),
    columns: (known: number, all: number) => `${all} 列认出 ${known}`,
    by: {
      id: '按编号',
      name: '按字段名',
      alias: '按别名',
      code: '按代码',
      content: '按内容',
      file: '按对照表',
    },
    firms: (rows: number, firms: number) => `${rows} 行，${firms} 家企业`,
  },
  en: {
    inputs: 'Files read',
    mappings: 'How tables were recognised',
    written: 'Files written',
    bytes: 'bytes',
    header: (from: number, to: number) => (from === to ? `header row ${from}` : `header rows ${from}–${to}`),
    columns: (known: number, all: number) => `${known} of ${all} columns known`,
    by: {
      id: 'by id',
      name: 'by name',
      alias: 'by alias',
      code: 'by code',
      content: 'by content',
      file: 'by the mapping',
    },
    firms: (rows: number, firms: number) => `${rows} rows, ${firms} firms`,
  },
} as const;

const ways: readonly Recognised[] = ['id', 'name', 'alias', 'code', 'content', 'file'];

/** Each step as it begins, a line each: for `--verbose`, where a spinner would be written over. */
export const tellSteps =
  (shell: Shell): Progress =>
  (step, detail) =>
    shell.say(`${stepWords[shell.lang][step]}${detail === undefined ? '' : `  ${foreign(detail)}`}`);

/** What was read, how its columns were recognised, what was written: counts and places, no header and no cell. */
export function showVerbose({ run, published }: Assessed, shell: Shell): void {
  const text = words[shell.lang];
  const width = Math.min(80, shell.columns);
  const say = (title: string, rows: readonly (readonly string[])[], right: readonly number[]): void => {
    if (rows.length === 0) return;
    shell.say('');
    shell.say(title);
    for (const line of columnsOf(rows, new Set(right))) shell.say(line);
  };
  say(
    `${text.inputs}  ${text.firms(run.rowLedger.total, run.firmLedger.total)}`,
    run.sources.map(({ file, bytes, encoding, reader }) => [
      `  ${foreign(file)}`,
      `${bytes} ${text.bytes}`,
      encoding ?? '',
      reader,
    ]),
    [1],
  );
  if (run.mappings.length > 0) shell.say(`\n${text.mappings}`);
  for (const { file, sheet, headerFrom, headerTo, columns } of run.mappings) {
    const known = columns.filter(({ field }) => field !== null);
    const by = ways
      .map((way) => [text.by[way], known.filter((one) => one.by === way).length] as const)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`);
    const told = [
      foreign(sheet === '' ? file : `${file} 「${sheet}」`),
      text.header(headerFrom, headerTo),
      text.columns(known.length, columns.length),
      ...by,
    ];
    for (const line of inLines(told, width - 2)) shell.say(`  ${line}`);
  }
  say(
    text.written,
    (published?.outputs ?? []).map(({ file, bytes }) => [`  ${foreign(file)}`, `${bytes} ${text.bytes}`]),
    [1],
  );
}

/** Short texts one after another, none torn unless it is wider than a line itself. */
function inLines(texts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + 2 + widthOf(text) <= width)
      lines[lines.length - 1] = `${last}  ${text}`;
    else lines.push(...wrap(text, width));
  }
  return lines;
}
