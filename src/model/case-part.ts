import type { Text } from './text.js';

/** What a firm's case in a profile may state, by its key. */
export const casePartText: Readonly<Record<string, Text>> = {
  stage: { zh: '阶段', en: 'stage' },
  total: { zh: '总分', en: 'total' },
  grade: { zh: '等级', en: 'grade' },
  disposition: { zh: '处理结果', en: 'disposition' },
  lists: { zh: '名单', en: 'lists' },
  vetoes: { zh: '否决项', en: 'vetoes' },
  offers: { zh: '支持产品', en: 'offers' },
};
