import type { Change, Identified, Scheme } from '../../model/identified.js';
import { changes } from '../../model/identified.js';
import { type Standing, standings } from '../../model/judged.js';
import type { Plan } from '../../model/plan.js';
import type { Lang, Text } from '../../model/text.js';
import { fillsOf } from '../cell-fills.js';
import type { ReportTable, Voice } from '../column.js';
import { sourceText } from '../html/source-text.js';
import { changeText, standingText } from '../identify/identify-words.js';
import { statusText } from '../words.js';
import type { SheetSpec } from '../xlsx/write-sheet.js';
import {
  aboutTitle,
  colourLines,
  columnLines,
  columnsTitle,
  type GuideSection,
  guideLine,
  guidePage,
  indicatorsTitle,
  noticeLine,
  profileLines,
  timeLines,
} from './guide-page.js';
import { openScope } from './guides.js';
import { conditionsText, indicatorRows, listRows, type RuleRow } from './rule-rows.js';

const tableAbout = {
  matrix: {
    zh: '每家企业一行，每项认定一列结果；有总分的认定另有一列总分',
    en: 'a line a firm and a verdict a scheme; schemes with points have a column for the total',
  },
  gaps: {
    zh: '不符合或判断不了的，差哪个条件、差多少，每家企业每项认定一行；只缺申报表没有的列的不列，所缺的列见下面「各项认定的方案」',
    en: 'where a firm does not qualify or nobody can say: which condition, and by how much; a line for each firm and scheme. Firms that lack only columns which the input does not have are left out: see the schemes below',
  },
  scheme: {
    zh: '按申报数据满足这项认定全部条件的企业，按代码排列',
    en: 'the firms that meet all conditions of this scheme by their own data, by code',
  },
} as const satisfies Record<string, Text>;

const standingNotes: Readonly<Record<Standing, Text>> = {
  qualifies: { zh: '按申报数据满足全部条件', en: 'meets all conditions by its own data' },
  not: { zh: '至少有一个条件不满足', en: 'at least one condition does not hold' },
  unknown: {
    zh: '有条件用到空白的数据，没有数据就判断不了；空白不等于 0',
    en: 'a condition reads a blank, so nobody can say; a blank is not a zero',
  },
  rejected: {
    zh: '该企业的数据有误，改正后才能判断，见 findings.csv',
    en: 'data of the firm must be mended first: see findings.csv',
  },
  absent: {
    zh: '这项认定从数据里没有读到这家企业',
    en: 'this scheme’s reading of the data knows no such firm',
  },
};

const changeNotes: Readonly<Record<Change, Text>> = {
  new: { zh: '上次不符合，这次符合', en: 'did not qualify last time, does now' },
  kept: { zh: '两次都符合', en: 'qualifies both times' },
  lost: { zh: '上次符合，这次不符合', en: 'qualified last time, no longer does' },
  unsure: {
    zh: '上次符合，这次缺数据或数据有误，判断不了',
    en: 'qualified last time; this time nobody can say',
  },
  gone: { zh: '上次符合，这次没有申报', en: 'qualified last time, not in the input' },
};

const columnNotes: Readonly<Record<string, Text>> = {
  number: { zh: '只是序号，不是名次', en: 'a running number, not a rank' },
  qualifies: { zh: '结果为「符合」的认定，项', en: 'schemes whose verdict is "qualifies"' },
  standing: { zh: '见上面「结果」', en: 'see the verdicts above' },
  stage: { zh: '企业所处的阶段', en: 'the stage of the firm' },
  said: {
    zh: '条件、企业自己的数和差额；没有要说的为空白',
    en: 'the condition, the firm’s own figure and by how much; blank where nothing needs to be said',
  },
};

/** What must be known of every sheet of an identification. */
export const selfAssessed: Text = {
  zh: '按申报数据自评，不是认定结论；示例方案含有示例数字',
  en: 'Reckoned from the firms’ own data: no recognition; sample profiles hold example figures',
};

const title: Text = { zh: '各类认定', en: 'Identification' };

/** How to read matrix.xlsx: the verdicts, and each scheme with its counts, what it lacks and where it comes from. */
export function matrixGuide(
  done: Identified,
  tables: readonly [ReportTable, ReportTable],
  voice: Voice,
): SheetSpec {
  const { lang } = voice;
  const notes: Record<string, Text> = { ...columnNotes };
  for (const { plan } of done.schemes) notes[`${plan.id}_total`] = totalNote(plan);
  return guidePage(
    title,
    [
      aboutOf(
        done,
        [
          { table: tables[0], about: tableAbout.matrix },
          { table: tables[1], about: tableAbout.gaps },
        ],
        lang,
      ),
      { title: { zh: '结果', en: 'Verdicts' }, lines: verdictLines(voice) },
      { title: { zh: '变化', en: 'Changes' }, lines: done.previous === null ? [] : changeLines(lang) },
      {
        title: { zh: '各项认定的方案', en: 'Schemes and their profiles' },
        lines: done.schemes.map((one) => schemeLine(one, lang)),
      },
      {
        title: columnsTitle,
        lines: columnLines(
          tables.map(({ columns }) => ({ columns, noteOf: (id) => notes[id] })),
          voice,
        ),
      },
    ],
    lang,
  );
}

