import type { dispositions } from '../../../model/decisions.js';
import { dispositionText } from '../../../model/decisions.js';
import type { SkipReason } from '../../../model/mapping.js';
import type { Run } from '../../../model/run.js';
import type { Text } from '../../../model/text.js';
import { rowFates } from '../../row-fates.js';
import { strip } from '../charts/strip.js';
import { html, type Markup } from '../markup.js';

const skips: Readonly<Record<SkipReason, Text>> = {
  title: { zh: '标题', en: 'titles' },
  header: { zh: '表头', en: 'headers' },
  total: { zh: '合计', en: 'totals' },
  section: { zh: '分节', en: 'sections' },
  note: { zh: '附注', en: 'notes' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  'not-a-table': { zh: '表外文字', en: 'outside a table' },
  'unit-row': { zh: '单位行', en: 'unit rows' },
  numbered: { zh: '只有序号', en: 'only a number' },
  'other-period': { zh: '其他期间', en: 'other periods' },
  'not-in-input': { zh: '名单中无对应企业', en: 'not among the firms' },
  example: { zh: '填写样例', en: 'sample rows' },
  'no-answer': { zh: '没有结果的反馈', en: 'answers without a result' },
};

/** The six figures that are asked for first. */
export function tiles({ firmLedger, lang }: Run): Markup {
  const order = ['whitelisted', 'referred', 'below-line', 'vetoed', 'rejected'] as const;
  return html`<ul class="tiles"><li><b>${firmLedger.total}</b>${{ zh: '企业', en: 'firms' }[lang]}</li>${order.map(
    (one) =>
      html`<li class="${one}"><b>${firmLedger.byDisposition[one]}</b>${dispositionText[one][lang]}</li>`,
  )}</ul>`;
}

/** Where every row and every firm went: both sums were checked by the run. */
export function ledgers(run: Run): Markup {
  const { rowLedger, firmLedger, lang } = run;
  const rows = rowFates(run).map(({ code, text, count }) => ({ code, label: text[lang], count }));
  const firms = (
    ['whitelisted', 'referred', 'below-line', 'vetoed', 'rejected'] satisfies (typeof dispositions)[number][]
  ).map((code) => ({ code, label: dispositionText[code][lang], count: firmLedger.byDisposition[code] }));
  const skipped = Object.entries(rowLedger.skipped).map(
    ([reason, count]) => `${skips[reason as SkipReason][lang]} ${count}`,
  );
  const title = {
    rows: {
      zh: `数据行 ${rowLedger.total} 行，每行恰有一个去处`,
      en: `${rowLedger.total} rows, each with one fate`,
    }[lang],
    firms: {
      zh: `企业 ${firmLedger.total} 家，每家恰有一个结果`,
      en: `${firmLedger.total} firms, each with one result`,
    }[lang],
  };
  return html`<section id="ledgers"><h2>${{ zh: '数据去了哪里', en: 'Where everything went' }[lang]}</h2><div class="two"><div><h3>${title.rows}</h3>${strip(
    'rows',
    title.rows,
    rows,
  )}${skipped.length === 0 ? null : html`<p class="soft">${{ zh: '不是企业数据的行：', en: 'Rows that are no data: ' }[lang]}${skipped.join(lang === 'zh' ? '、' : ', ')}</p>`}</div><div><h3>${title.firms}</h3>${strip('results', title.firms, firms)}</div></div></section>`;
}
