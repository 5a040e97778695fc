// rules.csv → the bench profile as YAML, so that innopoints and its peers score by the same figures. node make-profile.mjs OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** [value expression, unit of full, group] by the ids of rules.csv. */
const values = {
  rd: ['rd_expense', ' 万元'],
  rd_growth: ['rd_expense / (if rd_expense_prior > 0 then rd_expense_prior else 0) - 1', '%'],
  rd_ratio: ['rd_expense / revenue', '%'],
  st_ratio: ['st_staff / employees', '%'],
  inv_app: ['inv_app', ''],
  pct_app: ['pct_app', ''],
  contract: ['tech_contract', ' 万元'],
  ht_rev: ['hitech_rev', ' 万元'],
  rev: ['revenue', ' 万元'],
  rev_growth: ['revenue / (if revenue_prior > 0 then revenue_prior else 0) - 1', '%'],
  grad_ratio: ['postgraduates / employees', '%'],
  deduct: ['rd_deduct_tax', ' 万元'],
  roe: ['net_profit / (if net_assets > 0 then net_assets else 0)', '%'],
  fresh: ['fresh_grads', ''],
  platform: ['platforms', ''],
  award: ['awards', ''],
  project: ['projects', ''],
  vc: ['vc', ' 万元'],
};
const source = '{ assumed: true, reason: 基准测试虚构，不是政策 }';
const rules = readFileSync(fileURLToPath(new URL('rules.csv', import.meta.url)), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const indicators = rules.map(([id, full, early, growth, stable]) => {
  const [value, unit] = values[id];
  return `  - id: ${id}
    group: all
    name: { zh: ${id} }
    value: ${value}
    ${unit === '%' ? "unit: '%'" : unit === '' ? '' : 'unit: 万元'}
    score: { linear: { full: ${full}${unit} } }
    weight: { 初创期: ${early}, 成长期: ${growth}, 稳定期: ${stable} }
    missing: zero
    source: ${source}`;
});
const vetoes = ['dishonest', 'abnormal_list', 'major_incident'].map(
  (id) =>
    `  - { id: ${id.replaceAll('_', '-')}, bar: ${id}, text: { zh: ${id} }, unknown: pass-with-warning, source: ${source} }`,
);
// Peers leave a firm out whose revenue or staff is blank: an unknown veto that rejects says the same.
const needed = [
  ['revenue', 'revenue < -1 亿元'],
  ['employees', 'employees < -1'],
].map(
  ([id, bar]) =>
    `  - { id: no-${id}, bar: '${bar}', text: { zh: 缺 ${id} }, unknown: reject, source: ${source} }`,
);
writeFileSync(
  process.argv[2],
  `profile: bench-2025
name: { zh: 基准测试 }
extends: packs/core-fields
in_force: { from: 2025-01-01 }
status: sample
scale: 100
# Peers round the sum, not its parts: with ten decimals the parts are exact enough to round it the same way.
decimals: 10
identity: { check_character: error, accepts: [uscc] }
stages:
  cuts:
    - { when: revenue >= 20000 万元, stage: 稳定期 }
    - { when: 'coalesce(founded, 1900-01-01) >= 2021-01-01', stage: 初创期 }
    - { stage: 成长期 }
  source: ${source}
groups: [{ id: all, name: { zh: 全部 } }]
indicators:
${indicators.join('\n').replace(/^ +\n/gm, '')}
vetoes:
${[...vetoes, ...needed].join('\n')}
lists:
  - { id: whitelist, kind: whitelist, name: { zh: 白名单 }, when: 'round(total, 2) >= 60', source: ${source} }
`,
);
