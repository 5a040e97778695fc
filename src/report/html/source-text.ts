import type { SourceNote } from '../../model/source-note.js';
import type { Lang } from '../../model/text.js';

/** Where a figure comes from, in a line: the text and its clause, or that it is assumed. */
export function sourceText(source: SourceNote, lang: Lang): string {
  if ('assumed' in source) return lang === 'zh' ? `假定：${source.reason}` : `assumed: ${source.reason}`;
  return [documentOf(source), source.clause].filter((one) => one !== null).join(lang === 'zh' ? '：' : ': ');
}

/** The public text without its clause, with who issued it and when. */
function documentOf(source: Extract<SourceNote, { document: string }>): string {
  return [source.issuer, source.document, source.date].filter((one) => one !== null).join(' ');
}
