import type { Findings } from '../finding/index.js';
import type { Row } from '../model/cell.js';
import { meantCell } from '../model/cell-text.js';
import type { Plan } from '../model/plan.js';
import type { CellPosition } from '../model/position.js';
import { visible } from './column-reader.js';
import { rowAt, type Table } from './prepare-table.js';
import { type IdRead, isSwapped, plainId } from './read-id.js';
import { suggestCode } from './uscc.js';

/** Says what a row's id cell has wrong with it, or what was done to read it. The name helps to find a row without an id. */
export function tellId(
  read: IdRead,
  from: Table,
  row: Row,
  firm: number,
  plan: Plan,
  findings: Findings,
): void {
  const at = (): CellPosition => ({ ...rowAt(from, row), column: from.id });
  const named = from.name < 0 ? null : meantCell(row.cells[from.name]);
  if (isSwapped(read, named)) {
    const raw = visible(String(row.cells[from.id]));
    findings.add('cell.id-swapped', at(), { raw, id: plainId(visible(String(named))) }, { firm });
    return;
  }
  switch (read.kind) {
    case 'id':
      if (read.changed)
        findings.add('cell.id-normalised', at(), { raw: visible(read.raw), id: read.id }, { firm });
      if (!read.check)
        findings.add(
          'cell.id-check',
          at(),
          { raw: read.id },
          { firm, severity: plan.identity.checkCharacter },
        );
      // A CSV saved after the damage holds plain digits, and one in thirty passes the check character by chance.
      if (/^\d{15}000$/.test(read.id)) findings.add('cell.id-zeros', at(), { raw: read.id }, { firm });
      return;
    case 'blank':
      findings.add('cell.id-missing', at(), { name: visible(String(named ?? '')) }, { firm });
      return;
    case 'error': {
      const field = plan.fields.get(plan.idField)?.name ?? plan.idField;
      if (read.raw === '') findings.add('cell.formula-empty', at(), { field }, { firm });
      else findings.add('cell.error-value', at(), { code: read.raw, field }, { firm });
      return;
    }
    case 'wrong-length':
      findings.add(
        'cell.id-wrong-length',
        at(),
        { raw: visible(read.raw), length: read.raw.trim().length },
        { firm },
      );
      return;
    case 'wrong-characters': {
      const meant = suggestCode(plainId(read.raw)) ?? '';
      findings.add('cell.id-wrong-characters', at(), { raw: visible(read.raw), meant }, { firm });
      return;
    }
    default:
      findings.add(`cell.id-${read.kind}`, at(), { raw: visible(read.raw) }, { firm });
  }
}
