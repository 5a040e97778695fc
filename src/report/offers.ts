import type { OfferMade } from '../model/decisions.js';
import type { Offer } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';
import { compareText } from '../model/text-order.js';
import { unitText } from '../model/unit.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { limitUnitId } from './describe-firm.js';
import { offerKindText, toFen, yuanColumn, yuanOf } from './exposure.js';
import { isoDate } from './iso-date.js';
import { statusColumns } from './notices.js';
import { sayHeldAll } from './say-held.js';

const enhancementText: Readonly<Record<NonNullable<Offer['enhancement']>, Text>> = {
  data: { zh: '数据增信', en: 'data' },
  technology: { zh: '技术增信', en: 'technology' },
  guarantee: { zh: '担保增信', en: 'guarantee' },
};

const column = (id: string, zh: string, en: string, format: Column['format'] = 'text'): Column => ({
  id,
  header: { zh, en },
  format,
});

/**
 * What the points open, one line a firm and offer made: its terms, and the conditions that the firm meets with its figures.
 * Best rank first, then by id. Cost: firms × offers made.
 */
export function offersTable(run: Run, voice: Voice, status: boolean): ReportTable {
  const { plan, firms, decisions } = run;
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  const terms = plan.offers.map((offer) => termsOf(offer, voice));
  const order: number[] = [];
  for (let firm = 0; firm < firms.count; firm++) if (decisions.offers[firm]!.length > 0) order.push(firm);
  const rank = (firm: number) => decisions.rank[firm] || Number.MAX_SAFE_INTEGER;
  order.sort((a, b) => rank(a) - rank(b) || compareText(firms.ids[a] ?? '', firms.ids[b] ?? '') || a - b);
  const line = (firm: number, { offer, limit }: OfferMade): Value[] => {
    const [id, name, kind, provider, unit, ...rest] = terms[offer]!;
    const amount = limit === null ? null : toFen(limit);
    return [
      firms.ids[firm] ?? null,
      firms.names[firm] ?? null,
      id!,
      name!,
      kind!,
      provider!,
      amount,
      amount === null ? null : unit!,
      ...(run.rate === undefined ? [] : [yuanOf(run, plan.offers[offer]!, amount)]),
      ...rest,
      sayHeldAll(run.reasons?.offer(offer, firm) ?? [], voice.lang) || null,
      ...standing.values,
    ];
  };
  return {
    title: { zh: '支持产品', en: 'Offers' },
    notes: rateNotes(run),
    columns: [
      column('id', '统一社会信用代码', 'Credit code'),
      column('name', '企业名称', 'Firm'),
      column('offer', '产品编号', 'Offer id'),
      column('offer_name', '产品', 'Offer'),
      column('kind', '种类', 'Kind'),
      column('provider', '提供机构', 'Provider'),
      column('limit', '额度', 'Limit', 'money'),
      column('unit', '单位', 'Unit'),
      ...(run.rate === undefined ? [] : [yuanColumn(run)]),
      column('rate', '利率', 'Rate'),
      column('term', '期限', 'Term'),
      column('enhancement', '增信方式', 'Enhancement'),
      column('risk_shares', '风险分担', 'Risk shares'),
      column('reason', '符合的条件', 'Conditions met'),
      ...standing.columns,
    ],
    count: order.length,
    *rows() {
      for (const firm of order) for (const made of decisions.offers[firm]!) yield line(firm, made);
    },
  };
}

/** What is the same for every firm: id, name, kind, provider, unit, rate, term, enhancement, risk shares. */
function termsOf(offer: Offer, { lang, headers }: Voice): readonly Value[] {
  const codes = headers === 'id';
  const shares = offer.riskShares.map(
    ({ bearer, share }) => `${bearer} ${Number((share * 100).toFixed(8))}%`,
  );
  return [
    offer.id,
    offer.name[lang],
    codes ? offer.kind : offerKindText[offer.kind][lang],
    offer.provider,
    codes ? limitUnitId(offer) : unitText(limitUnitId(offer))[lang],
    offer.rate,
    offer.term,
    offer.enhancement === null ? null : codes ? offer.enhancement : enhancementText[offer.enhancement][lang],
    shares.join(lang === 'zh' ? '、' : ', ') || null,
  ];
}

function rateNotes({ rate }: Run): Text[] {
  if (rate === undefined) return [];
  const { currency, yuan, date } = rate;
  return [
    {
      zh: `折合人民币按 1 ${currency} = ${yuan} 元（${isoDate(date)}）计算，汇率由使用者给出`,
      en: `Equivalents at 1 ${currency} = ${yuan} CNY (${isoDate(date)}), a rate given by the user`,
    },
  ];
}
