import { drawOf } from './draw.js';
import type { Case, Kind } from './kind.js';

/** What came of one case. `error`: a broken promise. */
export type Told = {
  readonly index: number;
  readonly made: Case;
} & ({ readonly came: 'read' | 'refused'; readonly held: readonly string[] } | { readonly error: unknown });

/** Runs cases `from` to `to` of a seed. `before` is told each case as it begins, `after` what came of it. */
export async function runCases(
  kind: Kind,
  seed: number,
  { from, to }: { readonly from: number; readonly to: number },
  after: (told: Told) => void,
  before: (index: number) => void = () => undefined,
): Promise<void> {
  for (let index = from; index < to; index++) {
    const made = kind.make(drawOf(seed, index));
    before(index);
    try {
      after({ index, made, ...(await kind.judge(made, index)) });
    } catch (error) {
      after({ index, made, error });
    }
  }
}
