import type {
  ComparedProfiles,
  DiffPart,
  FactChange,
  ProfileChange,
  SourceChange,
} from '../jobs/profile/diff-profiles.js';
import type { Lang } from '../model/text.js';
import { foreign } from './plain.js';
import { showEffect } from './show-effect.js';

interface Words {
  readonly same: string;
  readonly sameRules: string;
  readonly sources: string;
  readonly none: string;
  readonly changes: Readonly<Record<ProfileChange['change'], string>>;
  readonly parts: Readonly<Record<DiffPart, string>>;
  /** Keys of profiles; one that has no word of its own stands as it is written in the file. */
  readonly what: Readonly<Record<string, string>>;
}

const words: Readonly<Record<Lang, Words>> = {
  zh: {
    same: '没有差别',
    sameRules: '计分和名单没有差别，不同的只有方案自述、出处或示例：',
    sources: '出处',
    none: '（无）',
    changes: { added: '新增 ', removed: '删去 ', changed: '' },
    parts: {
      profile: '方案',
      fields: '字段',
      checks: '数据核对',
      stages: '阶段',
      groups: '分组',
      indicators: '指标',
      bonus: '加分',
      coverage: '数据完整度',
      vetoes: '一票否决',
      bypass: '直接认定',
      grades: '等级',
      causes: '可修复原因',
      lists: '名单',
      offers: '支持产品',
      cases: '整户案例',
    },
    what: {
      profile: '编号',
      name: '名称',
      about: '说明',
      identifies: '认定',
      in_force: '施行',
      status: '性质',
      lang: '语言',
      scale: '满分',
      decimals: '小数位数',
      floor: '最低总分',
      identity: '代码',
      blanks: '视为空白',
      list_columns: '名单另列字段',
      type: '类型',
      role: '作用',
      unit: '单位',
      currency: '币种',
      basis: '时间口径',
      combine: '多行合并',
      aliases: '表头写法',
      codes: '统计代码',
      code_unit: '统计代码的单位',
      not: '不是它的表头',
      min: '最低',
      max: '最高',
      outside: '超出时',
      words: '可填的词',
      optional: '可缺列',
      prior_of: '上年数',
      hold: '应成立',
      severity: '不成立时',
      text: '内容',
      cuts: '划分',
      part: '性质',
      cap: '上限',
      group: '分组',
      value: '算式',
      score: '打分',
      weight: '分值',
      missing: '缺失时',
      examples: '示例（个）',
      cases: '案例（个）',
      at_least: '不低于',
      top: '名次前',
      bar: '条件',
      unknown: '查不到时',
      when: '条件',
      kind: '种类',
      provider: '提供方',
      limit: '额度',
      rate: '利率',
      term: '期限',
      enhancement: '增信',
      risk_shares: '风险分担',
    },
  },
  en: {
    same: 'no difference',
    sameRules: 'points and lists do not differ; what the profile says of itself, sources or examples do:',
    sources: 'Sources',
    none: '(none)',
    changes: { added: 'new ', removed: 'gone ', changed: '' },
    parts: {
      profile: 'Profile',
      fields: 'Fields',
      checks: 'Checks of the data',
      stages: 'Stages',
      groups: 'Groups',
      indicators: 'Indicators',
      bonus: 'Bonus',
      coverage: 'Coverage',
      vetoes: 'Vetoes',
      bypass: 'Direct confirmation',
      grades: 'Grades',
      causes: 'Repairable causes',
      lists: 'Lists',
      offers: 'Offers',
      cases: 'Whole-firm cases',
    },
    what: {
      profile: 'id',
      in_force: 'in force',
      list_columns: 'more columns of lists',
      code_unit: 'unit of codes',
      not: 'headers that are not it',
      outside: 'outside of bounds',
      optional: 'column may lack',
      prior_of: "last year's of",
      hold: 'should hold',
      weight: 'points',
      value: 'formula',
      score: 'scoring',
      at_least: 'at least',
      risk_shares: 'risk shares',
    },
  },
};

/** What differs, by parts; under each entry its figures from → to. */
export function showDiff(diff: ComparedProfiles, lang: Lang): string {
  const text = words[lang];
  const lines = [`${diff.a} → ${diff.b}`];
  if (diff.same) lines.push(text.same);
  else if (diff.sameRules) lines.push(text.sameRules);
  let part = '';
  for (const change of diff.changes) {
    if (change.part !== part) lines.push('', text.parts[change.part]);
    part = change.part;
    lines.push(...changeLines(change, lang));
  }
  if (diff.sources.length > 0) lines.push('', text.sources, ...sourceLines(diff.sources, lang));
  if (diff.effect !== null) lines.push(...showEffect(diff.effect, diff, lang));
  return `${lines.map(foreign).join('\n')}\n`;
}

function changeLines({ part, id, name, change, facts }: ProfileChange, lang: Lang): string[] {
  const indent = id === part ? '  ' : '    ';
  const title = id === part ? [] : [`  ${words[lang].changes[change]}${called(id, name, lang)}`];
  // A whole field is told by its name: its headers and bounds are for `profile show`.
  if (part === 'fields' && change !== 'changed') return title;
  // The title has said what it is called.
  const told = change === 'changed' ? facts : facts.filter(({ what }) => what !== 'name' && what !== 'text');
  return [...title, ...told.map((fact) => `${indent}${factLine(fact, change, lang)}`)];
}

const called = (id: string, name: string, lang: Lang): string =>
  name === '' || name === id ? id : lang === 'zh' ? `${name}（${id}）` : `${name} (${id})`;

function factLine({ what, at, from, to }: FactChange, change: ProfileChange['change'], lang: Lang): string {
  const text = words[lang];
  const label = [text.what[what] ?? what, at].filter((one) => one !== '').join(' ');
  const figures =
    change === 'changed' ? `${from ?? text.none} → ${to ?? text.none}` : (to ?? from ?? text.none);
  return `${label}${lang === 'zh' ? '：' : ': '}${figures}`;
}

/** Entries whose source changed alike stand on one line. */
function sourceLines(sources: readonly SourceChange[], lang: Lang): string[] {
  const text = words[lang];
  const alike = new Map<string, SourceChange[]>();
  for (const one of sources) {
    const key = JSON.stringify([one.from, one.to]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((group) => [
    `  ${namesOf(group, lang)}`,
    `    ${group[0]!.from ?? text.none} → ${group[0]!.to ?? text.none}`,
  ]);
}

const mostNames = 5;

/** The first few by name, the rest by their number; all of them stand in `--json`. */
function namesOf(group: readonly SourceChange[], lang: Lang): string {
  const names = group.map(({ id, part, name }) => (id === part ? words[lang].parts[part] : name || id));
  const few = names.slice(0, mostNames).join(lang === 'zh' ? '、' : ', ');
  if (names.length <= mostNames) return few;
  return lang === 'zh' ? `${few}等 ${names.length} 处` : `${few} and ${names.length - mostNames} more`;
}
