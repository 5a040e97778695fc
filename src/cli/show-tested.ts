import { speak } from '../finding/index.js';
import type { TestedProfile } from '../jobs/profile/test-profile.js';
import { casePartText } from '../model/case-part.js';
import type { Argument, Finding } from '../model/finding.js';
import type { Lang } from '../model/text.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    columns: ['行', '名称', '项目', '应为', '实为'],
    none: '（空）',
    nothing: '（无）',
    points: '分数',
    held: ({ profile, examples, cases }: TestedProfile) =>
      `${profile}：示例 ${examples} 个、企业案例 ${cases} 个，全部相符`,
    failed: ({ profile, examples, cases, failed }: TestedProfile) =>
      `${profile}：示例 ${examples} 个、企业案例 ${cases} 个，${failed} 个不符`,
    broken: ({ profile }: TestedProfile) => `${profile}：方案不能使用，见上`,
  },
  en: {
    columns: ['line', 'name', 'what', 'expected', 'got'],
    none: '(null)',
    nothing: '(none)',
    points: 'points',
    held: ({ profile, examples, cases }: TestedProfile) =>
      `${profile}: examples ${examples}, cases ${cases}; all hold`,
    failed: ({ profile, examples, cases, failed }: TestedProfile) =>
      `${profile}: examples ${examples}, cases ${cases}; ${failed} do not hold`,
    broken: ({ profile }: TestedProfile) => `${profile}: does not load, see above`,
  },
} as const;

/** One line a profile; under it, what was expected and what came wherever the two differ. */
export function showTested(tested: readonly TestedProfile[], lang: Lang): string {
  const text = words[lang];
  const lines = tested.flatMap((one) => {
    if (!one.loaded) return [text.broken(one)];
    if (one.failed === 0) return [text.held(one)];
    const rows = one.findings.map((finding) => rowOf(finding, lang));
    return [text.failed(one), ...columnsOf([text.columns, ...rows], new Set([0])).map((line) => `  ${line}`)];
  });
  return `${lines.map(foreign).join('\n')}\n`;
}

function rowOf({ at, args }: Finding, lang: Lang): string[] {
  const text = words[lang];
  const what = String(args.what ?? '');
  const shown = (value: Argument | undefined): string => {
    if (value === null || value === undefined) return text.none;
    const spoken = speak(value, lang);
    if (typeof spoken !== 'object' || spoken === null) return String(spoken);
    return spoken.length === 0 ? text.nothing : spoken.join(', ');
  };
  const line = 'line' in at ? String(at.line) : '';
  const name = String(args.name ?? args.indicator ?? '');
  return [line, name, casePartText[what]?.[lang] ?? text.points, shown(args.expected), shown(args.got)];
}
