import type { FirmColumn } from './firm-columns.js';
import type { PageTools } from './tools.js';

/** The whole whitelist on paper, best rank first: made when printing begins, since it may be thousands of rows. */
export function printList(
  { data, make, at, unpackTexts }: PageTools,
  columns: readonly FirmColumn[],
): { fill(): void; empty(): void } {
  const listed = data.dispositionCodes.indexOf('whitelisted');
  return {
    fill() {
      const dispositions = unpackTexts(data.disposition);
      const offers = unpackTexts(data.offers);
      const told = columns.filter((column) => column.id !== 'disposition');
      const rank = told.find((column) => column.id === 'rank');
      const firms: number[] = [];
      for (let firm = 0; firm < data.count; firm++)
        if (listed >= 0 && dispositions[firm] === data.disposition.texts[listed]) firms.push(firm);
      const rankOf = (firm: number): number => Number(rank?.key(firm) ?? Number.MAX_SAFE_INTEGER);
      firms.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
      const head = make(
        'tr',
        '',
        ...told.map((column) => make('th', column.number ? 'number' : `c-${column.id}`, column.title)),
      );
      // What every firm has is said once, not on each line.
      const same = new Set(firms.map((firm) => offers[firm]!));
      const shared = same.size === 1 ? [...same].join('') : '';
      if (same.size > 1) head.append(make('th', '', data.words.offers));
      const body = make('tbody', '');
      for (const firm of firms) {
        const row = make(
          'tr',
          '',
          ...told.map((column) => make('td', column.number ? 'number' : `c-${column.id}`, column.text(firm))),
        );
        if (same.size > 1) row.append(make('td', '', offers[firm]!));
        body.append(row);
      }
      at('print-list').replaceChildren(
        make('h2', '', `${data.words.printed} (${firms.length})`),
        ...(shared === '' ? [] : [make('p', '', `${data.words.offers}: ${shared}`)]),
        make('table', '', make('thead', '', head), body),
      );
    },
    empty: () => at('print-list').replaceChildren(),
  };
}
