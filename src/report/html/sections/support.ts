import type { OfferKind } from '../../../model/plan.js';
import { quantityText } from '../../../model/quantity-text.js';
import type { Text } from '../../../model/text.js';
import { limitUnitId } from '../../describe-firm.js';
import type { GuideScope } from '../../guide/guide-scope.js';
import { conditionsText, listRows } from '../../guide/rule-rows.js';
import { listTitle } from '../../list-table.js';
import { rounded } from '../../number-text.js';
import { html, type Markup } from '../markup.js';
import { shownNumber } from '../page/unpack.js';
import { sourceText } from '../source-text.js';
import type { Standings } from '../standings.js';

const kinds: Readonly<Record<OfferKind, Text>> = {
  loan: { zh: '贷款', en: 'loan' },
  insurance: { zh: '保险', en: 'insurance' },
  guarantee: { zh: '担保', en: 'guarantee' },
  equity: { zh: '股权', en: 'equity' },
  quota: { zh: '额度', en: 'quota' },
  reward: { zh: '奖励', en: 'reward' },
};

/** The lists with their rules, and the offers with what they come to if every firm takes all of its limit. */
export function supportSection({ run }: Standings): Markup | null {
  const { plan, decisions, lang } = run;
  if (plan.lists.length === 0 && plan.offers.length === 0) return null;
  const zh = lang === 'zh';
  const head = (titles: readonly (readonly [string, string?])[]): Markup =>
    html`<thead><tr>${titles.map(([title, kind]) => html`<th scope="col" class="${kind ?? ''}">${title}</th>`)}</tr></thead>`;
  const scope: GuideScope = {
    lists: plan.lists.map((_, index) => index),
    offers: [],
    grades: false,
    indicators: false,
    tells: () => true,
  };
  const rules = listRows(plan, scope, lang);
  const lists = plan.lists.map((list, index) => {
    const firms = decisions.lists.filter((on) => on.includes(index)).length;
    return html`<tr><th scope="row" class="short">${list.name[lang]}</th><td class="short">${listTitle[list.kind][lang]}</td><td class="number">${firms}</td><td>${rules[index]?.text || html`<code>${list.when.text}</code>`}<span class="under">${sourceText(list.source, lang)}</span></td></tr>`;
  });
  const onAny = decisions.lists.filter((on) => on.length > 0).length;
  const offers = plan.offers.map((offer, index) => {
    const made = decisions.offers.flatMap((all) => all.filter((one) => one.offer === index));
    const limits = made.flatMap((one) => (one.limit === null ? [] : [one.limit]));
    const total = limits.reduce((a, b) => a + b, 0);
    const unit = limitUnitId(offer);
    const sum = zh ? `${shownNumber(total, 2)} ${unit}` : quantityText(rounded(total), unit).en;
    const terms = [offer.provider, offer.rate, offer.term].filter((one) => one !== null).join(' · ');
    return html`<tr><th scope="row" class="short">${offer.name[lang]}<span class="under">${terms}</span></th><td class="short">${kinds[offer.kind][lang]}</td><td class="number">${made.length}</td><td class="number">${limits.length === 0 ? '—' : sum}</td><td>${conditionsText(offer.conditions ?? [], scope.tells, lang) || html`<code>${offer.when.text}</code>`}<span class="under">${sourceText(offer.source, lang)}</span></td></tr>`;
  });
  return html`<section id="support"><h2>${zh ? '名单与支持' : 'Lists and offers'}</h2>${
    lists.length === 0
      ? null
      : html`<div class="scroll"><table>${head(zh ? [['名单'], ['类别'], ['企业', 'number'], ['条件与依据']] : [['List'], ['Kind'], ['Firms', 'number'], ['Rule and source']])}<tbody>${lists}</tbody></table></div><p class="soft">${zh ? `一家企业可在几张名单上，各名单的家数不能相加；在名单上的共 ${onAny} 家，不在任何名单上的 ${run.firms.count - onAny} 家。` : `A firm may stand on several lists, so these do not add up: ${onAny} firms are on a list, ${run.firms.count - onAny} on none.`}</p>`
  }${
    offers.length === 0
      ? null
      : html`<h3>${zh ? '可享支持与敞口' : 'Offers and exposure'}</h3><div class="scroll"><table>${head(
          zh
            ? [['产品'], ['类别'], ['企业', 'number'], ['额度合计', 'number'], ['条件与依据']]
            : [['Offer'], ['Kind'], ['Firms', 'number'], ['Sum of limits', 'number'], ['Rule and source']],
        )}<tbody>${offers}</tbody></table></div><p class="soft">${zh ? '额度合计是各家上限之和，即全部足额使用时的最大敞口；同一企业可同时符合几项，各项不宜相加。' : 'The sum of limits is the exposure if every firm takes all of its limit; a firm may have several offers, so the sums do not add up.'}</p>`
  }</section>`;
}
