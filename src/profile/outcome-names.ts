import type { Text } from '../model/text.js';

/** What rules can read beside fields, as people call it: printed so, and read so. */
export const outcomeNames: Readonly<Record<string, Text>> = {
  as_of: { zh: '基准日', en: 'as-of date' },
  total: { zh: '总分', en: 'total' },
  stage: { zh: '阶段', en: 'stage' },
  grade: { zh: '等级', en: 'grade' },
  rank: { zh: '名次', en: 'rank' },
  rank_percent: { zh: '名次百分比', en: 'rank percent' },
  rank_in_stage: { zh: '阶段内名次', en: 'rank in stage' },
  rank_percent_in_stage: { zh: '阶段内名次百分比', en: 'rank percent in stage' },
  bypassed: { zh: '符合直接认定条件', en: 'confirmed by a bypass' },
};

/** The points of an indicator or a group. */
export const pointsName = ({ zh, en }: Text): Text => ({ zh: `${zh}得分`, en: `points of ${en}` });
