import { finding, say } from '../define.js';

/** Trouble with a firm as a whole, placed at its first row. */
export const firmFindings = {
  'firm.no-value': finding({
    severity: 'warning',
    sample: { indicator: '研发费用增速' },
    zh: (a) => say(`「${a.indicator}」算不出来（分母为 0 或上年数不可用）`, '', '该项按方案的缺失规则处理'),
    en: (a) => say(`${a.indicator} has no value (zero denominator or unusable prior year)`, '', "the profile's rule for missing values applies"),
  }),
};
