import type { Cell, Row } from '../model/cell.js';
import { exampleFirm } from '../model/example-firm.js';
import type { SkipReason } from '../model/mapping.js';

const total =
  /^(?:[（(]?(?:合计|总计|共计|小计|本页合计|本表合计|累计|汇总|平均值?|均值|总和)[）)]?)(?:[:：（(].*)?$/;
const subtotal = /^.{1,20}(?:小计|合计|总计|共计|汇总)(?:[:：（(].*)?$/;
const note =
  /^(?:注|备注|附注|说明|填表说明|数据来源|资料来源|来源|制表|填表|审核|复核|审批|单位负责人|负责人|填报人|填报单位|统计负责人|联系人|联系电话|报出日期|填报日期|打印|盖章|[（(]?(?:公章|盖章))/;
const firmName =
  /(?:公司|集团|企业|厂|中心|合作社|研究院|研究所|事务所|合伙[)）]?|工作室|经营部|商行|医院|学校|学院)$/;

const textOf = (cell: Cell | undefined): string => {
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'object' && cell !== null && 'shown' in cell) return cell.shown;
  return cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell);
};

/**
 * Why a row without a usable id is no firm, or null where it is one. Never because a firm's name holds 合计:
 * a total says so with its first words, and a row that names a firm stays a firm.
 */
export function classifyRow(row: Row, nameColumn: number): { reason: SkipReason; text: string } | null {
  const texts: { text: string; column: number; number: boolean }[] = [];
  row.cells.forEach((cell, column) => {
    const text = textOf(cell);
    if (text !== '') texts.push({ text, column, number: typeof cell === 'number' || /^[\d.,]+$/.test(text) });
  });
  const words = texts.filter((one) => !one.number);
  if (isExample(words, nameColumn)) return { reason: 'example', text: exampleFirm.id };
  const first = words[0];
  if (first === undefined) return texts.length <= 1 ? { reason: 'note', text: texts[0]?.text ?? '' } : null;
  const label = first.text.replace(/\s+/g, '');
  if (total.test(label)) return { reason: 'total', text: first.text };
  if (subtotal.test(label) && !firmName.test(label)) return { reason: 'total', text: first.text };
  const named = words.some((one) => one.column === nameColumn && firmName.test(one.text));
  if (named) return null;
  if (words.length === texts.length && note.test(label)) return { reason: 'note', text: first.text };
  if (texts.length === 1) {
    const reason = note.test(label) || first.text.length > 40 ? 'note' : 'section';
    return { reason, text: first.text };
  }
  // A section merged over the whole width reads as the same text again and again.
  if (new Set(texts.map((one) => one.text)).size === 1) return { reason: 'section', text: first.text };
  return null;
}

/** Both the id and the name of a template's sample row: where only one is left, a firm was filled in half over it. */
const isExample = (words: readonly { text: string; column: number }[], nameColumn: number): boolean =>
  words.some((one) => one.text === exampleFirm.id) &&
  (nameColumn < 0 ||
    words.some(
      ({ text, column }) =>
        column === nameColumn && (text === exampleFirm.name.zh || text === exampleFirm.name.en),
    ));
