import { placeOf } from '../finding/index.js';
import type { PublishedRun } from '../jobs/assess/run-output.js';
import type { Summary } from '../jobs/assess/summarise.js';
import { moves } from '../model/compared.js';
import type { Lang } from '../model/text.js';
import { countWords } from './count-words.js';
import { bar, columnsOf, padEnd, wrap } from './layout.js';
import { leftBlank } from './left-blank.js';
import { type Painter, painter } from './paint.js';
import { foreign } from './plain.js';
import type { Shell } from './shell.js';
import { pointsLines } from './show-points.js';
import { saySplits } from './split-text.js';

const words = {
  zh: {
    ...countWords.zh,
    whitelisted: '白名单',
    referred: '推荐（会诊、二次推荐）',
    'below-line': '未入选',
    vetoed: '一票否决',
    rejectedFirms: '退回改正',
    top: '最常见的问题',
    told: '内容和改法见 findings.csv',
    files: '结果在',
    sample: '示例方案：权重、满分值等为示例，不是官方数字，结果不能直接用于授信',
    outOfForce: '数据期不在方案的施行期内，请核对 --period 和方案；施行期',
    without: '按 --without 留空的字段',
    absent: '没有列、按空白处理的可选字段',
    first: '第一处',
    fix: '怎么改',
    grades: '等级',
    since: '比上期',
    moves: {
      entered: '新进',
      kept: '保留',
      left: '调出',
      outside: '未入选',
      'not-filed': '未申报',
      'newly-filed': '新申报',
    },
    outcomes: '成效',
    adjusted: '人工调整',
    roster: '名册',
    unasked: (cells: number, veto: number) =>
      `改正表改动了没有报错的单元格 ${cells} 处，其中一票否决要看的 ${veto} 处，请核实（cell.fix-unasked）`,
  },
  en: {
    ...countWords.en,
    whitelisted: 'whitelisted',
    referred: 'referred',
    'below-line': 'not selected',
    vetoed: 'vetoed',
    rejectedFirms: 'rejected',
    top: 'Most frequent',
    told: 'what and how to mend: findings.csv',
    files: 'Written to',
    sample: 'SAMPLE PROFILE: weights and full marks are examples, not official figures: no basis for lending',
    outOfForce: "the period lies outside the profile's time (check --period and the profile):",
    without: 'fields left blank by --without',
    absent: 'optional fields without a column, taken as blank',
    first: 'first at',
    fix: 'to mend',
    grades: 'grades',
    since: 'since',
    moves: {
      entered: 'entered',
      kept: 'kept',
      left: 'left',
      outside: 'outside',
      'not-filed': 'not filed',
      'newly-filed': 'newly filed',
    },
    outcomes: 'outcomes',
    adjusted: 'adjustments',
    roster: 'roster',
    unasked: (cells: number, veto: number) =>
      `the fixes changed ${cells} cells in which nothing was wrong, ${veto} of them read by a veto: check them (cell.fix-unasked)`,
  },
} as const;

/** The run on 80 columns of a terminal: where each row and each firm went, what to mend, where the files are. */
export function showSummary(summary: Summary, published: PublishedRun | null, shell: Shell): void {
  const text = words[shell.lang];
  const paint = painter(shell.colour);
  const width = Math.min(80, shell.columns);
  // Names and what stands in cells are for who sits at the terminal: what goes to a log says how many and where.
  const named = shell.err.isTTY === true;
  const title = `${foreign(summary.profile.name)}  ${summary.profile.id}  ${summary.period}`;
  for (const line of wrap(title, width)) shell.say(paint.bold(line.trimStart()));
  if (summary.profile.status === 'sample')
    for (const line of wrap(text.sample, width)) shell.say(paint.warn(line));
  if (summary.outOfForce !== undefined) {
    const { from, to } = summary.outOfForce;
    const line = `${text.outOfForce} ${from} – ${to ?? '…'}`;
    for (const part of wrap(line, width)) shell.say(paint.warn(part));
  }
  shell.say('');
  for (const line of ledgers(summary, text, paint, width)) shell.say(line);
  for (const line of notes(summary, shell.lang, width)) shell.say(line);
  for (const line of besideLines(summary, shell.lang, named))
    for (const part of wrap(line, width)) shell.say(part);
  if (summary.points !== null)
    for (const line of pointsLines(summary.points, shell.lang, paint, width, named)) shell.say(line);
  if (summary.topFindings.length > 0) {
    shell.say('');
    shell.say(`${paint.bold(text.top)}${named ? '' : `  ${text.told}`}`);
    for (const line of top(summary, shell.lang, paint, width, named)) shell.say(line);
  }
  if (published !== null) {
    shell.say('');
    shell.say(`${paint.bold(text.files)} ${foreign(published.folder)}`);
    for (const line of wrap(published.reports.map(foreign).join('  '), width - 2)) shell.say(`  ${line}`);
    saySplits(published.splits, shell);
  }
}

type Words = (typeof words)[Lang];

/** Room for the longest label of either language, a count and what is between. */
const LABELS = 38;

