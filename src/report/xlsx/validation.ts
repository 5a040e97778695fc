import { columnName } from '../../finding/index.js';
import { EPOCH } from './serial.js';
import { escapeXml } from './xml.js';

/** What the cells of a column take, from a row down to the end of the grid. Blank is always allowed. */
export interface Validation {
  /** 0-based. */
  readonly column: number;
  /** 1-based. */
  readonly from: number;
  readonly check: Check;
  /** Anything else is refused; else the reader is warned and may go on. */
  readonly strict: boolean;
  readonly title: string;
  readonly message: string;
}

/** Bounds are inclusive; dates are days since 1970-01-01, lengths are in characters. */
export type Check =
  | {
      readonly kind: 'decimal' | 'date' | 'length';
      readonly least: number | null;
      readonly most: number | null;
    }
  /** A drop-down: `count` cells from the top of a column of another sheet, by the name that it is written under. */
  | { readonly kind: 'list'; readonly sheet: string; readonly column: number; readonly count: number };

const LAST_ROW = 1_048_576;
/** Excel refuses a workbook whose texts are longer. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 225;
/** What stands for no bound: beyond it a float64 counts no ones. */
const UNBOUNDED = 1e15;

/** `<dataValidations>`, or nothing. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`;
}

function validationXml({ column, from, check, strict, title, message }: Validation): string {
  const letter = columnName(column);
  return (
    `<dataValidation type="${check.kind === 'length' ? 'textLength' : check.kind}"${strict ? '' : ' errorStyle="warning"'}` +
    `${check.kind === 'list' ? '' : ` operator="${operatorOf(check)}"`} allowBlank="1" showErrorMessage="1"` +
    ` errorTitle="${escapeXml(cut(title, LONGEST_TITLE))}" error="${escapeXml(cut(message, LONGEST_MESSAGE))}"` +
    ` sqref="${letter}${from}:${letter}${LAST_ROW}">${formulasOf(check)}</dataValidation>`
  );
}

type Bounds = Exclude<Check, { kind: 'list' }>;

const operatorOf = ({ least, most }: Bounds): string =>
  least !== null && most === null
    ? 'greaterThanOrEqual'
    : least === null && most !== null
      ? 'lessThanOrEqual'
      : least !== null && least === most
        ? 'equal'
        : 'between';

function formulasOf(check: Check): string {
  if (check.kind === 'list') {
    const letter = columnName(check.column);
    const sheet = `'${check.sheet.replaceAll("'", "''")}'`;
    return `<formula1>${escapeXml(`${sheet}!$${letter}$1:$${letter}$${check.count}`)}</formula1>`;
  }
  const shift = check.kind === 'date' ? EPOCH : 0;
  const { least, most } = check;
  const bounds =
    least === null && most === null
      ? [-UNBOUNDED, UNBOUNDED]
      : [...new Set([least, most].filter((bound) => bound !== null))].map((bound) => bound + shift);
  return bounds.map((bound, index) => `<formula${index + 1}>${bound}</formula${index + 1}>`).join('');
}

/** Counted as Excel does (UTF-16); a pair of surrogates is not torn. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
