import { dispositionText } from '../../model/decisions.js';
import type { Text } from '../../model/text.js';
import { standingText } from '../../report/index.js';

/** A part of a ledger check's id after the file: what is counted there. */
const counted: Readonly<Record<string, Text>> = {
  ...dispositionText,
  firms: { zh: '企业', en: 'firms' },
  rows: { zh: '数据行', en: 'rows' },
};

const sums: Readonly<Record<string, Text>> = {
  'firms: Σ dispositions': { zh: '企业数与各结果之和', en: 'firms, and the sum of their results' },
  'rows: Σ fates': { zh: '数据行与各去向之和', en: 'rows, and the sum of what became of them' },
  'rows: Σ skipped': {
    zh: '不是企业数据的行与各原因之和',
    en: 'rows that are no data of a firm, and the sum of the reasons',
  },
  'rows: superseded': { zh: '未计入的行与说明它们的提示', en: 'rows set aside, and what was said of them' },
};

/** What a ledger check holds against each other, in words; its id is for programs. A file alone is its number of lines. */
export function checkText(check: string): Text {
  const sum = sums[check];
  if (sum !== undefined) return sum;
  const [of = '', what] = check.split(': ');
  if (what === undefined) return { zh: `${of} 的行数`, en: `lines of ${of}` };
  if (what === 'Σ standings')
    return { zh: `方案 ${of}：企业数与各结论之和`, en: `${of}: firms, and the sum of its standings` };
  const [scheme, word] = what.includes(' ') ? what.split(' ') : ['', what];
  const words: Readonly<Record<string, Text>> = scheme === '' ? counted : standingText;
  const { zh, en } = words[word ?? ''] ?? { zh: what, en: what };
  const named = scheme === '' ? '' : ` ${scheme}`;
  return { zh: `${of}${named} 的「${zh}」`, en: `"${en}" in ${of}${named}` };
}
