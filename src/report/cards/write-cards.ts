import type { Disposition } from '../../model/decisions.js';
import { dispositionText } from '../../model/decisions.js';
import type { Page } from '../../model/page.js';
import type { FileHash } from '../../model/run.js';
import type { Lang } from '../../model/text.js';
import { publishRun } from '../publish/publish.js';
import { writeParts } from '../publish/write-file.js';
import { cardHtml, escapeHtml, htmlPage } from './card-html.js';

/** A firm's page and what the index says of it. */
export interface Card {
  readonly id: string | null;
  readonly name: string | null;
  readonly total: number | null;
  readonly disposition: Disposition;
  readonly page: Page;
}

export interface CardsRequest {
  readonly out: string;
  readonly force: boolean;
  readonly lang: Lang;
  readonly title: string;
  readonly version: string;
  /** The run that the cards are of. */
  readonly run: { readonly profile: string; readonly period: string };
}

const words = {
  zh: { id: '统一社会信用代码', name: '企业名称', total: '总分', result: '处理结果', none: '没有可用的代码' },
  en: { id: 'Credit code', name: 'Firm', total: 'Total', result: 'Result', none: 'no usable code' },
} as const;

/**
 * A folder with a page for each firm, `index.html` and a manifest, whole or not at all, for its owner only. A firm without a
 * code is `no-id-1.html` by its order. Tells how many pages there are. Throws exit 4 where it cannot be written.
 */
export async function writeCards(cards: Iterable<Card>, request: CardsRequest): Promise<number> {
  return await publishRun(request.out, { force: request.force }, async (folder) => {
    const outputs: FileHash[] = [];
    const rows: string[] = [];
    let nameless = 0;
    for (const card of cards) {
      // Ids are letters and digits once they are normalised; anything else is no name for a file.
      const known = card.id !== null && /^[0-9A-Z]{1,32}$/.test(card.id);
      const file = known ? `${card.id}.html` : `no-id-${++nameless}.html`;
      outputs.push(await writeParts(folder, file, [cardHtml(card.page, request.lang)]));
      rows.push(rowHtml(card, file, request.lang));
    }
    outputs.push(await writeParts(folder, 'index.html', indexParts(rows, request)));
    await writeParts(folder, 'manifest.json', [manifestText(outputs, request)]);
    return rows.length;
  });
}

function rowHtml({ id, name, total, disposition }: Card, file: string, lang: Lang): string {
  const code = escapeHtml(id ?? words[lang].none);
  return `<tr><td><a href="${file}">${code}</a></td><td>${escapeHtml(name ?? '')}</td><td class="figure">${total ?? ''}</td><td>${dispositionText[disposition][lang]}</td></tr>`;
}

function* indexParts(rows: readonly string[], { lang, title }: CardsRequest): Generator<string> {
  const text = words[lang];
  const head = `<tr><th>${text.id}</th><th>${text.name}</th><th class="figure">${text.total}</th><th>${text.result}</th></tr>`;
  const body = `<h1>${escapeHtml(title)}</h1>\n<table><thead>${head}</thead>\n<tbody>\n`;
  const [before = '', after = ''] = htmlPage(lang, title, `${body}\u0000</tbody></table>`).split('\u0000');
  yield before;
  for (const row of rows) yield `${row}\n`;
  yield after;
}

const manifestText = (outputs: readonly FileHash[], { version, run }: CardsRequest): string =>
  `${JSON.stringify({ format: 1, tool: { name: 'innopoints', version }, kind: 'cards', run, outputs }, null, 2)}\n`;
