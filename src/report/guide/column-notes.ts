import type { Plan } from '../../model/plan.js';
import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';

const notes: Readonly<Record<string, Text>> = {
  number: { zh: '只是序号，不是名次', en: 'a running number, not a rank' },
  rank: {
    zh: '在全部有总分的企业中的名次，同分同名次、其后跳号（1、2、2、4）；名单只列一部分企业，名次因此可以不连续。退回改正、一票否决的企业没有名次',
    en: 'among all firms with a total; equal totals share a rank and the next one is skipped (1, 2, 2, 4). A list shows some of the firms, so ranks may be missing. Rejected and vetoed firms have none',
  },
  rank_in_stage: {
    zh: '在同一阶段的企业中的名次，同分同名次',
    en: 'among the firms of the same stage; equal totals share a rank',
  },
  stage: {
    zh: '企业所处的阶段；各阶段的分值可以不同，见「指标」',
    en: 'each stage may have its own weights: see the indicators',
  },
  grade: { zh: '按下面「等级」的界限划分', en: 'by the edges below, under Grades' },
  lists: {
    zh: '企业所在的名单，可能不止一张',
    en: 'the lists that the firm stands on; there may be several',
  },
  missed: {
    zh: '离白名单还差的条件；括号里是企业自己的数和差额，空白表示已在白名单上',
    en: 'the conditions of the whitelist that the firm does not meet, with its own figure and by how much; blank for a firm that is whitelisted',
  },
  cause_codes: { zh: '可修复原因的编号，与「原因」逐一对应', en: 'the ids of the causes, in the same order' },
  departments: { zh: '与「原因」逐一对应', en: 'one for each cause, in the same order' },
  remedies: { zh: '与「原因」逐一对应', en: 'one for each cause, in the same order' },
  to_verify: {
    zh: '没有数据，须核实是否存在的原因',
    en: 'causes of which no figure tells whether they are there',
  },
  adjusted: {
    zh: '由人决定的调入或调出：理由、批准人、日期；分数没有改',
    en: 'put on or taken off a list by people: reason, approver, date; no points were changed',
  },
  place: { zh: '榜内名次，同分同名次、其后跳号', en: 'place on this ranking; equal totals share a place' },
  tie: {
    zh: '末位并列时全部列入，家数可以多于名额',
    en: 'firms that tie at the last place are all in, so there may be more than places',
  },
  limit: {
    zh: '金额上限，单位见表头或「单位」一列；空白表示该产品没有写明额度',
    en: 'the upper limit, in the unit of the header or of the column Unit; blank where the offer states none',
  },
  risk_shares: { zh: '发生损失时各方按此比例分担', en: 'how a loss is shared' },
  reason: {
    zh: '企业满足的条件，括号里是企业自己的数',
    en: 'the conditions that the firm meets, with its own figures',
  },
};

const exposureNotes: Readonly<Record<string, Text>> = {
  bearer: {
    zh: '「合计」一行是该产品全部额度，其下是各方承担的部分，相加等于合计',
    en: 'the line "total" is all of the offer; below it each bearer’s part, which add up to it',
  },
  share: { zh: '该方承担的比例', en: 'the part that this bearer takes' },
  limit: {
    zh: '各家额度上限之和，即全部足额使用时的最大敞口，不是已放款金额；同一企业可享几个产品，各产品不宜相加',
    en: 'the sum of all upper limits: what it comes to if every firm takes all of it, not what was lent. A firm may have several offers, so the sums of offers do not add up',
  },
  pool_warn: { zh: '不良率达到此数时预警', en: 'share of bad loans at which the pool warns' },
  pool_stop: { zh: '不良率达到此数时暂停', en: 'share of bad loans at which it stops' },
};

/** What a column of a report means; undefined where its header says it. */
export function columnNote(id: string, run: Run, of?: 'offers' | 'exposure'): Text | undefined {
  const { plan } = run;
  if (of === 'exposure') return exposureNotes[id];
  if (id === 'total') return totalNote(plan);
  const group = plan.groups.find((one) => `group_${one.id}` === id);
  if (group !== undefined) return groupNote(plan, group);
  const offer = plan.offers.find((one) => `offer_${one.id}` === id);
  if (offer !== undefined)
    return offer.limits.length > 0
      ? {
          zh: '该产品可给的最高额度，是上限，不是已授信金额；空白表示不符合该产品的条件',
          en: 'the most that this offer gives: an upper limit, not a credit that was granted; blank where the firm does not meet its conditions',
        }
      : { zh: '「是」表示符合该产品的条件', en: '"yes" where the firm meets the conditions of this offer' };
  return notes[id] ?? fieldNote(plan, id);
}

function totalNote({ scale, decimals, groups, bonusCap }: Plan): Text {
  const has = (part: 'bonus' | 'deduction') => groups.some((group) => group.part === part);
  const zh = ['各组得分之和'];
  const en = ['the sum of the groups'];
  if (scale !== null) {
    zh.push(`满分 ${scale}`);
    en.push(`out of ${scale}`);
  }
  if (has('bonus')) {
    zh.push(bonusCap === null ? '另有加分' : `另有加分，最多 ${bonusCap} 分`);
    en.push(bonusCap === null ? 'with a bonus' : `with a bonus of at most ${bonusCap}`);
  }
  if (has('deduction')) {
    zh.push('减去扣分');
    en.push('less deductions');
  }
  zh.push(`四舍五入到 ${decimals} 位小数，名单、等级和名次都按这个数判断`);
  en.push(`rounded to ${decimals} decimals; lists, grades and ranks go by this figure`);
  return { zh: zh.join('，'), en: en.join(', ') };
}

function groupNote(plan: Plan, group: Plan['groups'][number]): Text {
  const index = plan.groups.indexOf(group);
  const own = plan.indicators.filter((indicator) => indicator.group === index);
  const names = (lang: 'zh' | 'en') => own.map(({ name }) => name[lang]);
  return {
    zh: `以下指标得分之和：${names('zh').join('、')}${group.cap === null ? '' : `；最多 ${group.cap} 分`}${group.min === null ? '' : `；低于 ${group.min} 分的不入白名单`}`,
    en: `the sum of ${names('en').join(', ')}${group.cap === null ? '' : `; at most ${group.cap}`}${group.min === null ? '' : `; below ${group.min} a firm is not whitelisted`}`,
  };
}

const bases = {
  year: { zh: '全年数', en: 'of the whole year' },
  cumulative: { zh: '累计数', en: 'cumulative' },
  end: { zh: '期末数', en: 'at the end of the period' },
  instant: { zh: '填表时的情况', en: 'as things stood when the form was filled' },
} as const satisfies Record<string, Text>;

/** Where a figure is of the firm itself; names and codes need no word. */
function fieldNote({ fields }: Plan, id: string): Text | undefined {
  const field = fields.get(id);
  if (field === undefined || field.role !== null) return undefined;
  const basis = field.basis === null ? null : bases[field.basis];
  return {
    zh: `企业申报的数据${basis === null ? '' : `，${basis.zh}`}`,
    en: `as the firm filed it${basis === null ? '' : `, ${basis.en}`}`,
  };
}
