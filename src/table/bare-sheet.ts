import type { Sheet } from '../model/table.js';

/** The one sheet of what is no workbook: without a name, nothing on it joined or hidden. */
export const bareSheet = (file: string, rows: Sheet['rows']): Sheet => ({
  file,
  name: '',
  index: 0,
  visibility: 'visible',
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  rows,
});
