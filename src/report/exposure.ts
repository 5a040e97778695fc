import type { Offer, OfferKind } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import { unitText } from '../model/unit.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { limitUnitId } from './describe-firm.js';
import { statusColumns } from './notices.js';
import { withUnit } from './words.js';

/** What an offer amounts to over all firms that it is made to. Money to the 分 (美分), so that shares add up to their sum. */
export interface Exposure {
  readonly id: string;
  readonly name: string;
  readonly kind: OfferKind;
  readonly provider: string | null;
  readonly firms: number;
  /** Σ of limits in `unit`; null where the offer states none. */
  readonly limit: number | null;
  readonly unit: string;
  /** The same in 万元 by the rate that was given; null for yuan and without a rate. */
  readonly yuan: number | null;
  readonly shares: readonly {
    readonly bearer: string;
    readonly share: number;
    readonly amount: number | null;
  }[];
  readonly pool: { readonly warn: number; readonly stop: number } | null;
}

/** 分 of a 万元. */
const fen = 1_000_000;

/** Money as it is told and added: to the 分. */
export const toFen = (amount: number): number => Math.round(amount * fen) / fen;

/** The equivalent of an amount of an offer in 万元; null for yuan and without a rate. */
export const yuanOf = ({ rate }: Pick<Run, 'rate'>, offer: Offer, amount: number | null): number | null =>
  rate === undefined || amount === null || currencyOf(offer) !== rate.currency
    ? null
    : toFen(amount * rate.yuan);

const currencyOf = ({ limitType }: Offer) => (limitType?.kind === 'number' ? limitType.money : null);

/** By offer, in the order of the profile. Cost: a look at each firm's offers. */
export function exposureOf(run: Pick<Run, 'plan' | 'decisions' | 'rate' | 'lang'>): readonly Exposure[] {
  const { plan, decisions, lang } = run;
  const firms = plan.offers.map(() => 0);
  const sums = plan.offers.map(() => 0);
  for (const made of decisions.offers)
    for (const { offer, limit } of made) {
      firms[offer]!++;
      // Whole 分: exact in any order.
      sums[offer]! += Math.round((limit ?? 0) * fen);
    }
  return plan.offers.map((offer, index): Exposure => {
    const sum = sums[index]!;
    const limit = offer.limits.length === 0 ? null : sum / fen;
    return {
      id: offer.id,
      name: offer.name[lang],
      kind: offer.kind,
      provider: offer.provider,
      firms: firms[index]!,
      limit,
      unit: limitUnitId(offer),
      yuan: yuanOf(run, offer, limit),
      shares: partsOf(offer, sum).map(({ bearer, share, part }) => ({
        bearer,
        share,
        amount: limit === null ? null : part / fen,
      })),
      pool: offer.pool ?? null,
    };
  });
}

/** Each bearer's part of a sum of 分: rounded at the running share, so that the parts add up to the sum. */
function partsOf({ riskShares }: Offer, sum: number) {
  let share = 0;
  let before = 0;
  return riskShares.map((one, index) => {
    share += one.share;
    const until = index === riskShares.length - 1 ? sum : Math.round(sum * share);
    const part = until - before;
    before = until;
    return { ...one, part };
  });
}

export const offerKindText: Readonly<Record<OfferKind, Text>> = {
  loan: { zh: '贷款', en: 'loan' },
  insurance: { zh: '保险', en: 'insurance' },
  guarantee: { zh: '担保', en: 'guarantee' },
  equity: { zh: '股权投资', en: 'equity' },
  quota: { zh: '额度', en: 'quota' },
  reward: { zh: '奖励', en: 'reward' },
};

/** 按 1 USD = 7.1 元折算 */
export const yuanColumn = ({ rate }: Pick<Run, 'rate'>): Column => ({
  id: 'yuan',
  header: withUnit(
    {
      zh: `折合人民币（1 ${rate?.currency ?? ''} = ${rate?.yuan ?? ''} 元）`,
      en: `Equivalent in yuan (1 ${rate?.currency ?? ''} = ${rate?.yuan ?? ''} CNY)`,
    },
    '万元',
  ),
  format: 'money',
});

const column = (id: string, zh: string, en: string, format: Column['format'] = 'text'): Column => ({
  id,
  header: { zh, en },
  format,
});

/** A line an offer, then one for each bearer of its risk; `status` adds the profile's standing as columns, for a CSV. */
export function exposureTable(run: Run, voice: Voice, status: boolean): ReportTable {
  const { lang } = voice;
  const codes = voice.headers === 'id';
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  const lines = exposureOf({ ...run, lang }).flatMap((one): Value[][] => {
    const head = [one.id, one.name, codes ? one.kind : offerKindText[one.kind][lang], one.provider];
    const unit = one.limit === null ? null : codes ? one.unit : unitText(one.unit)[lang];
    const yuan = (amount: number | null) => (run.rate === undefined ? [] : [amount]);
    const total = codes ? '' : lang === 'zh' ? '合计' : 'total';
    return [
      [
        ...head,
        one.firms,
        total,
        null,
        one.limit,
        unit,
        ...yuan(one.yuan),
        one.pool?.warn ?? null,
        one.pool?.stop ?? null,
      ],
      ...one.shares.map(({ bearer, share, amount }) => [
        ...head,
        one.firms,
        bearer,
        share,
        amount,
        unit,
        ...yuan(null),
        null,
        null,
      ]),
    ];
  });
  return {
    title: { zh: '风险敞口', en: 'Exposure' },
    columns: [
      column('offer', '产品编号', 'Offer id'),
      column('offer_name', '产品', 'Offer'),
      column('kind', '种类', 'Kind'),
      column('provider', '提供机构', 'Provider'),
      column('firms', '企业数', 'Firms', 'integer'),
      column('bearer', '风险承担方', 'Risk bearer'),
      column('share', '分担比例', 'Share', 'percent'),
      column('limit', '额度合计', 'Sum of limits', 'money'),
      column('unit', '单位', 'Unit'),
      ...(run.rate === undefined ? [] : [yuanColumn(run)]),
      column('pool_warn', '预警不良率', 'Pool warns at', 'percent'),
      column('pool_stop', '熔断不良率', 'Pool stops at', 'percent'),
      ...standing.columns,
    ],
    count: run.decisions.offers.filter((made) => made.length > 0).length,
    rows: () => lines.map((line) => [...line, ...standing.values]),
  };
}
