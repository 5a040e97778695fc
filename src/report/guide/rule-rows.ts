import type { Expression } from '../../model/expr.js';
import type { Condition, Indicator, List, Offer, PlaceEdge, Plan } from '../../model/plan.js';
import { quantityText } from '../../model/quantity-text.js';
import type { Lang } from '../../model/text.js';
import { moneyUnit } from '../../model/unit.js';
import { gradeFill } from '../cell-fills.js';
import { sourceText } from '../html/source-text.js';
import type { Fill } from '../xlsx/styles.js';
import type { GuideScope } from './guide-scope.js';

/** One figure or rule of the profile in words, and where it comes from. */
export interface RuleRow {
  readonly name: string;
  readonly fill?: Fill;
  readonly text: string;
  readonly source: string;
}

/** 同时满足：总分 ≥ 60；企业授权. Conditions that may not be told are counted. */
export function conditionsText(
  conditions: readonly Condition[],
  tells: GuideScope['tells'],
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const told = conditions.filter(tells).map((one) => conditionText(one, lang));
  const kept = conditions.length - told.length;
  const some = kept === 1 ? 'condition' : 'conditions';
  if (kept > 0 && told.length === 0)
    return zh ? `方案规定的 ${kept} 项条件` : `${kept} ${some} of the profile`;
  if (kept > 0)
    told.push(zh ? `及方案规定的另外 ${kept} 项条件` : `and ${kept} further ${some} of the profile`);
  if (told.length < 2) return told.join('');
  return zh ? `同时满足：${told.join('；')}` : `All of: ${told.join('; ')}`;
}

/** A yes/no field by itself is asked for a yes. */
function conditionText({ text, reads }: Condition, lang: Lang): string {
  const [only] = reads;
  const plain = reads.length === 1 && only?.kind === 'boolean' && text[lang] === only.name[lang];
  return plain ? `${text[lang]}${lang === 'zh' ? '为“是”' : ' is "yes"'}` : text[lang];
}

export function listRows(plan: Plan, { lists, tells }: GuideScope, lang: Lang): RuleRow[] {
  const rows = lists.map((index): RuleRow => {
    const list = plan.lists[index]!;
    const said = [
      conditionsText(list.conditions ?? [], tells, lang),
      ...(list.kind === 'whitelist' ? groupMinima(plan, lang) : []),
      rankingText(list, lang),
    ];
    return {
      name: list.name[lang],
      text: said.filter((one) => one !== '').join(lang === 'zh' ? '；' : '; '),
      source: sourceText(list.source, lang),
    };
  });
  if (rows.length === 0) return [];
  const zh = lang === 'zh';
  return [
    ...rows,
    {
      name: zh ? '所有名单' : 'All lists',
      text: zh ? '退回改正和一票否决的企业不在任何名单上' : 'Rejected and vetoed firms stand on no list',
      source: '',
    },
  ];
}

const groupMinima = ({ groups }: Plan, lang: Lang): string[] =>
  groups.flatMap(({ name, min }) =>
    min === null ? [] : [lang === 'zh' ? `「${name.zh}」不低于 ${min} 分` : `${name.en} at least ${min}`],
  );

/** 取前 100 名（末位并列全部列入）；按所属行业分别排名；前 5% 领跑榜、前 10% 竞跑榜 */
function rankingText({ ranking }: List, lang: Lang): string {
  if (ranking === undefined) return '';
  const zh = lang === 'zh';
  const edge = (one: PlaceEdge): string =>
    one.kind === 'count'
      ? zh
        ? `前 ${one.count} 名`
        : `the first ${one.count}`
      : zh
        ? `前 ${percent(one.share)}`
        : `the first ${percent(one.share)}`;
  const parts = [
    ranking.by === null
      ? ''
      : zh
        ? `按${ranking.by.name.zh}分别排名`
        : `ranked within each ${ranking.by.name.en}`,
    ranking.top === null
      ? ''
      : zh
        ? `取${edge(ranking.top)}，末位并列全部列入`
        : `${edge(ranking.top)}, those tied at the end all in`,
    ranking.bands.map((band) => `${edge(band.top)} ${band.name[lang]}`).join(zh ? '、' : ', '),
  ];
  return parts.filter((one) => one !== '').join(zh ? '；' : '; ');
}

const percent = (share: number): string => `${Number((share * 100).toFixed(8))}%`;

