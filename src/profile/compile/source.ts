import type { SourceNote } from '../../model/source-note.js';
import { type SourceDocument, toSource } from '../document/source.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';

/** Where a figure comes from; half a note (assumed without a reason, a clause without its text) is reported. */
export function sourceAt(source: SourceDocument, path: Path, reporter: Reporter): SourceNote {
  const note = toSource(source);
  if (note === null) reporter.add('profile.half-source', path, { found: Object.keys(source) });
  return note ?? { assumed: true, reason: '' };
}
