import { type Findings, inputError } from '../../finding/index.js';
import type { FeedbackTaker, Intake, SideRow, SideTaker } from '../../intake/index.js';
import { findTables, indexList } from '../../match/index.js';
import type { Feedback } from '../../model/feedback.js';
import type { Field } from '../../model/field.js';
import type { Firms } from '../../model/firms.js';
import type { Plan } from '../../model/plan.js';
import type { Sheet, Source } from '../../model/table.js';
import { loadFields } from '../../profile/index.js';
import { profileFoldersOf } from '../profile-folders.js';
import type { BesideFiles } from '../request.js';

type BesideKind = keyof BesideFiles;
const kinds: readonly BesideKind[] = ['feedback', 'adjust', 'roster'];

/** A file that stands beside the firms', and the words of its table. */
export interface BesideFile {
  readonly kind: BesideKind;
  readonly path: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** What the tables beside the firms' say; null where no file of the kind was given. */
export interface Beside {
  readonly feedback: Feedback | null;
  readonly adjust: readonly SideRow[] | null;
  readonly roster: readonly SideRow[] | null;
}

/** The files that a request names. Throws a usage error where the words of a table cannot be loaded. */
export function besideOf(
  request: BesideFiles & { readonly profileFolders?: readonly string[] | undefined },
): readonly BesideFile[] {
  const folders = profileFoldersOf(request.profileFolders);
  return kinds.flatMap((kind) => {
    const paths = request[kind] ?? [];
    if (paths.length === 0) return [];
    const fields = loadFields(`tables/${kind}`, folders);
    return paths.map((path) => ({ kind, path, fields }));
  });
}

/**
 * Reads the files beside the firms' after all firms are in. Gives what they say once the firms are settled. A file
 * without a table is an error (exit 3).
 */
export async function readBeside(
  intake: Intake,
  sources: readonly Source[],
  files: ReadonlyMap<string, BesideFile>,
  plan: Plan,
  findings: Findings,
  sheetsOf: (source: Source) => readonly Sheet[],
): Promise<(firms: Firms) => Beside> {
  const given = kinds.flatMap((kind) => {
    const of = sources.filter((source) => files.get(source.file)?.kind === kind);
    const fields = of[0] === undefined ? undefined : files.get(of[0].file)?.fields;
    return fields === undefined ? [] : [{ kind, of, fields }];
  });
  const answers: FeedbackTaker[] = [];
  const sides = new Map<BesideKind, SideTaker>();
  const takerOf = (kind: BesideKind, fields: ReadonlyMap<string, Field>): Pick<SideTaker, 'take'> => {
    if (kind === 'feedback') {
      const taker = intake.feedback(fields);
      answers.push(taker);
      return taker;
    }
    const needs = kind === 'adjust' ? ['list', 'direction'] : [];
    const side = intake.side({ fields, needs, gives: new Map(), leave: () => null });
    sides.set(kind, side);
    return side;
  };
  for (const { kind, of, fields } of given) {
    const index = indexList(plan, fields);
    const taker = takerOf(kind, fields);
    for (const source of of) {
      let tables = 0;
      for (const sheet of sheetsOf(source))
        for await (const piece of findTables(sheet, index, findings)) {
          if (piece.kind === 'table') tables++;
          taker.take(piece);
        }
      if (tables === 0) {
        findings.add('file.side-no-table', { file: source.file }, { option: `--${kind}` });
        throw inputError(findings.all.filter((one) => one.id === 'file.side-no-table'));
      }
      if (kind === 'feedback') answers[0]?.endFile(source.file);
    }
  }
  for (const taker of answers) taker.settle();
  return (firms) => ({
    feedback: answers[0]?.feedback(firms) ?? null,
    adjust: sides.get('adjust')?.rows ?? null,
    roster: sides.get('roster')?.rows ?? null,
  });
}