/** Best first, each with its colour. */
export function gradeRows({ grades, gradeBy, stages }: Plan, lang: Lang): RuleRow[] {
  const zh = lang === 'zh';
  const staged = stages.names.length > 1;
  return grades.map((grade, index): RuleRow => {
    const before = grades[index - 1]?.from;
    const byScore = zh
      ? `总分 ≥ ${grade.from}${before === undefined ? '' : `，且 < ${before}`}`
      : `total ≥ ${grade.from}${before === undefined ? '' : ` and < ${before}`}`;
    const within = zh ? (staged ? '在本阶段' : '在全部企业') : staged ? 'of its stage' : 'of all firms';
    const from =
      before === undefined
        ? ''
        : zh
          ? `前 ${percent(before)} 以外、`
          : `after the first ${percent(before)}, `;
    const byRank = zh
      ? `名次${within}${from}前 ${percent(grade.from)} 以内`
      : `${from}within the first ${percent(grade.from)} ${within}`;
    return {
      name: grade.name[lang],
      fill: gradeFill(index, grades.length),
      text: gradeBy === 'score' ? byScore : byRank,
      source: grade.source === undefined ? '' : sourceText(grade.source, lang),
    };
  });
}

export function offerRows(plan: Plan, { offers, tells }: GuideScope, lang: Lang): RuleRow[] {
  const zh = lang === 'zh';
  return offers.map((index): RuleRow => {
    const offer = plan.offers[index]!;
    const shares = offer.riskShares.map(({ bearer, share }) => `${bearer} ${percent(share)}`);
    const terms = [
      limitText(offer, lang),
      offer.rate === null ? '' : zh ? `利率 ${offer.rate}` : `rate ${offer.rate}`,
      offer.term === null ? '' : zh ? `期限 ${offer.term}` : `term ${offer.term}`,
      shares.length === 0 ? '' : zh ? `风险分担 ${shares.join('、')}` : `risk borne by ${shares.join(', ')}`,
    ];
    const lines = [
      conditionsText(offer.conditions ?? [], tells, lang),
      terms.filter((one) => one !== '').join(zh ? '；' : '; '),
    ];
    const provider = offer.provider === null ? '' : zh ? `（${offer.provider}）` : ` (${offer.provider})`;
    return {
      name: `${offer.name[lang]}${provider}`,
      text: lines.filter((one) => one !== '').join('\n'),
      source: sourceText(offer.source, lang),
    };
  });
}

/** A limit that is a figure is told; one that is reckoned from a firm's own data stands in its column. */
function limitText({ limits }: Offer, lang: Lang): string {
  if (limits.length === 0) return '';
  const fixed = limits.filter((one) => one.reads.length === 0).map((one) => figureText(one, lang));
  if (fixed.length === 0)
    return lang === 'zh' ? '额度按企业数据计算' : 'the limit is reckoned from the firm’s own data';
  const most = fixed.join(lang === 'zh' ? '、' : ', ');
  const less = fixed.length < limits.length;
  return lang === 'zh'
    ? `额度最高 ${most}${less ? '，并按企业数据计算' : ''}`
    : `limit at most ${most}${less ? ', less by the firm’s own data' : ''}`;
}

/** 1000 万元 as the profile writes it; in English 10,000,000 CNY. */
const figureText = ({ node, text }: Expression, lang: Lang): string =>
  lang === 'en' && node.op === 'number' && node.money !== null
    ? quantityText(node.value, moneyUnit[node.money]).en
    : text;

export function indicatorRows(plan: Plan, lang: Lang): RuleRow[] {
  const zh = lang === 'zh';
  return plan.indicators.map((indicator): RuleRow => {
    const group = plan.groups[indicator.group];
    const weights = weightText(plan, indicator, lang);
    return {
      name:
        group === undefined
          ? indicator.name[lang]
          : zh
            ? `${indicator.name.zh}（${group.name.zh}）`
            : `${indicator.name.en} (${group.name.en})`,
      text: `${weights}${zh ? '；' : '; '}${methodText(indicator, lang)}`,
      source: sourceText(indicator.source, lang),
    };
  });
}

/** 分值 8，成长期 7、稳定期 6 where stages differ; one figure where they do not. */
function weightText({ stages, decimals }: Plan, { weight }: Indicator, lang: Lang): string {
  const zh = lang === 'zh';
  const shown = (one: number) => String(Number(one.toFixed(decimals)));
  const same = weight.every((one) => one === weight[0]);
  const said = same
    ? shown(weight[0] ?? 0)
    : weight.map((one, index) => `${stages.names[index]} ${shown(one)}`).join(zh ? '、' : ', ');
  return zh ? `分值 ${said}` : `weight ${said}`;
}

const methodText = ({ rule }: Indicator, lang: Lang): string =>
  rule.kind === 'single'
    ? rule.scorer.text[lang]
    : rule.options.map((option) => option.scorer.text[lang]).join(lang === 'zh' ? '；或 ' : '; or ');
