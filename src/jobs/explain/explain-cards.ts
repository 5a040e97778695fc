import { explainAll, explainedPage, openRun, type SavedRun } from '../../analyse/index.js';
import type { Lang } from '../../model/text.js';
import { type Card, writeCards } from '../../report/index.js';
import { version } from '../version.js';

export interface CardsRequest {
  /** The run folder. */
  readonly run: string;
  readonly out: string;
  readonly force: boolean;
  /** null: the language of the run's reports. */
  readonly lang: Lang | null;
}

/**
 * A printable page for every firm of a saved run. Throws EdgeError: 3 no run or a damaged one, 4 could not write. Cost: some
 * milliseconds a firm.
 */
export async function explainCards(
  request: CardsRequest,
): Promise<{ readonly folder: string; readonly firms: number }> {
  const run = openRun(request.run);
  const { plan, manifest } = run;
  const lang = request.lang ?? manifest.options.lang ?? plan.lang;
  const firms = await writeCards(cardsOf(run, lang), {
    ...request,
    lang,
    version,
    title: `${plan.name[lang]} ${manifest.period}`,
    run: { profile: manifest.profile.sha256, period: manifest.period },
  });
  return { folder: request.out, firms };
}

function* cardsOf(run: SavedRun, lang: Lang): Generator<Card> {
  for (const one of explainAll(run, lang)) {
    const { firm, total, disposition } = one;
    yield { ...firm, total, disposition, page: explainedPage(one, null, lang) };
  }
}
