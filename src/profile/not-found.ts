import { type ArgsOf, type EdgeError, usageError } from '../finding/index.js';

/** No folder has the id. It is told without a line and column: there is no file to look into. */
export function notFound(id: string, near: readonly string[]): EdgeError {
  const args: ArgsOf<'profile.not-found'> = { id, near };
  return usageError([
    { id: 'profile.not-found', severity: 'error', at: { file: id }, args, notes: [], firm: null },
  ]);
}
