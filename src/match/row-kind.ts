import type { Row } from '../model/cell.js';
import type { FieldIndex } from './field-index.js';
import { filledCells, Grid } from './grid.js';
import { isLeafRow } from './leaf-row.js';
import { strangeMoney, unitOf } from './read-header.js';
import { isDataLike } from './title-rows.js';

const codeText = /^[a-z]{1,3}\d{1,4}(?:_\d{1,2})?$/i;
/** In a unit row: a column that counts in nothing. */
export const noUnit = /^(?:没有单位|无单位|无|-+|[—－―]+|\/|文本|字符|日期|单位|计量单位|金额单位)$/;
/** 甲, 1, (2), ③, 6=4/5. */
const ordinal = /^(?:[甲乙丙丁戊己庚辛]|[(（]?\d{1,3}[)）]?(?:\s*[=＝].*)?|[①-⑳])$/;
/** What stands before or between the numbers of a numbering row. */
const ordinalLabel = /^(?:栏次|行次|列次|序号|序|编号|代码|-+|[—－―]+)$/;
/** What a row of instructions under the names says: 18位, 单位：万元, 与执照一致, 年末数. */
const instruction =
  /(?:必填|选填|填写|填报|请|单位[:：为]|格式|下拉|选择|例如|示例|如[:：]|保留|小数|\d位|[年期]末数|全年数|一致|自动|公式|说明|不填|不超过|注意)/;
const requiredWord = /^[(（*]?(?:必填|选填|必选|可选|非必填|可不填|自动计算|系统生成)[)）]?$/;

/** A row of codes, units, numbering or 必填 beside the names: two such cells at least. */
export const isSpecial = (texts: readonly string[], index: FieldIndex): boolean =>
  texts.length >= 2 && rowKind(texts, index) !== 'names';

/** 甲 乙 1 2 3, 栏次 1 2 3=1+2: the numbering row of statistical forms. */
function isNumbering(texts: readonly string[]): boolean {
  if (!texts.every((text) => ordinal.test(text.trim()) || ordinalLabel.test(text.trim()))) return false;
  const numbers = texts
    .map((text) => Number(text.replace(/[=＝].*$/s, '').replace(/\D/g, '')))
    .filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

/** What a row of a header holds. */
export type RowKind = 'names' | 'codes' | 'units' | 'numbering' | 'required' | 'instructions';

/** A row that tells how to fill in the form: most of its cells instruct, none is a leaf's name or a firm's. */
export const isInstructions = (row: Row, above: Row, grid: Grid): boolean => {
  const texts = filledCells(row, grid);
  return (
    texts.length >= 3 &&
    !grid.spans(above) &&
    !isLeafRow(above, row, grid) &&
    texts.length >= filledCells(above, grid).length / 2 &&
    texts.filter((text) => instruction.test(text)).length > texts.length / 2 &&
    !isDataLike(row, grid) &&
    !texts.some((text) => /(?:公司|厂|社|院|所|中心)$/.test(text))
  );
};

export function rowKind(texts: readonly string[], index: FieldIndex): RowKind {
  const half = texts.length / 2;
  const most = (is: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter((text) => is(text.trim())).length > half;
  if (texts.length >= 2 && isNumbering(texts)) return 'numbering';
  if (most((text) => codeText.test(text) || index.code(text) !== null)) return 'codes';
  // A firm's row may be full of 无 and dashes: without one real unit it is no unit row.
  const isUnit = (text: string): boolean => unitOf(text) !== null || strangeMoney(text) !== null;
  if (
    most((text) => isUnit(text) || noUnit.test(text)) &&
    texts.some((text) => isUnit(text) || text.includes('没有单位')) &&
    texts.every((text) => text.length <= 12)
  )
    return 'units';
  return most((text) => requiredWord.test(text)) ? 'required' : 'names';
}

/** What a row right under a header's row is of it; 'names' where it is nothing but a row like any other. */
export function kindUnder(above: Row, row: Row, index: FieldIndex): RowKind {
  const grid = new Grid([above, row], []);
  const texts = filledCells(row, grid);
  if (row.number !== above.number + 1 || texts.length < 2) return 'names';
  const kind = rowKind(texts, index);
  return kind === 'names' && isInstructions(row, above, grid) ? 'instructions' : kind;
}
