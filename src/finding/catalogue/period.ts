import { finding, say } from '../define.js';

/** Trouble with the period that rows speak of. */
export const periodFindings = {
  'cell.not-a-period': finding({
    severity: 'error',
    sample: { raw: '去年' },
    zh: (a) =>
      say(`「${a.raw}」不是年度`, '这一列应写年度，如 2025 或 2026Q3', '请改正；整列没有意义时请删去这一列'),
    en: (a) =>
      say(
        `"${a.raw}" is no period`,
        'this column takes a year or a quarter, like 2025 or 2026Q3',
        'correct it, or delete the column if it means nothing',
      ),
  }),
  'header.no-period': finding({
    severity: 'error',
    sample: { period: '2025', stated: ['2026', '2027'] as readonly string[] },
    zh: (a) =>
      say(
        `没有 ${a.period} 或更早的数据行（表中的年度有 ${a.stated.join('、')}）`,
        '',
        '请核对 --period，或给出这一期间的数据',
      ),
    en: (a) =>
      say(
        `no row speaks of ${a.period} or earlier (the rows say ${a.stated.join(', ')})`,
        '',
        'check --period, or give the data of that period',
      ),
  }),
  'header.period-taken': finding({
    severity: 'warning',
    sample: { period: '2026Q3', taken: '2025' },
    zh: (a) =>
      say(`没有 ${a.period} 的数据行，按最近的 ${a.taken} 作为本期`, '', '若不对，请核对 --period 和年度列'),
    en: (a) =>
      say(
        `no row speaks of ${a.period}: the latest before it, ${a.taken}, was taken as this period`,
        '',
        'check --period and the column of periods',
      ),
  }),
  'header.period-by-sheet': finding({
    severity: 'info',
    sample: { stated: ['2024', '2025'] as readonly string[] },
    zh: (a) =>
      say(
        `各工作表按表名分年读取（${a.stated.join('、')}），其中企业大多相同`,
        '',
        '若不是分年的表，请改工作表名，或加一列「年度」',
      ),
    en: (a) =>
      say(
        `sheets were read as one a period, by their names (${a.stated.join(', ')}); most of their firms are the same`,
        '',
        'if that is not what they are, rename the sheets or add a column of years',
      ),
  }),
  'header.prior-only': finding({
    severity: 'info',
    sample: { firms: 12 },
    zh: (a) => say(`有 ${a.firms} 家企业只有上年数据、没有本期数据，未计分`, '', '若应参评，请补报本期数据'),
    en: (a) =>
      say(
        `${a.firms} firms have last year's figures and none of this period: they were not scored`,
        '',
        'file this period if they take part',
      ),
  }),
};
