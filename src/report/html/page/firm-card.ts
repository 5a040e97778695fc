import type { PageDialog, PageElement, PageWindow } from './dom.js';
import type { PackedIndicator, PackedNumbers, PackedPhrases, PackedTexts } from './packed.js';
import type { PageTools } from './tools.js';

/** The score card of a firm, in the page's dialog. A column is unpacked when a card first asks for it. */
export function firmCard(
  { data, ids, names, make, at, filled, shownNumber, unpackNumbers, unpackPhrase }: PageTools,
  window: PageWindow,
): (firms: readonly number[], place: number) => void {
  const { words } = data;
  const dialog = at('card') as PageDialog;
  const shown = { firms: [] as readonly number[], place: 0 };
  const unpacked = new Map<PackedNumbers, (number | null)[]>();
  const figuresOf = new Map<PackedPhrases, string[]>();
  const before = button(words.before, () => open(shown.firms, shown.place - 1));
  const after = button(words.after, () => open(shown.firms, shown.place + 1));
  const close = button(words.close, () => dialog.close());
  const sheet = make('div', 'sheet');
  const buttons = make(
    'div',
    'card-buttons',
    before,
    after,
    button(words.print, () => window.print()),
    close,
  );
  dialog.replaceChildren(buttons, sheet);
  return open;

  function open(firms: readonly number[], place: number): void {
    const firm = firms[place]!;
    shown.firms = firms;
    shown.place = place;
    before.disabled = place === 0;
    after.disabled = place === firms.length - 1;
    sheet.replaceChildren(heading(firm), facts(firm), ...scores(firm), ...findings(firm));
    if (!dialog.open) {
      dialog.showModal();
      close.focus();
    }
    dialog.scrollTop = 0;
  }

  function button(text: string, act: () => void): PageElement {
    const one = make('button', '', text);
    one.setAttribute('type', 'button');
    one.addEventListener('click', act);
    return one;
  }

  function columnOf(column: PackedNumbers): (number | null)[] {
    const values = unpacked.get(column) ?? unpackNumbers(column);
    unpacked.set(column, values);
    return values;
  }

  function numberOf(column: PackedNumbers, firm: number): number | null {
    return columnOf(column)[firm] ?? null;
  }

  function textOf(column: PackedTexts | null, firm: number): string {
    return column === null ? '' : (column.texts[numberOf(column.of, firm) ?? -1] ?? '');
  }

  function phraseOf(column: PackedPhrases, place: number): string {
    const figures = figuresOf.get(column) ?? column.figures.split(',');
    figuresOf.set(column, figures);
    return unpackPhrase(textOf(column.phrases, place), figures[place]!);
  }

  function points(value: number | null): string {
    return value === null ? '—' : shownNumber(value, data.decimals);
  }

  function heading(firm: number): PageElement {
    const code = data.dispositionCodes[numberOf(data.disposition.of, firm) ?? -1] ?? '';
    const title = make('h2', '', names[firm] || words.nameless);
    title.setAttribute('id', 'card-title');
    const total = numberOf(data.total, firm);
    return make(
      'header',
      '',
      make('div', '', title, make('p', 'code', ids[firm]!)),
      make(
        'div',
        'score',
        make('strong', '', total === null ? words.noTotal : points(total)),
        make('span', `tag ${code}`, textOf(data.disposition, firm)),
      ),
    );
  }

  function facts(firm: number): PageElement {
    const rank = numberOf(data.rank, firm);
    const inStage = numberOf(data.rankInStage, firm);
    const ranks = [
      rank === null ? '' : filled(words.rankOf, rank, data.ranked),
      inStage === null ? '' : filled(words.rankInStage, inStage),
    ];
    const sheetName = data.sheets[numberOf(data.sheet, firm) ?? -1] ?? '';
    const told: readonly (readonly [string, string])[] = [
      [words.rank, ranks.filter(Boolean).join(' · ')],
      [words.lastTime, previousOf(firm)],
      [words.stage, textOf(data.stage, firm)],
      [words.grade, textOf(data.grade, firm)],
      ...data.facets.map((facet) => [facet.name, textOf(facet.column, firm)] as const),
      [words.lists, textOf(data.lists, firm)],
      [words.offers, textOf(data.offers, firm)],
      [words.reasons, phraseOf(data.reasons, firm)],
      [words.place, `${sheetName} ${filled(words.row, numberOf(data.row, firm) ?? 0)}`],
    ];
    const list = make('dl', 'facts');
    for (const [name, text] of told)
      if (text !== '') list.append(make('div', '', make('dt', '', name), make('dd', '', text)));
    return list;
  }

  /** 2026Q2 58.50 · 未入选 · 新进 */
  function previousOf(firm: number): string {
    const { previous } = data;
    if (previous === null) return '';
    const total = numberOf(previous.total, firm);
    const told = [textOf(previous.result, firm), textOf(previous.move, firm)];
    return [total === null ? previous.period : `${previous.period} ${points(total)}`, ...told]
      .filter(Boolean)
      .join(' · ');
  }

  /** Nothing for a firm that was not scored. */
  function scores(firm: number): PageElement[] {
    const rows = data.indicators
      .map((indicator) => ({ indicator, ...earned(indicator, firm) }))
      .filter(({ weight }) => weight !== null);
    if (rows.every((row) => row.points === null)) return [make('p', 'status', words.notScored)];
    // Array.sort keeps the profile's order among equal losses.
    rows.sort((a, b) => b.lost - a.lost);
    const body = make('tbody', '');
    for (const row of rows) {
      const bar = make('span', 'bar', make('i', ''));
      bar.setAttribute('aria-hidden', 'true');
      bar.style.setProperty('--share', `${row.weight ? ((row.points ?? 0) / row.weight) * 100 : 0}%`);
      const name = make('th', '', row.indicator.name, make('span', 'under', row.indicator.rule));
      name.setAttribute('scope', 'row');
      body.append(
        make(
          'tr',
          '',
          name,
          make('td', 'number', shownValue(row.indicator, firm)),
          make('td', 'number', make('b', '', points(row.points)), ` / ${points(row.weight)}`, bar),
          make('td', 'number lost', row.lost > 0 ? `−${points(row.lost)}` : ''),
        ),
      );
    }
    const titles = [words.indicator, words.value, words.points, words.lost];
    const head = make(
      'tr',
      '',
      ...titles.map((title, index) => make('th', ['', 'number', 'number', 'number lost'][index]!, title)),
    );
    return [subtotals(firm), make('table', 'indicators', make('thead', '', head), body)];
  }

  function earned(indicator: PackedIndicator, firm: number) {
    const stage = numberOf(data.stageIndex, firm);
    const own = indicator.weights === null ? null : numberOf(indicator.weights, firm);
    const weight = own ?? indicator.weight[stage ?? -1] ?? null;
    const got = numberOf(indicator.points, firm);
    // A bonus or a deduction is nothing lost where it is not given.
    const base = data.groups[indicator.group]!.part === 'base';
    return { weight, points: got, lost: base ? (weight ?? 0) - (got ?? 0) : 0 };
  }

  function shownValue({ values, unit }: PackedIndicator, firm: number): string {
    if ('texts' in values) return textOf(values, firm) || words.blank;
    const value = numberOf(values, firm);
    if (value === null) return words.blank;
    return `${shownNumber(value, values.digits)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`;
  }

  function subtotals(firm: number): PageElement {
    const list = make('ul', 'subtotals');
    list.setAttribute('aria-label', words.subtotal);
    for (const group of data.groups)
      list.append(make('li', '', `${group.name} `, make('b', '', points(numberOf(group.points, firm)))));
    return list;
  }

  function findings(firm: number): PageElement[] {
    const { findings: all } = data;
    const firms = columnOf(all.firm);
    const list = make('ul', 'findings');
    const first = firms.indexOf(firm);
    if (first < 0) return [];
    for (let index = first; firms[index] === firm; index++) {
      const kind = all.kinds[columnOf(all.kind)[index]!];
      const found = phraseOf(all.found, index);
      if (kind === undefined) {
        list.append(make('li', '', filled(words.more, found)));
        continue;
      }
      const place = `${data.sheets[columnOf(all.sheet)[index]!] ?? ''} ${phraseOf(all.at, index)}`;
      const { severity } = kind;
      const item = make('li', severity, make('b', '', `${words.severity[severity]} `));
      item.append(make('span', 'code', place), ` ${found}`, make('span', 'fix', textOf(all.fix, index)));
      list.append(item);
    }
    return [make('h3', '', words.findings), list];
  }
}
