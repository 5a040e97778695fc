/** The smallest profile that scores: one indicator, one list. Put as `demo-2025.yaml` on a workbench. */
export const demoProfile = `profile: demo-2025
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
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单 }, when: total >= 60, source: { assumed: true, reason: 演示 } }
`;
