import { renderFinding } from '../finding/index.js';
import type { LintedProfile } from '../jobs/profile/lint-profile.js';
import type { Severity } from '../model/finding.js';
import type { Lang } from '../model/text.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    error: '错误',
    warning: '提醒',
    info: '说明',
    clean: (id: string) => `${id}：没有发现问题`,
    counts: (id: string, errors: number, warnings: number, infos: number) =>
      `${id}：错误 ${errors}、提醒 ${warnings}、说明 ${infos}`,
    broken: (id: string) => `${id}：方案不能使用，见上`,
  },
  en: {
    error: 'error',
    warning: 'warning',
    info: 'info',
    clean: (id: string) => `${id}: nothing found`,
    counts: (id: string, errors: number, warnings: number, infos: number) =>
      `${id}: errors ${errors}, warnings ${warnings}, notes ${infos}`,
    broken: (id: string) => `${id}: does not load, see above`,
  },
} as const;

/** A line with counts for each profile, under it what was found, each at its line and column. */
export function showLinted(linted: readonly LintedProfile[], lang: Lang): string {
  const text = words[lang];
  const lines = linted.flatMap(({ profile, loaded, findings }) => {
    if (!loaded) return [text.broken(profile)];
    if (findings.length === 0) return [text.clean(profile)];
    const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
    return [
      text.counts(profile, count('error'), count('warning'), count('info')),
      ...findings.map((one) => `${text[one.severity]} ${one.id}  ${renderFinding(one, lang)}`),
    ];
  });
  return `${lines.map(foreign).join('\n')}\n`;
}
