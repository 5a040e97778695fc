import { type ArgsOf, type EdgeError, type FindingId, Findings, inputError } from '../finding/index.js';

type FileId = Extract<FindingId, `file.${string}`>;

/** The edge error (exit 3) that says one thing about one file. */
export function fileError<Id extends FileId>(file: string, id: Id, args: ArgsOf<Id>): EdgeError {
  const findings = new Findings();
  findings.add<FileId>(id, { file }, args as ArgsOf<FileId>);
  return inputError(findings.all);
}
