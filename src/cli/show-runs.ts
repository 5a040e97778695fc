import type { LeftAlone, Pruned, RunsListed } from '../jobs/runs/runs.js';
import type { Lang } from '../model/text.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words = {
  zh: {
    run: '运行',
    period: '期间',
    profile: '方案',
    started: '开始（UTC）',
    firms: '企业',
    whitelisted: '白名单',
    rejected: '退回',
    latest: '← latest',
    notWhole: '写出以后被改动',
    none: '没有运行结果',
    kept: '保留',
    removed: '已删除',
    wouldRemove: '将删除',
    left: '不动',
    why: {
      link: '链接',
      file: '文件',
      'no-run': '不是结果文件夹',
      'other-name': '不是 --runs 起的名字，可能是存档',
      'not-whole': '写出以后被改动',
      latest: 'latest 指向它',
      'in-use': '正被另一次运行占用',
      aside: '替换时被中断的旧结果，去掉开头的点和 .old 即可还原',
    },
  },
  en: {
    run: 'run',
    period: 'period',
    profile: 'profile',
    started: 'started (UTC)',
    firms: 'firms',
    whitelisted: 'whitelisted',
    rejected: 'rejected',
    latest: '← latest',
    notWhole: 'changed since it was written',
    none: 'no runs',
    kept: 'kept',
    removed: 'removed',
    wouldRemove: 'would remove',
    left: 'left alone',
    why: {
      link: 'a link',
      file: 'a file',
      'no-run': 'no run folder',
      'other-name': 'not a name that --runs gives, perhaps an archive',
      'not-whole': 'changed since it was written',
      latest: 'latest points to it',
      'in-use': 'in use by another run',
      aside:
        'the old run of a replacement that was cut short: take the dot and .old off its name to have it back',
    },
  },
} as const satisfies Record<Lang, { readonly [key: string]: string | Readonly<Record<LeftAlone, string>> }>;

/** A line a run, the newest first; `latest` and runs that were changed are marked, and runs told that stand aside. */
export function showRuns({ runs, others }: RunsListed, lang: Lang): string {
  const text = words[lang];
  const aside = others
    .filter(({ why }) => why === 'aside')
    .map(({ name }) => `${foreign(name)}  ${text.why.aside}\n`)
    .join('');
  if (runs.length === 0) return aside === '' ? `${text.none}\n` : aside;
  const head = [
    text.run,
    text.period,
    text.profile,
    text.started,
    text.firms,
    text.whitelisted,
    text.rejected,
  ];
  const rows = runs.map((one) => [
    foreign(one.name),
    foreign(one.period),
    foreign(one.profile),
    one.started.slice(0, 19).replace('T', ' '),
    String(one.firms),
    String(one.whitelisted),
    String(one.rejected),
    [one.latest ? text.latest : '', one.whole ? '' : text.notWhole].filter(Boolean).join('  '),
  ]);
  return `${columnsOf([head, ...rows], new Set([4, 5, 6])).join('\n')}\n${aside}`;
}

export function showPruned({ kept, removed, left, dryRun }: Pruned, lang: Lang): string {
  const text = words[lang];
  const rows = [
    ...kept.map((name) => [text.kept, foreign(name), '']),
    ...removed.map((name) => [dryRun ? text.wouldRemove : text.removed, foreign(name), '']),
    ...left.map(({ name, why }) => [text.left, foreign(name), text.why[why]]),
  ];
  return rows.length === 0 ? `${text.none}\n` : `${columnsOf(rows).join('\n')}\n`;
}