/** How to read the list of one scheme: its conditions and, where it has points, its indicators, each with its source. */
export function schemeGuide(done: Identified, at: number, table: ReportTable, voice: Voice): SheetSpec {
  const { lang } = voice;
  const { plan, name } = done.schemes[at]!;
  const about = aboutOf(done, [{ table, about: tableAbout.scheme }], lang);
  const notes: Record<string, Text> = { ...columnNotes, total: totalNote(plan) };
  return guidePage(
    name,
    [
      { ...about, lines: [...about.lines, ...profileLines(plan, lang)] },
      { title: { zh: '条件', en: 'Conditions' }, lines: conditionLines(plan, lang) },
      {
        title: columnsTitle,
        lines: columnLines([{ columns: table.columns, noteOf: (id) => notes[id] }], voice),
      },
      { title: indicatorsTitle, lines: plan.scored ? indicatorRows(plan, lang) : [] },
    ],
    lang,
  );
}

function aboutOf(
  done: Identified,
  tables: readonly { readonly table: ReportTable; readonly about: Text }[],
  lang: Lang,
): GuideSection {
  return {
    title: aboutTitle,
    lines: [
      ...tables.map(({ table, about }) => guideLine(table.title, about, lang)),
      ...timeLines(done.period, done.asOf, lang),
      noticeLine(selfAssessed, lang),
      ...colourLines(
        tables.flatMap(({ table }) => table.columns),
        lang,
      ),
    ],
  };
}

function verdictLines(voice: Voice): RuleRow[] {
  const fills = fillsOf('standing', { grades: [] }, voice);
  return standings.map((one) => {
    const line = guideLine(standingText[one], standingNotes[one], voice.lang);
    const fill = fills.get(voice.headers === 'id' ? one : line.name);
    return fill === undefined ? line : { ...line, fill };
  });
}

const changeLines = (lang: Lang): RuleRow[] =>
  changes.map((one) => guideLine(changeText[one], changeNotes[one], lang));

/** 方案 hnte-2016（示例方案）；符合 0 家、不符合 120 家. */
function schemeLine({ plan, name, counts, lacking }: Scheme, lang: Lang): RuleRow {
  const zh = lang === 'zh';
  const told = standings.filter((one) => counts[one] > 0);
  const counted = told.map((one) =>
    zh ? `${standingText[one].zh} ${counts[one]} 家` : `${standingText[one].en}: ${counts[one]}`,
  );
  const missing = lacking.map((id) => plan.fields.get(id)?.name[lang] ?? id);
  const lines = [
    zh
      ? `方案 ${plan.id}（${statusText[plan.status].zh}）；${counted.join('、')}`
      : `Profile ${plan.id} (${statusText[plan.status].en}); ${counted.join(', ')}`,
    missing.length === 0
      ? ''
      : zh
        ? `申报表没有这些列：${missing.join('、')}`
        : `No column of the input is ${missing.join(', ')}`,
  ];
  return {
    name: name[lang],
    text: lines.filter((one) => one !== '').join('\n'),
    source: documentsOf(plan, lang),
  };
}

/** The texts that the scheme's conditions come from, each once. */
function documentsOf({ lists, vetoes, bypasses }: Plan, lang: Lang): string {
  const sources = [...lists, ...vetoes, ...bypasses].map(({ source }) =>
    sourceText(withoutClause(source), lang),
  );
  return [...new Set(sources)].slice(0, MOST_SOURCES).join('\n');
}

/** Assumptions of a scheme can be many; its own guide has them all. */
const MOST_SOURCES = 3;

const withoutClause = (source: Plan['lists'][number]['source']): Plan['lists'][number]['source'] =>
  'assumed' in source ? source : { ...source, clause: null };

function conditionLines(plan: Plan, lang: Lang): RuleRow[] {
  const { tells } = openScope({ plan }, [], []);
  const lists = plan.lists.map((_, index) => index);
  const zh = lang === 'zh';
  return [
    ...plan.bypasses.map(({ text, source }) => ({
      name: zh ? '可直接认定' : 'Recognised outright',
      text: text[lang],
      source: sourceText(source, lang),
    })),
    ...plan.vetoes.map(({ text, conditions, source }) => {
      const rule = conditionsText(conditions ?? [], tells, lang);
      return {
        name: zh ? '有此情形不能认定' : 'Bars a firm',
        text: rule === '' || rule === text[lang] ? text[lang] : `${text[lang]}\n${rule}`,
        source: sourceText(source, lang),
      };
    }),
    ...listRows(plan, { ...openScope({ plan }, [], []), lists }, lang),
  ];
}

function totalNote({ scale, decimals }: Plan): Text {
  return {
    zh: `分${scale === null ? '' : `，满分 ${scale}`}，四舍五入到 ${decimals} 位小数；空白表示没有总分`,
    en: `points${scale === null ? '' : ` out of ${scale}`}, rounded to ${decimals} decimals; blank where there is none`,
  };
}
