import { type Disposition, dispositions, dispositionText } from '../model/decisions.js';
import type { Severity } from '../model/finding.js';
import type { Withheld } from '../model/scores.js';
import type { Lang, Text } from '../model/text.js';
import { unitText } from '../model/unit.js';

/** What reports called it before: firms above the line that another condition kept off were called below it. */
const formerWords: Readonly<Record<string, Disposition>> = {
  未达线: 'below-line',
  'below the line': 'below-line',
};

/** The disposition that a report tells by its code or its words, those of older runs too; null for anything else. */
export const dispositionOf = (told: string): Disposition | null =>
  dispositions.find(
    (one) => told === one || told === dispositionText[one].zh || told === dispositionText[one].en,
  ) ?? (Object.hasOwn(formerWords, told) ? formerWords[told]! : null);

/** What stands over a firm's disposition. */
export const dispositionHeader: Text = { zh: '处理结果', en: 'Result' };

/** A header of dispositions as `headersOf` writes it, in either language or as an id. */
export const isDispositionHeader = (header: string): boolean =>
  ['disposition', dispositionHeader.zh, dispositionHeader.en].includes(
    header.replace(/ \[disposition\]$/, ''),
  );

export const severityText: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  info: { zh: '说明', en: 'info' },
};

export const withheldText: Readonly<Record<Withheld, Text>> = {
  'gates-only': { zh: '本方案只看门槛，不计总分', en: 'the profile has gates only and gives no total' },
  bypass: { zh: '符合直接认定条件，不计总分', en: 'confirmed by a bypass, no total' },
  coverage: { zh: '可用数据太少，不计总分', en: 'too little data for a total' },
};

export const statusText: Readonly<Record<'official' | 'sample', Text>> = {
  official: { zh: '正式方案', en: 'official' },
  sample: { zh: '示例方案', en: 'sample' },
};

export const yesNo = (value: boolean, lang: Lang): string =>
  lang === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';

/** A header with its unit: 营业收入（万元）, Revenue (10k CNY). Ratios carry none: a percent format shows it. */
export function withUnit(name: Text, unit: string | null): Text {
  if (unit === null || unit === '%' || unit === '‰') return name;
  const shown = unitText(unit);
  return { zh: `${name.zh}（${shown.zh}）`, en: shown.en === '' ? name.en : `${name.en} (${shown.en})` };
}
