import { columnName, Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { Finding } from '../model/finding.js';
import type { MappedColumn, Mapping } from '../model/mapping.js';
import type { SheetPosition } from '../model/position.js';
import type { Sheet } from '../model/table.js';
import { applyGiven } from './apply-given.js';
import { assignFields } from './assign-fields.js';
import type { FieldIndex } from './field-index.js';
import type { HeaderBlock } from './locate-header.js';
import type { GivenTable } from './mapping-file.js';
import { tellNameless, tellTitleUnit } from './tell-header.js';
import type { TitleUnit } from './title-unit.js';

interface Headed {
  readonly sheet: Sheet;
  readonly index: FieldIndex;
  readonly block: HeaderBlock;
  /** The header's rows and what is seen below it so far. */
  readonly rows: readonly Row[];
  readonly titles: readonly string[];
  /** The unit that a title states. */
  readonly stated: TitleUnit | null;
  /** What a person saved of this table. */
  readonly given?: GivenTable | undefined;
}

/** The mapping of a header with its doubts; null where it heads no table of firms: then most doubts do not matter. */
export function mapTable({ sheet, index, block, rows, titles, stated, given }: Headed): {
  readonly mapping: Mapping | null;
  readonly doubts: readonly Finding[];
} {
  const at = { file: sheet.file, sheet: sheet.name };
  const doubts = new Findings();
  const unit = stated?.unit ?? null;
  const data = rows.filter((row) => row.number > block.to);
  const columns =
    given === undefined
      ? withId(assignFields(block.columns, unit, index, at, doubts), data, index, at, doubts)
      : applyGiven(given, block.columns, unit, index, at, doubts);
  const mapping: Mapping = {
    ...at,
    headerFrom: block.from,
    headerTo: block.to,
    columns,
    titles,
    ...(unit === null ? {} : { titleUnit: unit }),
  };
  const table = isTable(mapping, index);
  if (!table && given !== undefined) doubts.add('header.mapping-no-id', at, { id: index.plan.idField });
  if (table) {
    if (stated !== null) tellTitleUnit(mapping, stated, doubts);
    tellNameless(mapping, data, index, doubts);
  }
  return { mapping: table ? mapping : null, doubts: doubts.all };
}

/** Where no header names the id, a column that is full of ids is the id column, and that is said. */
function withId(
  columns: readonly MappedColumn[],
  data: readonly Row[],
  index: FieldIndex,
  at: SheetPosition,
  doubts: Findings,
): readonly MappedColumn[] {
  const { idField } = index.plan;
  if (
    columns.some((column) => column.field === idField) ||
    doubts.all.some((one) => isAboutId(one, index)) ||
    columns.every((one) => one.field === null)
  )
    return columns;
  const found = columns.find((column) => column.field === null && isIdColumn(column.index, data));
  if (found === undefined) return columns;
  doubts.add('header.id-by-content', at, { header: found.header, column: columnName(found.index) });
  return columns.map((column) =>
    column === found ? { ...column, field: idField, by: 'content' as const, near: [] } : column,
  );
}

function isIdColumn(column: number, data: readonly Row[]): boolean {
  const texts = data.map((row) => cellText(row.cells[column])).filter((text) => text !== '');
  return (
    texts.length > 0 &&
    texts.filter((text) => /^[0-9A-HJ-NPQRTUWXY]{18}$/i.test(text)).length >= texts.length * 0.8
  );
}

/** Two columns that both claim the id leave no table: then this doubt is all there is to say. */
export const isAboutId = (one: Finding, index: FieldIndex): boolean =>
  one.id === 'header.side-by-side' ||
  (one.id === 'header.ambiguous' && one.args.field === index.plan.fields.get(index.plan.idField)?.name);

/** The id field and one more: anything less is no table of firms. */
const isTable = (mapping: Mapping, index: FieldIndex): boolean => {
  const fields = mapping.columns.filter((column) => column.field !== null);
  return index.isList
    ? fields.length > 0
    : fields.length >= 2 && fields.some((column) => column.field === index.plan.idField);
};
