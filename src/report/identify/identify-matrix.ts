import { sayFinding } from '../../finding/index.js';
import type { Identified, IdentifiedFirm, Told } from '../../model/identified.js';
import type { Standing } from '../../model/judged.js';
import type { Text } from '../../model/text.js';
import type { Column, Format, ReportTable, Value, Voice } from '../column.js';
import { hasStages } from '../has-stages.js';
import { statusText } from '../words.js';
import { changeText, standingText } from './identify-words.js';

/** A column of a report with a row a firm. */
interface Part {
  readonly column: Column;
  of(firm: IdentifiedFirm): Value;
}

const part = (id: string, zh: string, en: string, format: Format, of: Part['of']): Part => ({
  column: { id, header: { zh, en }, format },
  of,
});

/**
 * Firms × schemes: the verdict, the total, what is missing; with a last identification, what has changed. By id. What is
 * missing is prose: a sheet has it in a table of its own, or nobody could print it.
 */
export function matrixTable(done: Identified, voice: Voice, said: boolean): ReportTable {
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const parts: Part[] = [
    part('id', '统一社会信用代码', 'Credit code', 'text', (firm) => firm.id),
    part('name', '企业名称', 'Firm', 'text', (firm) => firm.name),
    part('qualifies', '符合项数', 'Schemes met', 'integer', ({ told }) =>
      told.reduce((sum, one) => sum + (one.standing === 'qualifies' ? 1 : 0), 0),
    ),
    ...done.schemes.flatMap(({ plan, name }, at): Part[] => [
      verdict(plan.id, name, ({ told }) => told[at]!.standing, voice),
      ...(done.previous === null
        ? []
        : [
            part(`${plan.id}_change`, `${name.zh}：变化`, `${name.en}: change`, 'text', ({ changes }) => {
              const change = changes[at] ?? null;
              return change === null || codes ? change : changeText[change][lang];
            }),
          ]),
      // A sheet needs no column that is blank all the way down.
      ...(plan.scored && (said || done.firms.some(({ told }) => told[at]!.total !== null))
        ? [
            part(
              `${plan.id}_total`,
              `${name.zh}：总分`,
              `${name.en}: total`,
              'number',
              ({ told }) => told[at]!.total,
            ),
          ]
        : []),
      ...(said
        ? [
            part(
              `${plan.id}_said`,
              `${name.zh}：差什么`,
              `${name.en}: what is missing`,
              'text',
              ({ told }) => told[at]!.said || null,
            ),
          ]
        : []),
    ]),
  ];
  return tableOf({ zh: '认定矩阵', en: 'Identification' }, parts, done.firms);
}

const verdict = (id: string, name: Text, of: (firm: IdentifiedFirm) => Standing, voice: Voice): Part => ({
  column: { id, header: name, format: 'text', centre: true, mark: 'standing' },
  of(firm) {
    const standing = of(firm);
    return voice.headers === 'id' ? standing : standingText[standing][voice.lang];
  },
});

/**
 * What each firm lacks for each scheme, a line for both; nothing where nothing needs to be said. Firms that lack only columns
 * which the whole input lacks are counted above the table, not told one by one: nobody could print it. By id.
 */
export function gapsTable(done: Identified, voice: Voice): ReportTable {
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const isTold = ({ said, lacksColumns }: Told): boolean => said !== '' && !lacksColumns;
  return {
    title: { zh: '差什么', en: 'What is missing' },
    columns: [
      column('id', '统一社会信用代码', 'Credit code'),
      column('name', '企业名称', 'Firm'),
      column('scheme', '认定', 'Scheme'),
      { ...column('standing', '结果', 'Verdict'), centre: true, mark: 'standing' },
      column('said', '差什么', 'What is missing'),
    ],
    notes: alikeNotes(done),
    count: done.firms.filter(({ told }) => told.some(isTold)).length,
    *rows() {
      for (const { id, name, told } of done.firms)
        for (const [at, one] of told.entries()) {
          const scheme = done.schemes[at]!;
          const { standing, said } = one;
          if (!isTold(one)) continue;
          yield [
            id,
            name,
            codes ? scheme.plan.id : scheme.name[lang],
            codes ? standing : standingText[standing][lang],
            said,
          ];
        }
    },
  };
}

