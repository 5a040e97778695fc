import type { Cell, Row } from '../model/cell.js';
import { cellText } from '../model/cell-text.js';
import type { SkipReason } from '../model/mapping.js';
import { exampleFirm } from '../model/template.js';

const total =
  /^[（(]?(?:合计|总计|共计|小计|本[页表行]?[合小总]计|累计|汇总|平均值?|均值|总和|sub-?totals?|(?:grand)?totals?|sum|average)[）)]?(?:[:：（(].*)?$/i;
const subtotal = /^.{1,20}(?:小计|合计|总计|共计|汇总)(?:[:：（(].*)?$/;
const ofWhich = /^其中[:：]?/;
/** 蜀山区, 全市: a row of figures under such a name adds up firms. */
const region = /^(?:全[国省市区县]|[\p{Script=Han}]{2,10}(?:省|市|区|县|旗|镇|乡|街道))$/u;
const noteStart =
  '注|备注|附注|说明|填表说明|数据来源|资料来源|来源|制表|填表|审核|复核|审批|单位负责人|负责人|填报人|填报单位|统计负责人|联系人|联系电话|报出日期|填报日期|打印|盖章|[（(]?(?:公章|盖章)';
const note = new RegExp(`^(?:${noteStart})`);
/** A signature line may hold a telephone number: then the colon tells. */
const signature = new RegExp(`^(?:${noteStart})[^:：]{0,6}[:：]`);
/** 2.研发费用为加计扣除口径, 2025年3月1日, 第 1 页, （以下空白）: a note's next line, a date, a page. */
const footLine =
  /^(?:\d{1,2}[.．、)）].+|\d{4}年\d{1,2}月(?:\d{1,2}日)?|第?\d+页.*|.*以下空白.*|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/s;
/** 联系电话 | 13800001111: a label with its entry in the next cell. */
const footLabel =
  /^(?:联系电话|电话|联系人|填表人|制表人?|经办人|审核人?|复核人?|单位负责人|统计负责人|负责人|报出日期|填报日期|制表日期|日期|公?盖?章|签[字名章])$/;
/** 一, （二）, 三、电子信息. */
const sectionNumber = /^[（(]?[一二三四五六七八九十]{1,3}(?:[)）]|[、.．]|$)/;
/** Most of a credit code, or the figure that Excel shows for one; a sum in yuan has nine digits too. */
const partOfCode = /^(?:(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]{8,}|\d{15,}|\d(?:\.\d+)?E\+?\d+)$/i;
const firmName =
  /(?:公司|集团|企业|厂|中心|合作社|研究院|研究所|事务所|合伙[)）]?|工作室|经营部|商行|医院|学校|学院)$/;

/** #REF! is nothing that the row says of itself. */
const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'object' && cell?.kind === 'error' ? '' : cellText(cell);

/** Why a row is no firm's, and the word that says so. */
export interface LeftOut {
  readonly reason: SkipReason;
  readonly text: string;
}

interface Filled {
  readonly text: string;
  /** Without blanks: 合  计 is 合计. */
  readonly label: string;
  readonly column: number;
  readonly number: boolean;
}

/**
 * Why a row without a usable id is no firm, or null where it is one. Never because a firm's name holds 合计: a total
 * says so with all its words, and a row that names a firm stays a firm. `blanks` are the profile's words for nothing.
 * `broken`: the id is a formula that gives no value, so this is a firm unless it calls itself a total.
 */
export function classifyRow(
  row: Row,
  nameColumn: number,
  blanks: ReadonlySet<string>,
  broken: boolean,
): LeftOut | null {
  const filled: Filled[] = [];
  row.cells.forEach((cell, column) => {
    const text = textOf(cell);
    if (text === '' || blanks.has(text)) return;
    const number = typeof cell === 'number' || /^[-+]?[\d.,，]+[%％]?$/.test(text);
    filled.push({ text, label: text.replace(/\s+/g, ''), column, number });
  });
  const words = filled.filter((one) => !one.number);
  if (isExample(words, nameColumn)) return { reason: 'example', text: exampleFirm.id };
  const first = words[0];
  if (broken)
    return first !== undefined && total.test(first.label) ? { reason: 'total', text: first.text } : null;
  if (first === undefined)
    return isNumbered(filled) ? { reason: 'numbered', text: filled[0]?.text ?? '' } : null;
  const named = words.some((one) => one.column === nameColumn && firmName.test(one.label));
  if (isTotal(filled, words, nameColumn, named)) return { reason: 'total', text: first.text };
  if (named) return null;
  if (signature.test(first.label) || (words.length === filled.length && note.test(first.label)))
    return { reason: 'note', text: first.text };
  if (filled.length <= 4 && footLabel.test(first.label)) return { reason: 'note', text: first.text };
  if (isSection(filled, words)) return { reason: 'section', text: first.text };
  if (filled.length === 1) {
    const isNote = first.text.length > 40 || footLine.test(first.label);
    return { reason: isNote ? 'note' : 'section', text: first.text };
  }
  // A section merged over the whole width reads as the same text again and again.
  if (new Set(filled.map((one) => one.text)).size === 1) return { reason: 'section', text: first.text };
  return null;
}

/** A form's rows are numbered before they are filled in, and formulas leave zeros in them. */
const isNumbered = (filled: readonly Filled[]): boolean =>
  filled.filter((one) => Number(one.text.replace(/[,，%％]/g, '')) !== 0).length <= 1;

/** 一 | 电子信息, 一、电子信息（3家）| 100: a bare numeral with a name and figures may be a firm's running number. */
const isSection = (filled: readonly Filled[], words: readonly Filled[]): boolean =>
  sectionNumber.test(words[0]!.label) && (words[0]!.label.length > 3 || filled.length === words.length);

function isTotal(
  filled: readonly Filled[],
  words: readonly Filled[],
  nameColumn: number,
  named: boolean,
): boolean {
  const { label } = words[0]!;
  if (total.test(label)) return true;
  if (named) return false;
  const figures = filled.length > words.length;
  if (words.some((one) => total.test(one.label))) return true;
  // What is left of a code speaks for a firm.
  if (!figures || filled.some((one) => partOfCode.test(one.label))) return false;
  if (subtotal.test(label) || ofWhich.test(label)) return true;
  const name = words.find((one) => one.column === nameColumn);
  return name !== undefined && region.test(name.label);
}

/** Both the id and the name of a template's sample row: where only one is left, a firm was filled in half over it. */
const isExample = (words: readonly { text: string; column: number }[], nameColumn: number): boolean =>
  words.some((one) => one.text === exampleFirm.id) &&
  (nameColumn < 0 ||
    words.some(
      ({ text, column }) =>
        column === nameColumn && (text === exampleFirm.name.zh || text === exampleFirm.name.en),
    ));

const withdrawn = /^(?:dis|disabled|已?撤[消销]|已?作废|已?删除)$/i;

/** A row that a filing system kept after its firm took it back. */
export function isWithdrawn(row: Row, column: number): LeftOut | null {
  const text = column < 0 ? '' : textOf(row.cells[column]);
  return withdrawn.test(text) ? { reason: 'withdrawn', text } : null;
}
