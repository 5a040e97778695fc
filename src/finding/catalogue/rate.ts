import { finding, say } from '../define.js';

/** Trouble with an exchange rate that was given. */
export const rateFindings = {
  'usage.rate': finding({
    severity: 'error',
    sample: { value: '7.1' },
    zh: (a) => say(`「${a.value}」不是汇率`, '应写成 USD=7.1，即 1 美元合多少元', '请改写后重试'),
    en: (a) =>
      say(
        `"${a.value}" is no exchange rate`,
        'write USD=7.1, yuan for one US dollar',
        'correct it and try again',
      ),
  }),
  'usage.rate-date': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '汇率和汇率日期只给了一个',
        '折算人民币时两者都要写明',
        '请同时写 --rate USD=7.1 --rate-date 2026-09-30，或都不写',
      ),
    en: () =>
      say(
        'the exchange rate or its date is missing',
        'an equivalent in yuan states both',
        'give both --rate USD=7.1 and --rate-date 2026-09-30, or neither',
      ),
  }),
};
