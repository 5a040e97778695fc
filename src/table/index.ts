/**
 * table: bytes (text tables, workbooks, web pages named .xls, stdin) → sheets of rows of cells with positions.
 * Knows encodings and containers, nothing of firms. A source can be read again and again until it is closed.
 */

export { bareSheet } from './bare-sheet.js';
export { fetchRows } from './fetch-rows.js';
export { defaultLimits } from './limits.js';
export { type OpenedSource, type OpenOptions, openSource } from './open-source.js';
export { tellHidden } from './tell-hidden.js';
export { uniqueNames } from './unique-names.js';