function ledgers(summary: Summary, text: Words, paint: Painter, width: number): string[] {
  const { rows, firms, replaced = 0 } = summary;
  const longest = Math.min(30, Math.max(4, width - LABELS));
  const row = (label: string, count: number, total: number, colour = (one: string) => one) => [
    `  ${label}`,
    String(count),
    colour(bar(total === 0 ? 0 : count / total, longest)),
  ];
  return columnsOf(
    [
      [paint.bold(text.rows), paint.bold(String(rows.total)), ''],
      row(text.used, rows.used, rows.total, paint.good),
      row(text.superseded, rows.superseded - replaced, rows.total, paint.warn),
      ...(replaced === 0 ? [] : [row(text.replaced, replaced, rows.total, paint.dim)]),
      row(text.rejected, rows.rejected, rows.total, paint.bad),
      row(text.skipped, rows.skipped, rows.total, paint.dim),
      [paint.bold(text.firms), paint.bold(String(firms.total)), ''],
      row(text.whitelisted, firms.whitelisted, firms.total, paint.good),
      row(text.referred, firms.referred, firms.total, paint.good),
      row(text['below-line'], firms['below-line'], firms.total, paint.dim),
      row(text.vetoed, firms.vetoed, firms.total, paint.warn),
      row(text.rejectedFirms, firms.rejected, firms.total, paint.bad),
    ],
    new Set([1]),
  );
}

function notes(summary: Summary, lang: Lang, width: number): string[] {
  const text = words[lang];
  const lines: string[] = [''];
  const { error, warning, info } = summary.findings;
  lines.push(`${text.findings}  ${text.errors} ${error}  ${text.warnings} ${warning}  ${text.infos} ${info}`);
  const { unasked } = summary;
  if (unasked !== undefined) lines.push(...wrap(text.unasked(unasked.cells, unasked.veto), width));
  const lists = summary.lists.map((list) => `${foreign(list.name)} ${list.firms}`).join('  ');
  if (lists !== '') lines.push(...wrap(lists, width));
  if (summary.grades.length > 0)
    lines.push(`${text.grades}  ${summary.grades.map((grade) => `${grade.id} ${grade.firms}`).join('  ')}`);
  for (const line of leftBlank(summary, (id) => summary.fieldNames[id], text, lang))
    lines.push(...wrap(line, width));
  return lines;
}

/** What came of the tables beside the firms': answers, adjustments, the roster. */
function besideLines(
  { previous, outcomes, adjustments, roster }: Summary,
  lang: Lang,
  named: boolean,
): string[] {
  const text = words[lang];
  const zh = lang === 'zh';
  const lines: string[] = [];
  if (previous !== undefined) {
    const told = moves.map((move) => `${text.moves[move]} ${previous.counts[move]}`);
    lines.push(`${text.since} ${previous.period}  ${told.join('  ')}`);
  }
  if (outcomes !== undefined) {
    const { recommended, answered, credited, drawn, credit, drawing, meanRate, sessions, solved } = outcomes;
    // Of one firm the sum is the firm's own: none of it in a log.
    const sums = (text: string): string => (named ? text : ' ');
    const rate = meanRate === null ? '' : `${Number((meanRate * 100).toFixed(4))} %`;
    lines.push(
      zh
        ? `${text.outcomes}  推荐 ${recommended} → 反馈 ${answered} → 授信 ${credited}${sums(`（${credit} 万元${rate && `，平均 ${rate}`}）`)}→ 放款 ${drawn}${sums(`（${drawing} 万元）`).trimEnd()}；会诊 ${sessions} → 解决 ${solved}`
        : `${text.outcomes}  recommended ${recommended} → answered ${answered} → credited ${credited}${sums(` (${credit} 10k CNY${rate && `, mean ${rate}`}) `)}→ drawn ${drawn}${sums(` (${drawing} 10k CNY)`).trimEnd()}; sessions ${sessions} → solved ${solved}`,
    );
  }
  if (adjustments !== undefined) {
    const total = Object.values(adjustments).reduce((sum, one) => sum + one, 0);
    const { done = 0, 'no-change': same = 0, superseded: later = 0 } = adjustments;
    // The counts add up to the rows: who reads it asks where the others are.
    const refused = total - done - same - later;
    lines.push(
      zh
        ? `${text.adjusted}  ${total} 行：执行 ${done}，${same > 0 ? `本来如此 ${same}，` : ''}${later > 0 ? `另有更晚的 ${later}，` : ''}未能执行 ${refused}`
        : `${text.adjusted}  ${total} rows: done ${done}, ${same > 0 ? `so already ${same}, ` : ''}${later > 0 ? `overtaken ${later}, ` : ''}refused ${refused}`,
    );
  }
  if (roster !== undefined) {
    const districts = roster.districts
      .filter((one) => one.unfiled > 0)
      .map((one) => `${foreign(one.district ?? '-')} ${one.unfiled}`)
      .join(zh ? '、' : ', ');
    lines.push(
      zh
        ? `${text.roster}  应申报 ${roster.expected}，已申报 ${roster.filed}，未申报 ${roster.unfiled}${districts && `（${districts}）`}；名册外 ${roster.unexpected}`
        : `${text.roster}  expected ${roster.expected}, filed ${roster.filed}, not filed ${roster.unfiled}${districts && ` (${districts})`}; not on the roster ${roster.unexpected}`,
    );
  }
  return lines;
}

function top(summary: Summary, lang: Lang, paint: Painter, width: number, named: boolean): string[] {
  const text = words[lang];
  return summary.topFindings.flatMap((one) => {
    const head = `${padEnd(`${one.count} ×`, 7)}${paint.severity(one.severity)(one.id)}`;
    const place = `${text.first} ${foreign(placeOf(one.first.at, lang))}`;
    const body = [
      named ? `${place}${lang === 'zh' ? '：' : ': '}${foreign(one.found)}` : place,
      ...(one.fix === '' || !named ? [] : [`${text.fix}${lang === 'zh' ? '：' : ': '}${foreign(one.fix)}`]),
    ];
    // A closing mark may hang over by two columns.
    return [head, ...body.flatMap((line) => wrap(line, width - 9).map((part) => `       ${part}`))];
  });
}
