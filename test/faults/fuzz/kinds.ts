import { csvKind } from './csv.js';
import { expressionKind } from './expression.js';
import type { Kind } from './kind.js';
import { profileKind } from './profile.js';
import { workbookKind } from './workbook.js';

const kindNames = ['csv', 'workbook', 'expression', 'profile'] as const;
export type KindName = (typeof kindNames)[number];

/** Each kind of fuzz, made ready: seeds are read once. `root` is the repository. */
export const kinds: Readonly<Record<KindName, (root: string) => Kind>> = {
  csv: csvKind,
  workbook: workbookKind,
  expression: expressionKind,
  profile: profileKind,
};
