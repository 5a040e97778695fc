import { placeOf, sayFinding } from '../../../finding/index.js';
import type { Finding, Severity } from '../../../model/finding.js';
import type { Run } from '../../../model/run.js';
import { compareText } from '../../../model/text-order.js';
import { severityText } from '../../words.js';
import { html, type Markup } from '../markup.js';

const MOST = 10;
const severities: readonly Severity[] = ['error', 'warning', 'info'];

interface Kind {
  readonly first: Finding;
  count: number;
  readonly firms: Set<number>;
}

/** What was found in the data, errors first, then by how often; how to mend each, shown by the first of its kind. */
export function topFindings(run: Run): Markup {
  const { lang, findings } = run;
  const zh = lang === 'zh';
  const kinds = new Map<string, Kind>();
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const one of findings) {
    counts[one.severity]++;
    const key = `${one.severity} ${one.id}`;
    const kind = kinds.get(key) ?? { first: one, count: 0, firms: new Set() };
    kind.count++;
    if (one.firm !== null) kind.firms.add(one.firm);
    kinds.set(key, kind);
  }
  const sorted = [...kinds.values()].sort(
    (a, b) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) ||
      b.count - a.count ||
      compareText(a.first.id, b.first.id),
  );
  const told = severities
    .map((one) => (zh ? `${severityText[one].zh} ${counts[one]} 条` : plural(counts[one], english[one])))
    .join(zh ? '，' : ', ');
  const more = sorted.length - MOST;
  return html`<section id="findings"><h2>${zh ? '数据问题与改法' : 'Findings and how to mend them'}</h2><p>${told}${zh ? '。逐条见 findings.csv，需要改正的行见例外表（exceptions）。' : '. Each stands in findings.csv; the rows to correct in exceptions.'}</p>${sorted
    .slice(0, MOST)
    .map((kind) => issue(kind, run))}${
    more > 0 ? html`<p class="soft">${zh ? `另有 ${more} 种。` : `${plural(more, 'more kind')}.`}</p>` : null
  }</section>`;
}

/** What a reader counts; the tag beside each is in the singular. */
const english: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function issue({ first, count, firms }: Kind, { lang }: Run): Markup {
  const said = sayFinding(first, lang);
  const zh = lang === 'zh';
  const often =
    firms.size === 0
      ? zh
        ? `${count} 处`
        : plural(count, 'time')
      : zh
        ? `${count} 处，${firms.size} 家企业`
        : `${plural(count, 'time')}, ${plural(firms.size, 'firm')}`;
  return html`<div class="issue"><p><span class="tag ${first.severity}">${severityText[first.severity][lang]}</span> <b>${often}</b> <code>${first.id}</code></p><p>${zh ? '例：' : 'e.g. '}<span class="code">${placeOf(first.at, lang)}</span> ${[said.found, said.expected].filter(Boolean).join(zh ? '；' : '; ')}</p>${said.fix === '' ? null : html`<p class="soft">${zh ? '怎么改：' : 'To mend: '}${said.fix}</p>`}</div>`;
}
