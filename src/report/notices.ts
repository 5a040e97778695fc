import type { Run } from '../model/run.js';
import type { Lang, Text } from '../model/text.js';
import type { Column, Value, Voice } from './column.js';
import { statusText } from './words.js';

/**
 * What every report must say before anyone relies on it: that the profile is a sample, which fields were left out
 * (`--without`), which files could not be read (`--skip-unreadable`), and that the profile is of another time.
 */
export function noticesOf(run: Pick<Run, 'plan' | 'without' | 'unreadable' | 'outOfForce'>): Text[] {
  const notices: Text[] = [];
  if (run.plan.status === 'sample')
    notices.push({
      zh: '示例方案：权重、分档和门槛含有示例数字，不是正式标准，结果不能作为授信或认定依据',
      en: 'Sample profile: its weights, bands and thresholds hold example figures; the results are no basis for credit or recognition',
    });
  return [...notices, ...gapsOf(run)];
}

/** The notices that are about this run's data. */
function gapsOf(run: Pick<Run, 'plan' | 'without' | 'unreadable' | 'outOfForce'>): Text[] {
  const gaps: Text[] = [];
  if (run.outOfForce !== undefined) {
    const { from, to } = run.outOfForce;
    gaps.push({
      zh: `数据期不在方案的施行期内：方案自 ${from} 起施行${to === null ? '' : `，到 ${to} 为止`}`,
      en: `The period lies outside the profile's time: it is in force from ${from}${to === null ? '' : ` to ${to}`}`,
    });
  }
  const names = (ids: readonly string[], lang: Lang): string =>
    ids.map((id) => run.plan.fields.get(id)?.name[lang] ?? id).join(lang === 'zh' ? '、' : ', ');
  if (run.without.length > 0)
    gaps.push({
      zh: `未提供数据（--without）：${names(run.without, 'zh')}，相关指标按缺失处理`,
      en: `Left out by --without: ${names(run.without, 'en')}; indicators that use them count as missing`,
    });
  if (run.unreadable.length > 0)
    gaps.push({
      zh: `未读取的文件：${run.unreadable.join('、')}，其中的企业不在结果内`,
      en: `Files that could not be read: ${run.unreadable.join(', ')}; their firms are not in these results`,
    });
  return gaps;
}

/** The same for a CSV, which has no room above its header: constant columns at its end. */
export function statusColumns(
  run: Pick<Run, 'plan' | 'without' | 'unreadable' | 'outOfForce'>,
  voice: Voice,
): { readonly columns: Column[]; readonly values: Value[] } {
  const columns: Column[] = [
    { id: 'profile', header: { zh: '方案', en: 'Profile' }, format: 'text' },
    { id: 'profile_status', header: { zh: '方案状态', en: 'Profile status' }, format: 'text' },
  ];
  const { plan } = run;
  const values: Value[] = [
    plan.id,
    voice.headers === 'id' ? plan.status : statusText[plan.status][voice.lang],
  ];
  const gaps = gapsOf(run);
  if (gaps.length > 0) {
    columns.push({ id: 'notice', header: { zh: '说明', en: 'Notice' }, format: 'text' });
    values.push(gaps.map((gap) => gap[voice.lang]).join(voice.lang === 'zh' ? '；' : '; '));
  }
  return { columns, values };
}
