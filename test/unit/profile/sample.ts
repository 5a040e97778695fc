import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EdgeError, renderFinding } from '../../../src/finding/index.js';
import type { Indicator, Plan, Scorer } from '../../../src/model/plan.js';
import { planFromYaml } from '../../../src/profile/index.js';

export const shipped = fileURLToPath(new URL('../../../profiles', import.meta.url));

const head = `profile: sample-zone-2025
name: { zh: 示例高新区, en: Sample zone }
in_force: { from: 2025-01-01 }
status: sample
scale: sum
fields:
  credit_code: { name: 统一社会信用代码, type: text, role: id }
  revenue: { name: { zh: 营业收入, en: Revenue }, unit: 万元 }
  rd_expense: { name: 研发费用, unit: 万元 }
  patents: { name: 发明专利, unit: 件 }
  years: { name: 成立年限, unit: 年 }
  level: { name: 评级, type: text, words: { 一级: [甲], 二级: [乙] } }
  certified: { name: 高新技术企业, type: boolean }
  mark: { name: 专家评分, unit: 分 }
`;

/** The smallest profile in which one thing can be shown: fields, then whatever is added. */
export const profileYaml = (more: string): string => `${head}${more}`;

export const source = '{ assumed: true, reason: 示例 }';

/** A profile with one indicator: its value, its method and any further lines. */
export const indicatorYaml = (value: string, score: string, more = ''): string =>
  profileYaml(`groups:
  - { id: innovation, name: 技术创新 }
indicators:
  - id: one
    group: innovation
    name: { zh: 示例指标, en: Sample }
    ${value === '' ? '' : `value: ${value}`}
    score: ${score}
    missing: zero
    source: ${source}
${more}`);

export const planOf = (more: string): Plan => planFromYaml(profileYaml(more), 'sample.yaml');

/** The one indicator of such a profile, compiled. */
export function indicatorOf(value: string, score: string, more = ''): Indicator {
  const [indicator] = planFromYaml(indicatorYaml(value, score, more), 'sample.yaml').indicators;
  if (indicator === undefined) throw new Error('the sample has one indicator');
  return indicator;
}

export function scorerOf(value: string, score: string, more = ''): Scorer {
  const { rule } = indicatorOf(value, score, more);
  if (rule.kind !== 'single') throw new Error('the sample has one value');
  return rule.scorer;
}

/** What a person reads where a profile is refused, one line an error; [] where it is not. */
export function refusal(load: () => unknown, lang: 'zh' | 'en' = 'zh'): readonly string[] {
  try {
    load();
    return [];
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    return error.findings.map((one) => renderFinding(one, lang));
  }
}

export const refusalOf = (yaml: string): readonly string[] =>
  refusal(() => planFromYaml(yaml, 'sample.yaml'));

/** A folder of profiles, by id (`packs/words` stands in its folder). */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  for (const [id, text] of Object.entries(files)) {
    const path = join(folder, `${id}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}
