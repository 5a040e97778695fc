import type { PublishedIdentification } from '../jobs/identify/identify-output.js';
import type { IdentifiedSummary } from '../jobs/identify/summarise-identified.js';
import type { Change } from '../model/identified.js';
import { type Standing, standings } from '../model/judged.js';
import type { Lang } from '../model/text.js';
import { countWords } from './count-words.js';
import { columnsOf, wrap } from './layout.js';
import { painter } from './paint.js';
import { foreign } from './plain.js';
import type { Shell } from './shell.js';
import { saySplits } from './split-text.js';

const words = {
  zh: {
    title: '多项认定核对',
    scheme: '认定',
    standing: { qualifies: '符合', not: '不符合', unknown: '缺数据', rejected: '有误', absent: '未读到' },
    change: { new: '新增', kept: '保留', lost: '退出', unsure: '待核', gone: '未申报' },
    exceptions: '例外（没有可用代码的行）',
    lacking: '没有列、按空白核对的字段',
    since: (period: string) => `与 ${period} 相比`,
    sample: '带 * 的为示例方案，含有示例数字；全部结果按申报数据自评，不是认定结论',
    files: '结果在',
    more: (count: number) => ` 等 ${count} 个，见 schemes.csv`,
    comma: '、',
    colon: '：',
  },
  en: {
    title: 'Identification',
    scheme: 'scheme',
    standing: { qualifies: 'yes', not: 'no', unknown: 'no data', rejected: 'to mend', absent: 'not read' },
    change: { new: 'new', kept: 'kept', lost: 'lost', unsure: 'to check', gone: 'not filed' },
    exceptions: 'exceptions (rows without a usable code)',
    lacking: 'Fields without a column, taken as blank',
    since: (period: string) => `Against ${period}`,
    sample:
      "* sample profile with example figures; all results follow the firms' own data and recognise nobody",
    files: 'Written to',
    more: (count: number) => ` … ${count} in all, see schemes.csv`,
    comma: ', ',
    colon: ': ',
  },
} as const;

/** Fields named of each scheme; the rest are counted. */
const NAMED = 5;

/** The matrix in counts, on 80 columns: a line a scheme, what the input lacks for it, where the files are. */
export function showIdentified(
  summary: IdentifiedSummary,
  published: PublishedIdentification,
  shell: Shell,
): void {
  const text = words[shell.lang];
  const count = countWords[shell.lang];
  const paint = painter(shell.colour);
  const width = Math.min(80, shell.columns);
  const { rows } = summary;
  const say = (line: string) => {
    for (const part of wrap(line, width)) shell.say(part);
  };
  shell.say(paint.bold(`${text.title}  ${summary.period}  ${summary.asOf}`));
  const fates = (['used', 'superseded', 'rejected', 'skipped'] as const).map(
    (one) => `${count[one]} ${rows[one]}`,
  );
  say(`${count.rows} ${rows.total}  ${fates.join('  ')}`);
  say(`${count.firms} ${summary.firms}  ${text.exceptions} ${summary.exceptions}`);
  shell.say('');
  for (const line of table(summary, shell.lang)) shell.say(line);
  if (summary.previous !== null) {
    shell.say('');
    shell.say(paint.bold(text.since(foreign(summary.previous))));
    for (const line of changeTable(summary, shell.lang)) shell.say(line);
  }
  const lacking = summary.schemes.filter((one) => one.lacking.length > 0);
  if (lacking.length > 0) {
    shell.say('');
    shell.say(paint.bold(text.lacking));
    for (const { name, lacking: fields } of lacking) {
      const first = fields.slice(0, NAMED).map((field) => foreign(field.name));
      const names = `${first.join(text.comma)}${fields.length > NAMED ? text.more(fields.length) : ''}`;
      for (const part of wrap(`${foreign(name)}${text.colon}${names}`, width - 2)) shell.say(`  ${part}`);
    }
  }
  shell.say('');
  const { error, warning, info } = summary.findings;
  say(`${count.findings}  ${count.errors} ${error}  ${count.warnings} ${warning}  ${count.infos} ${info}`);
  if (summary.unreadable.length > 0)
    say(`${count.unreadable}  ${summary.unreadable.map(foreign).join(text.comma)}`);
  for (const part of wrap(text.sample, width)) shell.say(paint.warn(part));
  shell.say(`${paint.bold(text.files)} ${foreign(published.folder)}`);
  for (const line of wrap(published.reports.map(foreign).join('  '), width - 2)) shell.say(`  ${line}`);
  saySplits(published.splits, shell);
}

const label = (one: IdentifiedSummary['schemes'][number]): string =>
  `  ${foreign(one.name)}${one.status === 'sample' ? ' *' : ''}`;

function table(summary: IdentifiedSummary, lang: Lang): string[] {
  const text = words[lang];
  // Firms that a scheme did not read are the exception: no column of zeros for them.
  const shown = standings.filter(
    (one: Standing) => one !== 'absent' || summary.schemes.some(({ firms }) => firms.absent > 0),
  );
  return columnsOf(
    [
      [`  ${text.scheme}`, ...shown.map((one) => text.standing[one])],
      ...summary.schemes.map((one) => [label(one), ...shown.map((standing) => String(one.firms[standing]))]),
    ],
    new Set(shown.map((_, index) => index + 1)),
  );
}

function changeTable(summary: IdentifiedSummary, lang: Lang): string[] {
  const text = words[lang];
  const kinds = Object.keys(text.change) as Change[];
  return columnsOf(
    [
      [`  ${text.scheme}`, ...kinds.map((one) => text.change[one])],
      ...summary.schemes.map((one) => [label(one), ...kinds.map((kind) => String(one.changes?.[kind] ?? 0))]),
    ],
    new Set(kinds.map((_, index) => index + 1)),
  );
}
