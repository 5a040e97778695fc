import { demoProfile } from './demo-profile.js';

/** A profile with every list that the loop with the banks needs: whitelist, 二次推荐, 公示; grades, a veto, an offer. */
export const loopProfile = `${demoProfile.slice(0, demoProfile.indexOf('lists:')).replace('demo-2025', 'loop-2025')}grades:
  - { id: A, at_least: 60, source: &demo { assumed: true, reason: 演示 } }
  - { id: B, at_least: 0, source: *demo }
vetoes:
  - { id: dishonest, bar: dishonest, text: { zh: 失信被执行人 }, unknown: pass-with-warning, source: *demo }
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单, en: Whitelist }, when: total >= 90, source: *demo }
  - { id: second-recommendation, kind: referral, name: { zh: 二次推荐, en: Second recommendation }, when: total >= 50 and first_result = "未授信", source: *demo }
offers:
  - { id: points-loan, kind: loan, name: { zh: 积分贷, en: Points loan }, provider: 某银行, when: total >= 60, limit: 1000 万元, source: *demo }
`;
