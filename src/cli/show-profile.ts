import type { ProfileEntry, ShownProfile } from '../jobs/profile/profiles.js';
import type { Plan } from '../model/plan.js';
import type { Lang } from '../model/text.js';
import { unitText } from '../model/unit.js';
import { columnsOf, wrap } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    columns: ['编号', '性质', '施行', '总分', '指标', '示例', '名称'],
    official: '官方',
    sample: '示例',
    from: '起',
    broken: '不能使用：',
    status: { official: '官方：数字出自所列文件', sample: '示例：标「假定」的数字不是官方数字' },
    parts: {
      stage: '阶段',
      group: '分组',
      indicator: '指标（各阶段分值）',
      bonus: '加分',
      coverage: '数据完整度',
      check: '数据核对',
      veto: '一票否决',
      bypass: '直接认定',
      grade: '等级',
      cause: '可修复原因',
      list: '名单',
      offer: '支持产品',
    },
    source: '出处：',
    fields: '字段（表头写这些名字都认）',
    needed: '必需',
    optional: '可缺列',
  },
  en: {
    columns: ['id', 'status', 'in force', 'scale', 'indicators', 'examples', 'name'],
    official: 'official',
    sample: 'sample',
    from: '',
    broken: 'unusable: ',
    status: {
      official: 'official: figures from the documents named',
      sample: 'sample: figures marked assumed are not official',
    },
    parts: {
      stage: 'Stages',
      group: 'Groups',
      indicator: 'Indicators (points by stage)',
      bonus: 'Bonus',
      coverage: 'Coverage',
      check: 'Checks of the data',
      veto: 'Vetoes',
      bypass: 'Direct confirmation',
      grade: 'Grades',
      cause: 'Repairable causes',
      list: 'Lists',
      offer: 'Offers',
    },
    source: 'source: ',
    fields: 'Fields (headers with these names are recognised)',
    needed: 'needed',
    optional: 'column may lack',
  },
} as const;

/** One line a profile. */
export function showProfiles(entries: readonly ProfileEntry[], lang: Lang): string {
  const text = words[lang];
  const rows = entries.map((one) =>
    one.ok
      ? [
          one.id,
          text[one.status],
          `${one.inForce.from} ${one.inForce.to === null ? text.from : `– ${one.inForce.to}`}`.trim(),
          String(one.scale ?? '–'),
          String(one.indicators),
          String(one.examples),
          one.name[lang],
        ]
      : [one.id, '', '', '', '', '', `${text.broken}${one.findings[0]?.id ?? ''}`],
  );
  return `${columnsOf([text.columns, ...rows], new Set([3, 4, 5]))
    .map(foreign)
    .join('\n')}\n`;
}

/** A profile as a person reads it: every figure with its rule and its source beneath, what is assumed marked. */
export function showProfile({ view, plan }: ShownProfile, lang: Lang): string {
  const text = words[lang];
  const lines = [`${view.name}  ${view.id}`, text.status[view.status], ...wrap(view.about, 78)];
  let part = '';
  for (const row of view.rows) {
    if (row.part !== part) lines.push('', text.parts[row.part]);
    part = row.part;
    lines.push(`  ${[row.name, row.figures].filter((one) => one !== '').join('  ')}`);
    const rule = [row.rule, row.unknown].filter((one) => one !== '').join(lang === 'zh' ? '；' : '; ');
    for (const line of wrap(rule, 72)) lines.push(`      ${line}`);
    const source = row.source === '' || row.assumed ? row.source : `${text.source}${row.source}`;
    for (const line of wrap(source, 72)) lines.push(`      ${line}`);
  }
  lines.push('', text.fields, ...columnsOf(fieldRows(plan, lang)).map((line) => `  ${line}`));
  return `${lines.map(foreign).join('\n')}\n`;
}

/** The fields that the plan reads, each with some of its spellings: what a header may say. */
function fieldRows(plan: Plan, lang: Lang): string[][] {
  const text = words[lang];
  const ids = [plan.idField, ...(plan.nameField === null ? [] : [plan.nameField]), ...plan.reads];
  return [...new Set(ids)].map((id) => {
    const field = plan.fields.get(id)!;
    const needed = id === plan.idField || (plan.reads.includes(id) && !field.optional);
    const names = [field.name[lang], ...field.aliases.slice(0, 2)].join(lang === 'zh' ? '、' : ', ');
    return [
      id,
      field.unit === null ? '' : unitText(field.unit)[lang],
      needed ? text.needed : text.optional,
      names,
    ];
  });
}
