import type { Cleaned } from '../jobs/clean/clean.js';
import { countWords } from './count-words.js';
import { columnsOf, wrap } from './layout.js';
import { leftBlank } from './left-blank.js';
import { painter } from './paint.js';
import { foreign } from './plain.js';
import type { Shell } from './shell.js';

const words = {
  zh: {
    ...countWords.zh,
    written: '写出',
    wrong: '有错误',
    without: '按 --without 没有的字段',
    absent: '没有列的可选字段',
    files: '写出',
  },
  en: {
    ...countWords.en,
    written: 'written',
    wrong: 'with errors',
    without: 'fields left out by --without',
    absent: 'optional fields without a column',
    files: 'Written',
  },
} as const;

/** What became of rows and firms, and which files were written, on stderr. */
export function showCleaned(cleaned: Cleaned, shell: Shell): void {
  const text = words[shell.lang];
  const paint = painter(shell.colour);
  const { plan, period, rows, firms, findings } = cleaned;
  const width = Math.min(80, shell.columns);
  const title = [foreign(plan.name[shell.lang]), plan.id, ...(period === null ? [] : [period.text])];
  shell.say(paint.bold(title.join('  ')));
  shell.say('');
  const counts: [string, number][] = [
    [text.rows, rows.total],
    [`  ${text.used}`, rows.byFate.used],
    [`  ${text.superseded}`, rows.byFate.superseded],
    [`  ${text.rejected}`, rows.byFate.rejected],
    [`  ${text.skipped}`, rows.byFate.skipped],
    [text.firms, firms.total],
    [`  ${text.written}`, firms.written],
    [`  ${text.wrong}`, firms.rejected],
  ];
  const lines = counts.map(([label, count]) => [label, String(count)]);
  for (const line of columnsOf(lines, new Set([1]))) shell.say(line);
  shell.say('');
  shell.say(
    `${text.findings}  ${text.errors} ${findings.error}  ${text.warnings} ${findings.warning}  ${text.infos} ${findings.info}`,
  );
  const nameOf = (id: string) => cleaned.plan.fields.get(id)?.name;
  for (const line of leftBlank(cleaned, nameOf, text, shell.lang).flatMap((one) => wrap(one, width)))
    shell.say(line);
  if (cleaned.files.length > 0)
    shell.say(`${paint.bold(text.files)} ${cleaned.files.map(foreign).join('  ')}`);
}
