import type { Change } from '../../model/identified.js';
import type { Standing } from '../../model/judged.js';
import type { Text } from '../../model/text.js';

/** What the reports of an identification call its verdicts. */
export const standingText: Readonly<Record<Standing, Text>> = {
  qualifies: { zh: '符合', en: 'qualifies' },
  not: { zh: '不符合', en: 'does not qualify' },
  unknown: { zh: '缺数据', en: 'not enough data' },
  rejected: { zh: '数据有误', en: 'data to mend' },
  absent: { zh: '未读到', en: 'not read' },
};

export const changeText: Readonly<Record<Change, Text>> = {
  new: { zh: '新增', en: 'new' },
  kept: { zh: '保留', en: 'kept' },
  lost: { zh: '退出', en: 'lost' },
  unsure: { zh: '待核', en: 'to be checked' },
  gone: { zh: '未申报', en: 'not in the input' },
};
