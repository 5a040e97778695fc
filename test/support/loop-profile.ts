/** A profile with every list that the loop with the banks needs: whitelist, 二次推荐, 公示; grades, a veto, an offer. */
export const loopProfile = `profile: loop-2025
name: { zh: 演示方案, en: Demo }
extends: packs/core-fields
in_force: { from: 2025-01-01 }
status: sample
scale: 100
groups: [{ id: innovation, name: { zh: 创新 } }]
indicators:
  - id: rd_ratio
    group: innovation
    name: { zh: 研发费用占营业收入的比例 }
    value: rd_expense / revenue
    unit: '%'
    score: { linear: { full: 10% } }
    weight: 100
    missing: zero
    source: { assumed: true, reason: 演示 }
    examples: [{ rd_expense: 50, revenue: 1000, points: 50 }]
grades:
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
