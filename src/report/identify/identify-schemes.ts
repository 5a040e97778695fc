import type { Field } from '../../model/field.js';
import type { Identified, Scheme } from '../../model/identified.js';
import { changes } from '../../model/identified.js';
import { standings } from '../../model/judged.js';
import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import type { Column, ReportTable, Value, Voice } from '../column.js';
import { isoDate } from '../iso-date.js';
import { usesText } from '../template/template-uses.js';
import { statusText } from '../words.js';
import { changeText, standingText } from './identify-words.js';

/** A line a scheme: how many firms qualify or not, what it read in vain, and which of its rules hang on that. */
export function schemesTable(done: Identified, voice: Voice): ReportTable {
  const { lang } = voice;
  const told = done.previous !== null;
  const text = (id: string, zh: string, en: string): Column => ({ id, header: { zh, en }, format: 'text' });
  const count = (id: string, zh: string, en: string): Column => ({
    id,
    header: { zh, en },
    format: 'integer',
  });
  const columns: Column[] = [
    text('scheme', '方案', 'Profile'),
    text('name', '认定', 'Scheme'),
    text('status', '方案状态', 'Profile status'),
    text('period', '数据期', 'Period'),
    text('as_of', '基准日', 'As of'),
    count('firms', '企业', 'Firms'),
    ...standings.map((one) => count(one, standingText[one].zh, standingText[one].en)),
    ...(told ? changes.map((one) => count(one, changeText[one].zh, changeText[one].en)) : []),
    text('lacking', '没有列的字段', 'Fields without a column'),
    text('hangs_on_them', '这些字段决定', 'What they decide'),
  ];
  return {
    title: { zh: '各项认定', en: 'Schemes' },
    columns,
    count: done.schemes.length,
    *rows() {
      for (const [at, scheme] of done.schemes.entries()) {
        const { plan, name, counts, lacking } = scheme;
        yield [
          plan.id,
          name[lang],
          voice.headers === 'id' ? plan.status : statusText[plan.status][lang],
          done.period.text,
          isoDate(done.asOf),
          done.firms.length,
          ...standings.map((one) => counts[one]),
          ...(told ? changeCounts(done, at) : []),
          lacking.length === 0 ? null : lacking.map((id) => nameOf(scheme, id, voice)).join(joint[lang]),
          lacking.length === 0 ? null : lacking.map((id) => hangsOn(scheme, id, lang)).join('\n'),
        ] satisfies Value[];
      }
    },
  };
}

const joint = { zh: '、', en: ', ' } as const;

const nameOf = ({ plan }: Scheme, id: string, voice: Voice): string =>
  voice.headers === 'id' ? id : (plan.fields.get(id)?.name[voice.lang] ?? id);

function hangsOn({ plan }: Scheme, id: string, lang: Lang): string {
  const field = plan.fields.get(id)!;
  const uses = [usesText(plan, field, lang), bypassText(plan, field, lang)].filter((one) => one !== null);
  return `${field.name[lang]}${lang === 'zh' ? '：' : ': '}${uses.join(joint[lang])}`;
}

function bypassText(plan: Plan, field: Field, lang: Lang): string | null {
  const reading = plan.bypasses.filter(({ when }) => when.reads.includes(field.id));
  if (reading.length === 0) return null;
  return `${lang === 'zh' ? '直接认定：' : 'direct confirmation: '}${reading.map(({ text }) => text[lang]).join(joint[lang])}`;
}

/** By scheme, in the order of `changes`. */
export function changeCounts(done: Pick<Identified, 'firms' | 'gone'>, at: number): number[] {
  return changes.map((change) =>
    change === 'gone'
      ? done.gone.filter(({ scheme }) => scheme === at).length
      : done.firms.filter((firm) => firm.changes[at] === change).length,
  );
}
