/** What a run folder is named after where the request names a folder of runs. */
export interface RunName {
  readonly period: string;
  readonly profile: string;
}

/** `2026Q3-hefei-hightech-2025`; where that is taken, `+2`, `+3` … stands behind it (no profile's id has a plus). */
const firstName = ({ period, profile }: RunName): string =>
  `${period}-${profile}`.replace(/[^\p{L}\p{N}._-]/gu, '_');

export const nameOf = (run: RunName, number: number): string =>
  number === 1 ? firstName(run) : `${firstName(run)}+${number}`;

/** Which of the runs of its name a folder is; null where it is called something else. */
export function numberOf(folder: string, run: RunName): number | null {
  const number = Number(/\+(\d{1,15})$/.exec(folder)?.[1] ?? 1);
  return folder === nameOf(run, number) ? number : null;
}
