import type { PageDocument, PageElement, PageWindow } from './dom.js';
import type { firmCard } from './firm-card.js';
import type { firmColumns } from './firm-columns.js';
import type { firmTable } from './firm-table.js';
import type { PackedFirms } from './packed.js';
import type { printList } from './print-list.js';
import type { PageTools } from './tools.js';
import type { unpackNames, unpackSorted, unpackTexts } from './unpack.js';

/** The other functions of the script, handed over since none of them can import (unpack.ts says why). */
export interface PageParts
  extends Pick<PageTools, 'unpackNumbers' | 'unpackPhrase' | 'shownNumber' | 'filled'> {
  readonly unpackNames: typeof unpackNames;
  readonly unpackSorted: typeof unpackSorted;
  readonly unpackTexts: typeof unpackTexts;
  readonly firmColumns: typeof firmColumns;
  readonly firmTable: typeof firmTable;
  readonly firmCard: typeof firmCard;
  readonly printList: typeof printList;
}

/** Where the script begins. The page that stands without it has everything but the table and the cards. */
export function openPage(document: PageDocument, window: PageWindow, parts: PageParts): void {
  const at = (id: string): PageElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no ${id}`);
    return found;
  };
  const make: PageTools['make'] = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className !== '') element.className = className;
    element.append(...children);
    return element;
  };
  const data = JSON.parse(at('firm-data').textContent ?? '') as PackedFirms;
  const textsOf: PageTools['unpackTexts'] = (column) => parts.unpackTexts(column, parts.unpackNumbers);
  const names = parts.unpackNames(data.names, textsOf);
  const ids = parts.unpackSorted(data.ids, parts.unpackNumbers);
  const tools: PageTools = { ...parts, unpackTexts: textsOf, document, data, ids, names, make, at };
  const columns = parts.firmColumns(tools);
  parts.firmTable(tools, columns, parts.firmCard(tools, window));
  // With a card open it is the card that is printed (page-style.ts).
  const list = parts.printList(tools, columns);
  const dialog = at('card') as PageElement & { readonly open: boolean };
  window.addEventListener('beforeprint', () => {
    document.body.className = dialog.open ? 'card-open' : '';
    if (!dialog.open) list.fill();
  });
  window.addEventListener('afterprint', () => list.empty());
  at('firm-tools').setAttribute('data-ready', '');
}
