import type { Finding } from '../model/finding.js';

/** Exit codes of the command line (DESIGN, Edges). */
export const Exit = {
  done: 0,
  notHeld: 1,
  usage: 2,
  input: 3,
  output: 4,
  locked: 5,
  bug: 70,
} as const;

export type ExitCode = (typeof Exit)[keyof typeof Exit];

/** Trouble at the edge that ends a run: it carries its findings and its exit code. Anything else thrown is a bug. */
export class EdgeError extends Error {
  constructor(
    readonly exit: ExitCode,
    readonly findings: readonly Finding[],
  ) {
    super(findings.map((one) => one.id).join(', '));
    this.name = 'EdgeError';
  }
}

/** Wrong usage or a wrong profile: exit 2. */
export const usageError = (findings: readonly Finding[]): EdgeError => new EdgeError(Exit.usage, findings);
/** Unreadable or unusable input: exit 3. */
export const inputError = (findings: readonly Finding[]): EdgeError => new EdgeError(Exit.input, findings);
/** Could not write: exit 4. */
export const outputError = (findings: readonly Finding[]): EdgeError => new EdgeError(Exit.output, findings);
/** Another run holds the lock: exit 5. */
export const lockedError = (findings: readonly Finding[]): EdgeError => new EdgeError(Exit.locked, findings);
