import type { ProfileDocument } from '../document/document.js';
import type { SourceDocument } from '../document/source.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';

/** Words that stand where a reason should: they say that something is assumed, which `assumed` has said. */
const empty: readonly string[] = [
  '示例',
  '演示',
  '测试',
  '假定',
  '假设',
  '暂定',
  '待定',
  '待补',
  '未知',
  '不详',
  '无',
  '同上',
  'sample',
  'demo',
  'test',
  'assumed',
  'assumption',
  'example',
  'todo',
  'tbd',
  'n/a',
  'none',
  'unknown',
];

/** A document that is none, an assumption that gives no reason, and assumed figures in a profile called official. */
export function lintSources({ document, reporter }: LintSubject): void {
  const told = new Set<string>();
  for (const { source, path } of sourcesOf(document)) {
    const said = String(source.assumed === true ? source.reason : source.document);
    // One note by & and * may stand behind twenty figures; it is told once.
    if (told.has(said)) continue;
    told.add(said);
    if (isEmpty(said)) reporter.add('profile.empty-source', path, { said, assumed: source.assumed === true });
    // A check gives and takes no points.
    if (source.assumed === true && document.status === 'official' && path[0] !== 'checks')
      reporter.add('profile.assumed-in-official', path, { reason: said });
  }
}

function isEmpty(said: string): boolean {
  const plain = said
    .trim()
    .replace(/(?<![。.…!！?？\s-])[。.…!！?？\s-]+$/u, '')
    .toLowerCase();
  return plain === '' || empty.includes(plain);
}

const parts = ['checks', 'groups', 'indicators', 'vetoes', 'bypass', 'grades', 'lists', 'offers'] as const;

/** Every source of a document, in the order in which a firm meets what it speaks of. */
function sourcesOf(document: ProfileDocument): readonly { source: SourceDocument; path: Path }[] {
  const single = (['stages', 'bonus', 'coverage'] as const).map((part) => ({
    source: document[part]?.source,
    path: [part, 'source'],
  }));
  const listed = parts.flatMap((part) =>
    document[part].map((entry, index) => ({ source: entry.source, path: [part, index, 'source'] })),
  );
  return [...single, ...listed].flatMap(({ source, path }) =>
    source === undefined ? [] : [{ source, path }],
  );
}