/** 只因申报表没有某些列而判断不了的，不逐家列出：首贷候选 256 家、… */
function alikeNotes({ firms, schemes }: Identified): Text[] {
  const alike = schemes.flatMap(({ name }, at) => {
    const count = firms.filter(({ told }) => told[at]!.lacksColumns).length;
    return count === 0 ? [] : [{ name, count }];
  });
  if (alike.length === 0) return [];
  return [
    {
      zh: `只因申报表没有某些列而判断不了的，不逐家列出，缺哪些列见「说明」：${alike.map(({ name, count }) => `${name.zh} ${count} 家`).join('、')}`,
      en: `Left out are firms that are undecided only for want of columns which the input does not have; the last sheet names these: ${alike.map(({ name, count }) => `${name.en} ${count}`).join(', ')}`,
    },
  ];
}

/** The firms that a scheme recognises, by id; `status` adds the profile's standing as columns, for a CSV. */
export function schemeTable(done: Identified, at: number, voice: Voice, status: boolean): ReportTable {
  const { plan, name } = done.schemes[at]!;
  const firms = done.firms.filter(({ told }) => told[at]!.standing === 'qualifies');
  const place = new Map(firms.map((firm, index) => [firm, index + 1]));
  const parts: Part[] = [
    part('number', '序号', 'No.', 'integer', (firm) => place.get(firm) ?? null),
    part('id', '统一社会信用代码', 'Credit code', 'text', (firm) => firm.id),
    part('name', '企业名称', 'Firm', 'text', (firm) => firm.name),
    ...(hasStages(plan) ? [part('stage', '阶段', 'Stage', 'text', ({ told }) => told[at]!.stage)] : []),
    ...(plan.scored ? [part('total', '总分', 'Total', 'number', ({ told }) => told[at]!.total)] : []),
    part('said', '说明', 'Notes', 'text', ({ told }) => told[at]!.said || null),
    ...(status
      ? [
          part('profile', '方案', 'Profile', 'text', () => plan.id),
          part('profile_status', '方案状态', 'Profile status', 'text', () =>
            voice.headers === 'id' ? plan.status : statusText[plan.status][voice.lang],
          ),
        ]
      : []),
  ];
  return tableOf(name, parts, firms);
}

const tableOf = (
  title: ReportTable['title'],
  parts: readonly Part[],
  firms: readonly IdentifiedFirm[],
): ReportTable => ({
  title,
  columns: parts.map((one) => one.column),
  count: firms.length,
  *rows() {
    for (const firm of firms) yield parts.map((one) => one.of(firm));
  },
});

const column = (id: string, zh: string, en: string, format: Format = 'text'): Column => ({
  id,
  header: { zh, en },
  format,
});

/** Who is new, kept, lost …: a line a change, kept ones left out; firms that the input no longer has at the end. */
export function changesTable(done: Identified, voice: Voice): ReportTable {
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const rows: Value[][] = [];
  done.schemes.forEach(({ plan, name }, at) => {
    const add = (change: keyof typeof changeText, id: string, firm: string | null, said: string) =>
      rows.push([
        codes ? plan.id : name[lang],
        codes ? change : changeText[change][lang],
        id,
        firm,
        said || null,
      ]);
    for (const firm of done.firms) {
      const change = firm.changes[at] ?? null;
      if (change !== null && change !== 'kept') add(change, firm.id, firm.name, firm.told[at]!.said);
    }
    for (const one of done.gone) if (one.scheme === at) add('gone', one.id, one.name, '');
  });
  return {
    title: { zh: '变化', en: 'Changes' },
    columns: [
      column('scheme', '认定', 'Scheme'),
      column('change', '变化', 'Change'),
      column('id', '统一社会信用代码', 'Credit code'),
      column('name', '企业名称', 'Firm'),
      column('said', '差什么', 'What is missing'),
    ],
    count: rows.length,
    rows: () => rows,
  };
}

/** Rows that no scheme could give to a firm, each once. */
export function straysTable(done: Identified, voice: Voice): ReportTable {
  return {
    title: { zh: '例外', en: 'Exceptions' },
    columns: [
      column('file', '文件', 'File'),
      column('sheet', '工作表', 'Sheet'),
      column('row', '行号', 'Row', 'integer'),
      column('name', '企业名称', 'Firm'),
      column('finding', '代码', 'Finding'),
      column('said', '错误信息', 'Message'),
    ],
    count: done.strays.length,
    *rows() {
      for (const { at, name, findings } of done.strays) {
        const said = findings.map((one) => {
          const { found, expected, fix } = sayFinding(one, voice.lang);
          return [found, expected, fix].filter(Boolean).join(voice.lang === 'zh' ? '；' : '; ');
        });
        yield [
          at.file,
          at.sheet,
          at.row,
          name,
          findings.map((one) => one.id).join(' ') || null,
          said.join('\n') || null,
        ];
      }
    },
  };
}
