import type { Expression } from '../../model/expr.js';
import type { Field } from '../../model/field.js';
import type { Indicator, Plan, Veto } from '../../model/plan.js';
import type { Lang, Text } from '../../model/text.js';

/** What a field is for: telling firms apart, stages, indicators, vetoes, lists, offers. */
export function usesText(plan: Plan, field: Field, lang: Lang): string | null {
  const zh = lang === 'zh';
  const uses: string[] = [];
  if (field.role === 'id') uses.push(zh ? '识别企业' : 'telling firms apart');
  if (field.role === 'name') uses.push(zh ? '名单和报告中的名称' : 'the name in lists and reports');
  if (plan.stages.cuts.some((cut) => reads(cut.when, field))) uses.push(zh ? '划分阶段' : 'the stage');
  for (const indicator of plan.indicators)
    if (optionsReading(indicator, field) > 0) uses.push(indicator.name[lang]);
  for (const { bar, text } of plan.vetoes)
    if (reads(bar, field)) uses.push(zh ? `否决：${text.zh}` : `veto: ${text.en}`);
  for (const { when, name } of plan.lists) if (reads(when, field)) uses.push(name[lang]);
  for (const offer of plan.offers)
    if ([offer.when, ...offer.limits].some((one) => reads(one, field))) uses.push(offer.name[lang]);
  if (uses.length === 0 && plan.listColumns.includes(field.id))
    uses.push(zh ? '在名单中列出' : 'shown on lists');
  return uses.length === 0 ? null : uses.join(zh ? '、' : ', ');
}

/** What a blank means, worst first. A blank is never a zero; it is what the profile says of it. */
export function blankText(plan: Plan, field: Field, lang: Lang): string {
  const said = new Set<Text>();
  if (field.role === 'id' || plan.stages.cuts.some((cut) => reads(cut.when, field)))
    said.add(meaning.rejected);
  for (const indicator of plan.indicators) {
    const options = indicator.rule.kind === 'single' ? 1 : indicator.rule.options.length;
    const reading = optionsReading(indicator, field);
    if (reading === 0) continue;
    said.add(reading < options ? meaning.option : meaning[policyOf(plan, indicator)]);
  }
  for (const { bar, unknown } of plan.vetoes) if (reads(bar, field)) said.add(meaning[unknown]);
  const decisions = [...plan.lists, ...plan.offers].map(({ when }) => when);
  if (decisions.some((when) => reads(when, field))) said.add(meaning.unmet);
  const order = Object.values(meaning).filter((text) => said.has(text));
  return (order.length === 0 ? [meaning.nothing] : order)
    .map((text) => text[lang])
    .join(lang === 'zh' ? '；' : '; ');
}

/** In the order told. */
const meaning = {
  rejected: { zh: '退回改正', en: 'sent back' },
  reject: { zh: '无法排除否决，退回改正', en: 'the veto cannot be ruled out: sent back' },
  finding: { zh: '算不出指标，退回改正', en: 'the indicator cannot be reckoned: sent back' },
  veto: { zh: '视为否决', en: 'counts as vetoed' },
  zero: { zh: '算不出的指标计 0 分', en: 'an indicator without a value earns 0' },
  reweight: {
    zh: '算不出的指标不计，权重分给同组',
    en: 'an indicator without a value gives its weight to its group',
  },
  option: { zh: '只按其余算法计分', en: 'scored by the other options' },
  bonus: { zh: '不加分', en: 'no bonus' },
  'pass-with-warning': { zh: '不否决，但会提示', en: 'no veto, but a warning' },
  unmet: { zh: '名单条件视为不满足', en: 'conditions of lists count as not met' },
  nothing: { zh: '不影响计分', en: 'nothing' },
} as const satisfies Readonly<
  Record<'rejected' | 'option' | 'unmet' | 'nothing' | Policy | Veto['unknown'], Text>
>;

type Policy = 'bonus' | Indicator['missing'];

/** A bonus that is missing is nothing, whatever the policy says (DESIGN rule 3). */
const policyOf = (plan: Plan, { group, missing }: Indicator): Policy =>
  plan.groups[group]!.part === 'bonus' ? 'bonus' : missing;

const reads = (expression: Expression | null, { id }: Field): boolean =>
  expression?.reads.includes(id) ?? false;

/** How many of an indicator's options (one where there is no choice) read the field. */
function optionsReading({ rule }: Indicator, field: Field): number {
  if (rule.kind === 'single') return reads(rule.value, field) ? 1 : 0;
  return rule.options.filter((option) => reads(option.value, field)).length;
}
