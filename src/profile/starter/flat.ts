import { type Document, isCollection, isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { ProfileDocument } from '../document/document.js';
import type { LoadedProfile } from '../load.js';
import { modeline, type NewHead } from './head.js';
import { commentLines, indicatorComment, partComments } from './words.js';

/**
 * A whole profile in one file that extends nothing: everything it inherits written out, under a name of its own, each part
 * with a comment. Sources stay, for the figures are those of the profile it was made from.
 */
export function flatOf({ yaml, document }: LoadedProfile, head: NewHead): string {
  const doc = parseDocument(yaml, { version: '1.2', schema: 'core' });
  doc.set('profile', head.id);
  doc.set(
    'name',
    doc.createNode({ zh: `${head.id}（待填方案名称）`, en: `${head.id} (name to be filled in)` }),
  );
  doc.set(
    'about',
    doc.createNode({
      zh: `由 ${document.profile} 整份写出后修改；待填：改了什么，依据哪份文件。`,
      en: `Written out whole from ${document.profile}; to be filled in.`,
    }),
  );
  doc.set('in_force', doc.createNode({ from: head.from }));
  doc.set('status', 'sample');
  onOneLine(doc);
  comment(doc, document);
  const text = doc.toString({ lineWidth: 0, flowCollectionPadding: true });
  return `${modeline(head.schema).join('\n')}\n${text}`;
}

/** Collections of plain values take one line: sources, examples, bands, weights. */
function onOneLine(doc: Document): void {
  visit(doc, {
    Collection(_, node, path) {
      if (path.length > 1 && node.items.every(isPlain)) node.flow = true;
    },
  });
}

/** A scalar, or a short list of scalars: an edge and its points, the members of a cohort. */
function isPlain(item: unknown): boolean {
  const value = isPair(item) ? item.value : item;
  return !isCollection(value) || (!isMap(value) && value.items.every((one) => isScalar(one)));
}

function comment(doc: Document, document: ProfileDocument): void {
  if (!isMap(doc.contents)) return;
  for (const pair of doc.contents.items) {
    if (!isScalar(pair.key)) continue;
    const text =
      pair.key.value === 'indicators'
        ? indicatorComment(
            document.scale,
            document.indicators.some((one) => one.weight === undefined),
          )
        : partComments[pair.key.value as keyof ProfileDocument];
    if (text === undefined) continue;
    pair.key.spaceBefore = true;
    pair.key.commentBefore = commentLines(text)
      .map((line) => line.slice(1))
      .join('\n');
  }
}
