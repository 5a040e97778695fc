import type { LoadedProfile, ProfileEntry } from '../jobs/profiles.js';
import type { Indicator, Plan } from '../model/plan.js';
import type { SourceNote } from '../model/source-note.js';
import type { Lang } from '../model/text.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    columns: ['编号', '名称', '性质', '施行', '总分', '指标'],
    official: '官方',
    sample: '示例',
    from: '起',
    broken: '不能使用：',
    status: { official: '官方：数字出自所列文件', sample: '示例：标「假定」的数字不是官方数字' },
    indicators: '指标',
    head: ['指标', '分值', '怎样计分', '缺失时', '出处'],
    missing: { zero: '0 分', finding: '退回', reweight: '改权重' },
    vetoes: '一票否决',
    unknown: { 'pass-with-warning': '不明时放行并警告', veto: '不明时否决', reject: '不明时退回' },
    grades: '等级',
    lists: '名单',
    offers: '产品',
    fields: '字段（表头写这些名字都认）',
    assumed: '假定',
    limit: '上限',
    when: '条件',
    needed: '必需',
    optional: '可缺列',
  },
  en: {
    columns: ['id', 'name', 'status', 'in force', 'scale', 'indicators'],
    official: 'official',
    sample: 'sample',
    from: '',
    broken: 'unusable: ',
    status: {
      official: 'official: figures from the documents named',
      sample: 'sample: figures marked assumed are not official',
    },
    indicators: 'Indicators',
    head: ['indicator', 'points', 'how scored', 'if missing', 'source'],
    missing: { zero: '0 points', finding: 'returned', reweight: 'reweighted' },
    vetoes: 'Vetoes',
    unknown: {
      'pass-with-warning': 'unknown passes with a warning',
      veto: 'unknown is barred',
      reject: 'unknown is returned',
    },
    grades: 'Grades',
    lists: 'Lists',
    offers: 'Offers',
    fields: 'Fields (headers with these names are recognised)',
    assumed: 'assumed',
    limit: 'limit',
    when: 'when',
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
          one.name[lang],
          text[one.status],
          `${one.inForce.from} ${text.from}`.trim(),
          String(one.scale ?? '–'),
          String(one.indicators),
        ]
      : [one.id, `${text.broken}${one.findings[0]?.id ?? ''}`, '', '', '', ''],
  );
  return `${columnsOf([text.columns, ...rows], new Set([4, 5]))
    .map(foreign)
    .join('\n')}\n`;
}

/** A profile as a person reads it: every figure with its source, what is assumed marked. */
export function showProfile({ plan }: LoadedProfile, lang: Lang): string {
  const text = words[lang];
  const lines = [`${plan.name[lang]}  ${plan.id}`, text.status[plan.status]];
  if (plan.about !== null) lines.push(plan.about[lang]);
  lines.push(
    '',
    text.indicators,
    ...columnsOf([text.head, ...plan.indicators.map((one) => indicatorRow(one, plan, lang))]),
  );
  if (plan.vetoes.length > 0) {
    lines.push('', text.vetoes);
    lines.push(
      ...columnsOf(
        plan.vetoes.map((one) => [
          one.text[lang],
          one.bar.text,
          text.unknown[one.unknown],
          sourceText(one.source, lang),
        ]),
      ),
    );
  }
  if (plan.grades.length > 0)
    lines.push('', `${text.grades}  ${plan.grades.map((one) => `${one.id} ≥ ${one.from}`).join('  ')}`);
  lines.push('', text.lists);
  lines.push(
    ...columnsOf(
      plan.lists.map((one) => [
        one.name[lang],
        `${text.when} ${one.when.text}`,
        sourceText(one.source, lang),
      ]),
    ),
  );
  if (plan.offers.length > 0) {
    lines.push('', text.offers);
    lines.push(
      ...columnsOf(
        plan.offers.map((one) => [
          one.name[lang],
          one.provider ?? '',
          `${text.when} ${one.when.text}`,
          one.limits.length > 0 ? `${text.limit} ${one.limits.map((limit) => limit.text).join('; ')}` : '',
          sourceText(one.source, lang),
        ]),
      ),
    );
  }
  lines.push('', text.fields, ...columnsOf(fieldRows(plan, lang)));
  return `${lines.map(foreign).join('\n')}\n`;
}

function indicatorRow(one: Indicator, plan: Plan, lang: Lang): string[] {
  const text = words[lang];
  const group = plan.groups[one.group];
  const weights = new Set(one.weight).size === 1 ? String(one.weight[0]) : one.weight.join(' / ');
  const rules = one.rule.kind === 'single' ? [one.rule] : one.rule.options;
  const how = rules
    .map((rule) => `${rule.value.text}：${rule.scorer.text[lang]}`)
    .join(lang === 'zh' ? '；' : '; ');
  const name = `${group === undefined ? '' : `${group.name[lang]} · `}${one.name[lang]}`;
  return [name, weights, how, text.missing[one.missing], sourceText(one.source, lang)];
}

function sourceText(source: SourceNote, lang: Lang): string {
  if ('assumed' in source) return `${words[lang].assumed}：${source.reason}`;
  return [source.issuer, source.document, source.clause, source.date]
    .filter((part) => part !== null)
    .join(' ');
}

/** The fields that the plan reads, each with its spellings: what a header may say. */
function fieldRows(plan: Plan, lang: Lang): string[][] {
  const text = words[lang];
  const ids = [plan.idField, ...(plan.nameField === null ? [] : [plan.nameField]), ...plan.reads];
  return [...new Set(ids)].map((id) => {
    const field = plan.fields.get(id)!;
    const needed = id === plan.idField || (plan.reads.includes(id) && !field.optional);
    const names = [field.name[lang], ...field.aliases.slice(0, 4)].join('、');
    return [id, names, field.unit ?? '', needed ? text.needed : text.optional];
  });
}
