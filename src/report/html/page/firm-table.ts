import type { PageElement } from './dom.js';
import type { FirmColumn } from './firm-columns.js';
import type { PageTools } from './tools.js';

/**
 * The table of all firms: search, choices, order, pages. Only the rows of one page are elements, so that 15,000 firms
 * cost no more than 50. `open` is told the firms as they stand and which of them was asked for.
 */
export function firmTable(
  { document, data, ids, names, make, at, filled }: PageTools,
  columns: readonly FirmColumn[],
  open: (firms: readonly number[], place: number) => void,
): void {
  const PAGE = 50;
  const { words } = data;
  const normal = (text: string): string => text.normalize('NFKC').toLowerCase();
  const hay = names.map((name, firm) => normal(`${name}\n${ids[firm]}`));
  const state = { column: columns[0]!, down: false, page: 0, firms: [] as number[] };
  const body = document.createElement('tbody');
  const heads = new Map<FirmColumn, PageElement>();

  const search = document.createElement('input');
  search.setAttribute('type', 'search');
  search.setAttribute('id', 'search');
  search.setAttribute('placeholder', words.search);
  search.setAttribute('aria-label', words.search);
  search.setAttribute('autocomplete', 'off');
  const filters = columns
    .filter((column) => column.choices !== null)
    .map((column) => ({ column, select: chooser(column) }));
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  const pages = (['first', 'previous', 'next', 'last'] as const).map((which) => {
    const button = make('button', '', words[which]);
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => turn(which));
    return { which, button };
  });

  at('firm-tools').replaceChildren(
    search,
    ...filters.map(({ column, select }) => labelled(column.title, select)),
  );
  const table = make('table', 'firms', make('thead', '', headRow()), body);
  at('firm-table').replaceChildren(table);
  at('firm-pages').replaceChildren(status, make('div', 'pages', ...pages.map(({ button }) => button)));
  search.addEventListener('input', choose);
  for (const { select } of filters) select.addEventListener('change', choose);
  choose();

  function chooser(column: FirmColumn): PageElement {
    const select = make('select', '', option('', words.all));
    select.setAttribute('id', `choose-${column.id}`);
    const counts = new Map<string, number>();
    for (let firm = 0; firm < data.count; firm++)
      counts.set(column.text(firm), (counts.get(column.text(firm)) ?? 0) + 1);
    for (const text of column.choices!) select.append(option(text, `${text} (${counts.get(text) ?? 0})`));
    return select;
  }

  function option(value: string, text: string): PageElement {
    const one = make('option', '', text);
    one.value = value;
    return one;
  }

  function labelled(text: string, select: PageElement): PageElement {
    return make('label', '', make('span', '', text), select);
  }

  function headRow(): PageElement {
    const row = make('tr', '');
    for (const column of columns) {
      const button = make('button', '', column.title);
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => orderBy(column));
      const head = make('th', `c-${column.id.replace(/\d/g, '')}${column.number ? ' number' : ''}`, button);
      head.setAttribute('scope', 'col');
      heads.set(column, head);
      row.append(head);
    }
    return row;
  }

  /** Narrows to what is searched and chosen. */
  function choose(): void {
    const terms = normal(search.value).split(/\s+/).filter(Boolean);
    const asked = filters.filter(({ select }) => select.value !== '');
    state.firms = [];
    for (let firm = 0; firm < data.count; firm++)
      if (
        terms.every((term) => hay[firm]!.includes(term)) &&
        asked.every(({ column, select }) => column.text(firm) === select.value)
      )
        state.firms.push(firm);
    sort();
  }

  function orderBy(column: FirmColumn): void {
    // Points are asked for from the top, names and ranks from the first.
    state.down = state.column === column ? !state.down : column.id === 'total';
    state.column = column;
    sort();
  }

  function sort(): void {
    const { column, down } = state;
    const keys = new Map(state.firms.map((firm) => [firm, column.key(firm)]));
    state.firms.sort((a, b) => {
      const [one, other] = [keys.get(a)!, keys.get(b)!];
      if (one === other) return a - b;
      if (one === null) return 1;
      if (other === null) return -1;
      return one < other === down ? 1 : -1;
    });
    for (const [each, head] of heads)
      if (each === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    state.page = 0;
    show();
  }

  function turn(which: 'first' | 'previous' | 'next' | 'last'): void {
    const last = Math.max(0, Math.ceil(state.firms.length / PAGE) - 1);
    const to = { first: 0, previous: state.page - 1, next: state.page + 1, last };
    state.page = Math.min(last, Math.max(0, to[which]));
    show();
  }

  function show(): void {
    const from = state.page * PAGE;
    const shown = state.firms.slice(from, from + PAGE);
    body.replaceChildren(...shown.map((firm, index) => rowOf(firm, from + index)));
    const { length } = state.firms;
    status.textContent =
      length === 0 ? words.none : filled(words.shown, from + 1, from + shown.length, length);
    for (const { which, button } of pages)
      button.disabled =
        which === 'first' || which === 'previous' ? state.page === 0 : from + PAGE >= state.firms.length;
  }

  function rowOf(firm: number, place: number): PageElement {
    const row = make('tr', '');
    for (const column of columns) {
      const cell = make('td', `c-${column.id.replace(/\d/g, '')}${column.number ? ' number' : ''}`);
      if (column.id === 'name') {
        const button = make('button', 'link', column.text(firm) || words.nameless);
        button.setAttribute('type', 'button');
        cell.append(button, make('span', 'under', ids[firm]!));
      } else if (column.id === 'disposition') {
        const place = data.disposition.texts.indexOf(column.text(firm));
        cell.append(make('span', `tag ${data.dispositionCodes[place] ?? ''}`, column.text(firm)));
      } else cell.append(column.text(firm));
      row.append(cell);
    }
    // Also reached by the button inside it, whose click comes up to the row.
    row.addEventListener('click', () => open(state.firms, place));
    return row;
  }
}
