import { Document, visit, type YAMLMap } from 'yaml';
import { columnName } from '../../finding/index.js';
import type { Mapping } from '../../model/mapping.js';

const comment = ` 对照表：哪一列是哪个字段。改好 field（不用的列写 null）或 unit，用 assess --mapping 传回。
 Which column is which field. Correct field (null: not used) or unit, and pass it back by assess --mapping.`;

/** Mappings as a person reads and corrects them: one line a column. `match` reads the same back. */
export function mappingText(mappings: readonly Mapping[]): string {
  const document = new Document({
    format: 1,
    tables: mappings.map((one) => ({
      file: one.file,
      sheet: one.sheet,
      header: one.headerFrom === one.headerTo ? one.headerFrom : `${one.headerFrom}-${one.headerTo}`,
      ...(one.titles.length > 0 ? { titles: one.titles } : {}),
      columns: one.columns
        .filter((column) => column.header !== '' || column.field !== null)
        .map((column) => ({
          column: columnName(column.index),
          header: column.header,
          field: column.field,
          ...(column.unit === null ? {} : { unit: column.unit }),
          ...(column.by === null ? {} : { by: column.by }),
          ...(column.unitFrom === null ? {} : { unit_from: column.unitFrom }),
          ...(column.near.length === 0 ? {} : { near: column.near }),
        })),
    })),
  });
  document.commentBefore = comment;
  // One line a column, so that a person can read down the page and correct one line.
  visit(document, {
    Map(_, node: YAMLMap) {
      if (node.has('column')) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
