import { firmCard } from './firm-card.js';
import { firmColumns } from './firm-columns.js';
import { firmTable } from './firm-table.js';
import { openPage } from './open-page.js';
import { printList } from './print-list.js';
import {
  filled,
  shownNumber,
  unpackNames,
  unpackNumbers,
  unpackPhrase,
  unpackSorted,
  unpackTexts,
} from './unpack.js';

const parts = {
  filled,
  firmCard,
  firmColumns,
  firmTable,
  printList,
  shownNumber,
  unpackNames,
  unpackNumbers,
  unpackPhrase,
  unpackSorted,
  unpackTexts,
};

/**
 * The script of the page: the functions of this folder as text, type-checked here and run there. Nothing is read from
 * disk, so that it does not matter how the package was bundled; a bundler may rename what it likes, since no function
 * names another one's.
 */
export const pageScript = `'use strict';
(${openPage})(document, window, {
${Object.entries(parts)
  .map(([name, part]) => `${name}: ${part},`)
  .join('\n')}
});
`;
